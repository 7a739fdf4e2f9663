/**
 * Advice, plans, manifests, reviews and decisions for rollouts of
 * machine-learning models.
 *
 * @packageDocumentation
 */
export { mlDeploymentPlugin as default } from './plugin';
