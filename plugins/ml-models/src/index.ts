/**
 * Machine-learning models and deployments in the developer portal.
 *
 * @packageDocumentation
 */
export { mlModelsPlugin as default } from './plugin';
