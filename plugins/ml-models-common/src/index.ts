/**
 * Kinds, schemas and pure helpers for machine-learning models and deployments
 * in the Backstage catalog.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './predicates';
export * from './relations';
export * from './registry';
export { ML_API_VERSION } from './kinds/envelope';
export * from './kinds/MlDeployment';
export * from './kinds/MlModel';
export { INFERENCE_LOG_FORMATS } from './kinds/deployment/fileFormat';
export * from './kinds/deployment/inferenceLog';
export * from './kinds/deployment/metricSources';
export * from './kinds/deployment/monitoring';
export * from './kinds/deployment/plan';
export * from './kinds/deployment/strategy';
export * from './kinds/deployment/variants';
export {
  assertReadableEntity,
  assertValidEntity,
  listEntityProblems,
} from './kinds/validate';
export * from './kinds/jsonSchema';
export * from './model/metrics';
export * from './model/tasks';
export * from './model/versions';
export * from './read/newestRollout';
export * from './read/production';
export * from './read/readAiModelResource';
export * from './read/readDataset';
export * from './read/readEntity';
