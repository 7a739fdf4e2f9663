import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const REFS_PER_REQUEST = 500;

/** Targets of an entity's relations of one type, in lower case, of one kind if named. @public */
export function relationTargets(
  entity: Entity,
  type: string,
  kind?: string,
): string[] {
  const targets = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    .filter(ref => !kind || parseEntityRef(ref).kind === kind);
  return [...new Set(targets)];
}

/** The entities that exist of all references, by reference in lower case. @public */
export async function loadByRef(
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>,
  refs: Iterable<string>,
  options: { credentials: BackstageCredentials; fields?: string[] },
): Promise<Map<string, Entity>> {
  const wanted = [...new Set(refs)];
  const found = new Map<string, Entity>();
  for (let start = 0; start < wanted.length; start += REFS_PER_REQUEST) {
    const entityRefs = wanted.slice(start, start + REFS_PER_REQUEST);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: options.fields },
      { credentials: options.credentials },
    );
    items.forEach((entity, index) => {
      if (entity) found.set(entityRefs[index], entity);
    });
  }
  return found;
}
