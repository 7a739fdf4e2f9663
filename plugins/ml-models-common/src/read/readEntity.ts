import type { Entity } from '@backstage/catalog-model';
import {
  MlDeploymentEntity,
  mlDeploymentSpecSchema,
} from '../kinds/MlDeployment';
import { MlModelEntity, mlModelSpecSchema } from '../kinds/MlModel';
import { isMlModel } from '../predicates';
import { dropInvalid } from './dropInvalid';

const modelSchema = mlModelSpecSchema.partial();
const deploymentSchema = mlDeploymentSpecSchema.partial();

/** A model as far as it can be read: any field of its `spec` may be absent. @public */
export type ReadableMlModel = Omit<MlModelEntity, 'spec'> & {
  spec: Partial<MlModelEntity['spec']>;
};

/** A deployment as far as it can be read. @public */
export type ReadableMlDeployment = Omit<MlDeploymentEntity, 'spec'> & {
  spec: Partial<MlDeploymentEntity['spec']>;
};

/**
 * Reads what an entity says of a model and leaves out what the schema refuses.
 * An entity of an older schema, or a `Resource` of type `ai-model` that
 * another plugin made, must not break a page.
 *
 * @public
 */
export function readMlModel(entity: Entity): ReadableMlModel {
  const { type, ...spec } = dropInvalid(modelSchema, entity.spec ?? {}) ?? {};
  return {
    ...entity,
    // The type of such a `Resource` is `ai-model`, which is no task.
    spec: isMlModel(entity) && type !== undefined ? { type, ...spec } : spec,
  } as ReadableMlModel;
}

/**
 * Reads what an entity says of a deployment and leaves out what the schema
 * refuses.
 *
 * @public
 */
export function readMlDeployment(entity: Entity): ReadableMlDeployment {
  return {
    ...entity,
    spec: dropInvalid(deploymentSchema, entity.spec ?? {}) ?? {},
  } as ReadableMlDeployment;
}
