/**
 * Kinds, schemas and pure helpers for machine-learning models and deployments
 * in the Backstage catalog.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './predicates';
export * from './relations';
export { ML_API_VERSION } from './kinds/envelope';
export * from './kinds/MlDeployment';
export * from './kinds/MlModel';
export { assertValidEntity, listEntityProblems } from './kinds/validate';
export * from './kinds/jsonSchema';
export * from './model/metrics';
export * from './model/tasks';
export * from './model/versions';
