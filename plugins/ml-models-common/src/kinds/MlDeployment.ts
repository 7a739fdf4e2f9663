import { Entity } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  dependencyRef,
  httpUrl,
  keyword,
  modelRef,
  ownerRef,
  shortText,
  systemRef,
} from './fields';
import { ML_API_VERSION, envelope } from './envelope';
import { SpecOf } from './SpecOf';
import { mlMonitoringSchema } from './deployment/monitoring';
import { mlDeploymentStrategySchema } from './deployment/strategy';
import { mlDeploymentVariantsSchema } from './deployment/variants';

/** The `spec` of an `MlDeployment`. @public */
export const mlDeploymentSpecSchema = z.looseObject({
  type: keyword().describe(
    'The serving runtime: `kserve`, `seldon`, `triton`, `vllm`, `mlserver`, `bentoml`, `custom` or another.',
  ),
  environment: keyword().describe(
    'Where it runs, such as `production` or `staging`.',
  ),
  lifecycle: shortText(63).describe(
    'Where the deployment stands, such as `production` or `retired`.',
  ),
  owner: ownerRef().describe('The group or user that answers for it.'),
  system: systemRef().optional().describe('The system that it is part of.'),
  model: modelRef().describe('The `MlModel` that it serves.'),
  dependsOn: z
    .array(dependencyRef())
    .max(200)
    .optional()
    .describe('What it needs at run time, with its kind.'),
  endpoint: httpUrl().optional().describe('Address that answers predictions.'),
  strategy: mlDeploymentStrategySchema.optional(),
  variants: mlDeploymentVariantsSchema
    .optional()
    .describe('What runs behind the endpoint.'),
  scaling: z
    .strictObject({
      minReplicas: z.int().min(0).optional().describe('Fewest replicas.'),
      maxReplicas: z.int().min(1).optional().describe('Most replicas.'),
      accelerator: shortText(60)
        .optional()
        .describe('Accelerator of each replica, such as `nvidia-l4`.'),
    })
    .refine(
      s =>
        s.minReplicas === undefined ||
        s.maxReplicas === undefined ||
        s.minReplicas <= s.maxReplicas,
      {
        error: 'minReplicas that is not above maxReplicas',
      },
    )
    .optional()
    .describe('Bounds of scaling.'),
  monitoring: mlMonitoringSchema.optional(),
});

/** A whole `MlDeployment` entity. @public */
export const mlDeploymentSchema = envelope(
  'MlDeployment',
  mlDeploymentSpecSchema,
).describe('One model serving somewhere.');

/** The `spec` of an `MlDeployment`. @public */
export type MlDeploymentSpec = SpecOf<typeof mlDeploymentSpecSchema>;

/** A model that serves somewhere. @public */
export interface MlDeploymentEntity extends Entity {
  apiVersion: typeof ML_API_VERSION;
  kind: 'MlDeployment';
  spec: MlDeploymentSpec;
}
