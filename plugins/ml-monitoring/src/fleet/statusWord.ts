import { HealthStatus } from '@airworthy/plugin-ml-monitoring-common';

/** Statuses in the order in which people want to see them. */
export const WORST_FIRST: readonly HealthStatus[] = [
  'critical',
  'warning',
  'unknown',
  'ok',
];
