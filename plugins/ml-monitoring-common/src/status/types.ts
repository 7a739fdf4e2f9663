/**
 * How a check or a deployment is doing. No data is unknown, never ok.
 *
 * @public
 */
export type HealthStatus = 'ok' | 'warning' | 'critical' | 'unknown';

/** Statuses from the best to the worst. @public */
export const HEALTH_STATUSES: readonly HealthStatus[] = [
  'ok',
  'unknown',
  'warning',
  'critical',
];
