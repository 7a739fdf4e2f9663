import {
  FeatureHealth,
  compareStatus,
} from '@airworthy/plugin-ml-monitoring-common';

/** Orders of the list of features. */
export const FEATURE_SORTS = [
  'severity',
  'feature',
  'drift',
  'missing',
  'range',
  'unseen',
] as const;

/** An order of the list of features. */
export type FeatureSort = (typeof FEATURE_SORTS)[number];

/**
 * How far a figure is beyond its limit, so that figures of different tests can
 * be ordered: 1 is at the limit; for p-values the other way round.
 */
export function driftSeverity({ drift }: FeatureHealth): number {
  if (!drift || !Number.isFinite(drift.value ?? NaN)) return -1;
  const limit = drift.limits?.critical ?? drift.limits?.warning;
  const value = drift.correctedPValue ?? drift.value;
  if (limit === undefined || !(limit > 0)) return value;
  return drift.plan.figure === 'p-value'
    ? limit / Math.max(value, Number.MIN_VALUE)
    : value / limit;
}

const figure = (value: number | null | undefined) => value ?? -1;

const BY: Record<FeatureSort, (a: FeatureHealth, b: FeatureHealth) => number> =
  {
    severity: (a, b) =>
      compareStatus(a.status, b.status) || driftSeverity(b) - driftSeverity(a),
    feature: (a, b) => a.feature.localeCompare(b.feature),
    drift: (a, b) => driftSeverity(b) - driftSeverity(a),
    missing: (a, b) => figure(b.missingShare) - figure(a.missingShare),
    range: (a, b) => figure(b.outOfRangeShare) - figure(a.outOfRangeShare),
    unseen: (a, b) =>
      figure(b.unseenCategoryShare) - figure(a.unseenCategoryShare),
  };

/** Features in an order, worst or greatest first, by name among equals. */
export function sortFeatures(
  features: readonly FeatureHealth[],
  by: FeatureSort,
): FeatureHealth[] {
  return [...features].sort(
    (a, b) => BY[by](a, b) || a.feature.localeCompare(b.feature),
  );
}
