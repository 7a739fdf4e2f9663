/**
 * Extension point of the monitoring plugin.
 *
 * @packageDocumentation
 */
export * from './MonitoringSource';
export * from './MonitoringSourceError';
export * from './extensions';
export * from './events';
