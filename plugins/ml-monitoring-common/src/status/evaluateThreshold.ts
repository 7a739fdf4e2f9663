import type { MlThreshold } from '@airworthy/plugin-ml-models-common';
import { HealthStatus } from './types';

/**
 * Holds a figure against its limits; a figure at the limit breaks it. No
 * figure is unknown.
 *
 * @public
 */
export function evaluateThreshold(
  value: number | null | undefined,
  threshold: Pick<MlThreshold, 'warning' | 'critical' | 'direction'>,
): HealthStatus {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return 'unknown';
  }
  const breaks = (limit: number | undefined) =>
    limit !== undefined &&
    (threshold.direction === 'below' ? value <= limit : value >= limit);
  if (breaks(threshold.critical)) return 'critical';
  return breaks(threshold.warning) ? 'warning' : 'ok';
}
