import type { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import type { MonitoringPlace } from '../shared/monitoringPaths';
import { checkTarget, periodAround } from '../shared/status/checkTarget';

const GROUPS = ['service', 'data', 'model'] as const;

/**
 * Where a change is seen, with what came before it: at its check's own page and
 * feature, else among the figures that everything shows in first.
 */
export function placeOf(
  change: { at: string; checkId?: string },
  checks: readonly HealthCheck[] = [],
): MonitoringPlace {
  const check = checks.find(({ id }) => id === change.checkId);
  if (check) return checkTarget({ ...check, since: change.at });
  // A check that is gone still has its group as the beginning of its id.
  const group = GROUPS.find(name => change.checkId?.startsWith(`${name}:`));
  return {
    page: group ?? 'service',
    query: new URLSearchParams(periodAround(change.at)),
  };
}
