/**
 * Strategies, advice and reviewed rollouts of machine-learning models.
 *
 * @packageDocumentation
 */
export { mlDeploymentApiRef } from './api/mlDeploymentApiRef';
export { mlDeploymentPlugin as default } from './plugin';
