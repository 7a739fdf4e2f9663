import { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import { useMonitoringHref } from './monitoringPaths';

/** What of a check tells where its cause is seen. */
export type Cause = Pick<HealthCheck, 'group' | 'feature' | 'since'> & {
  variant?: string;
};

const HOUR_MS = 3_600_000;

/* Windows that the reader can choose, shortest first. */
const WINDOWS: [string, number][] = [
  ['PT1H', HOUR_MS],
  ['PT6H', 6 * HOUR_MS],
  ['PT24H', 24 * HOUR_MS],
  ['P7D', 7 * 24 * HOUR_MS],
  ['P30D', 30 * 24 * HOUR_MS],
  ['P90D', 90 * 24 * HOUR_MS],
];

/** The shortest window that shows when something began, with some time before it. */
export function windowSince(
  since: string | undefined,
  now: number,
): string | undefined {
  const age = since === undefined ? NaN : now - Date.parse(since);
  if (Number.isNaN(age)) return undefined;
  const fitting = WINDOWS.find(([, length]) => length >= age * 1.5);
  return (fitting ?? WINDOWS[WINDOWS.length - 1])[0];
}

/** Gives the address at which the cause of a check is seen: page, feature and moment. */
export function useCauseHref() {
  const monitoringHref = useMonitoringHref();
  return (entityRef: string, cause: Cause): string => {
    const query = new URLSearchParams();
    const window = windowSince(cause.since, Date.now());
    if (window) query.set('window', window);
    if (cause.variant) query.set('variant', cause.variant);
    return monitoringHref(entityRef, {
      page: cause.group,
      ...(cause.group === 'data' && cause.feature !== undefined
        ? { feature: cause.feature }
        : {}),
      query,
    });
  };
}
