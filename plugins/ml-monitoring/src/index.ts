/**
 * Service, data and model health of machine-learning deployments.
 *
 * @packageDocumentation
 */
export { mlMonitoringApiRef } from './api/mlMonitoringApiRef';
export { mlMonitoringPlugin as default } from './plugin';
