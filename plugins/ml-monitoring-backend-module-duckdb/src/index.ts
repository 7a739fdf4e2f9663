/**
 * Health of deployments from inference logs, read with DuckDB.
 *
 * @packageDocumentation
 */
export { mlMonitoringModuleDuckDb as default } from './module';
