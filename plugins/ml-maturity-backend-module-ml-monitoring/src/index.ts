/**
 * Facts of monitoring for the maturity plugin.
 *
 * @packageDocumentation
 */
export { maturityModuleMlMonitoring as default } from './module';
