/**
 * Module of the monitoring plugin that reads Prometheus and Alertmanager.
 *
 * @packageDocumentation
 */
export { mlMonitoringModulePrometheus as default } from './module';
