import { Entity, parseEntityRef } from '@backstage/catalog-model';

/** References that an entity has by a relation, of one kind where it is given. */
export function relatedRefs(
  entity: Entity,
  relation: string,
  kind?: string,
): string[] {
  return (entity.relations ?? [])
    .filter(({ type, targetRef }) => {
      if (type !== relation) return false;
      return !kind || parseEntityRef(targetRef).kind === kind;
    })
    .map(({ targetRef }) => targetRef);
}
