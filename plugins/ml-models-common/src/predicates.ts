import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { MlDeploymentEntity } from './kinds/MlDeployment';
import { MlModelEntity } from './kinds/MlModel';
import { AI_MODEL_RESOURCE_TYPE } from './read/readAiModelResource';

/**
 * Catalog predicate for models: our kind, and `Resource`s of type `ai-model`
 * that a portal may hold already.
 *
 * @public
 */
export const mlModelPredicate: FilterPredicate = {
  $any: [
    { kind: 'MlModel' },
    { kind: 'Resource', 'spec.type': AI_MODEL_RESOURCE_TYPE },
  ],
};

/** Catalog predicate for deployments. @public */
export const mlDeploymentPredicate = { kind: 'MlDeployment' };

/** Whether an entity is of the kind `MlModel`. @public */
export function isMlModel(entity: Entity): entity is MlModelEntity {
  return entity.kind.toLocaleLowerCase('en-US') === 'mlmodel';
}

/** Whether an entity is of the kind `MlDeployment`. @public */
export function isMlDeployment(entity: Entity): entity is MlDeploymentEntity {
  return entity.kind.toLocaleLowerCase('en-US') === 'mldeployment';
}
