/**
 * Scaffolder actions that advise, plan, render, validate and publish rollouts
 * of machine-learning models.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMlDeployment as default } from './module';
