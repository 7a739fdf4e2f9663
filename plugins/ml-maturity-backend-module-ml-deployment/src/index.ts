/**
 * Facts of reviewed rollouts for the maturity plugin.
 *
 * @packageDocumentation
 */
export { maturityModuleMlDeployment as default } from './module';
