import { Entity } from '@backstage/catalog-model';

/** Targets of an entity's relations of one type, in lower case. */
export function relationTargets(entity: Entity, type: string): string[] {
  const targets = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  return [...new Set(targets)];
}
