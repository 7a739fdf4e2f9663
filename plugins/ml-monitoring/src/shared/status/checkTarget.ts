import type { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import type { MonitoringPlace } from '../monitoringPaths';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Periods to choose from, shortest first. */
export const WINDOWS = [
  { id: 'PT1H', hours: 1 },
  { id: 'PT6H', hours: 6 },
  { id: 'PT24H', hours: 24 },
  { id: 'P7D', hours: 7 * 24 },
  { id: 'P30D', hours: 30 * 24 },
  { id: 'P90D', hours: 90 * 24 },
] as const;

/** A period that ends now. */
export type WindowId = (typeof WINDOWS)[number]['id'];

/** The period that is shown where none is asked for. */
export const DEFAULT_WINDOW: WindowId = 'PT24H';

/**
 * The query of a period that shows a moment with what came before it: the
 * shortest usual one with a quarter of its length before the moment, else
 * three days on either side.
 */
export function periodAround(
  moment: string,
  now = Date.now(),
): Record<string, string> {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return {};
  const fitting = WINDOWS.find(
    ({ hours }) => now - time <= hours * HOUR_MS * 0.75,
  );
  if (fitting) return { window: fitting.id };
  return {
    from: new Date(time - 3 * DAY_MS).toISOString(),
    to: new Date(Math.min(now, time + 3 * DAY_MS)).toISOString(),
  };
}

/** The place that shows why a check has its status: its sub-page, feature and period. */
export function checkTarget(
  check: Pick<HealthCheck, 'id' | 'group' | 'feature' | 'since'>,
  now = Date.now(),
): MonitoringPlace {
  return {
    page: check.group,
    feature: check.group === 'data' ? check.feature : undefined,
    query: new URLSearchParams({
      ...(check.since && periodAround(check.since, now)),
      check: check.id,
    }),
  };
}
