/**
 * Service, data and model health of every deployed machine-learning model,
 * with its status and history.
 *
 * @packageDocumentation
 */
export { mlMonitoringPlugin as default } from './plugin';
