import { Entity } from '@backstage/catalog-model';

/** The targets of an entity's relations of some types, in their order. */
export function targetsOf(entity: Entity, ...types: string[]): string[] {
  return (entity.relations ?? [])
    .filter(relation => types.includes(relation.type))
    .map(relation => relation.targetRef);
}
