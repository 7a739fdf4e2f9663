import { Entity } from '@backstage/catalog-model';
import { MlDeploymentEntity } from './kinds/MlDeployment';
import { MlModelEntity } from './kinds/MlModel';

/**
 * Catalog predicate for models: our kind, and `Resource`s of type `ai-model`
 * that a portal may hold already.
 *
 * @public
 */
export const mlModelPredicate = {
  $any: [{ kind: 'MlModel' }, { kind: 'Resource', 'spec.type': 'ai-model' }],
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
