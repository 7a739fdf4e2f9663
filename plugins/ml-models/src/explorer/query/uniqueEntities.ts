import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** Drops repetitions: the catalog lists an entity once for each value of the field that it orders by. */
export function uniqueEntities(entities: Entity[]): Entity[] {
  return [
    ...new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity]),
    ).values(),
  ];
}
