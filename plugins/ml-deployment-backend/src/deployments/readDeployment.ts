import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ReadableMlDeployment,
  isMlDeployment,
  readMlDeployment,
} from '@airworthy/plugin-ml-models-common';
import { relationTargets } from '@airworthy/plugin-ml-models-node';

/** A deployment as the catalog has it. */
export interface CatalogDeployment {
  entity: ReadableMlDeployment;
  entityRef: string;
  title: string;
  owner?: string;
}

/**
 * What the plugin reads of a deployment's entity.
 *
 * @throws NotFoundError where the entity is something else.
 */
export function readDeployment(entity: Entity): CatalogDeployment {
  const entityRef = stringifyEntityRef(entity);
  if (!isMlDeployment(entity)) {
    throw new NotFoundError(`There is no deployment ${entityRef}`);
  }
  const [owner] = relationTargets(entity, RELATION_OWNED_BY);
  return {
    entity: readMlDeployment(entity),
    entityRef,
    title: entity.metadata.title ?? entity.metadata.name,
    ...(owner ? { owner } : {}),
  };
}
