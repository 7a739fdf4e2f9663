import {
  compareStatus,
  type FeatureHealth,
  judgeFeature,
  type TimeWindow,
} from '@airworthy/plugin-ml-monitoring-common';
import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { rowsOutside } from './boundaries';
import type { ComparedColumn } from './compareColumns';
import type { ColumnCounts, ColumnFacts } from './types';

/** Unseen categories that are named. */
const NAMED_CATEGORIES = 10;

const share = (part: number, rows: number) => (rows > 0 ? part / rows : null);

/** Rows below the least or above the greatest value of the baseline. */
export function outOfRange(
  { cells, values }: ColumnCounts,
  { min, max, rows }: ColumnFacts,
): number | null {
  if (rows === 0) return null;
  if (cells) return rowsOutside(cells, min, max);
  if (!values) return null;
  let outside = 0;
  for (let i = 0; i < values.values.length; i++) {
    const value = values.values[i];
    if (value < min || value > max) outside += values.counts[i];
  }
  return outside;
}

/** Categories that the baseline lacks, the most frequent first. */
export function unseenCategories(
  reference: ColumnCounts,
  current: ColumnCounts,
): [string, number][] {
  const known = reference.categories;
  // Of a baseline that was not counted whole nothing can be called new.
  if (!known || !current.categories || reference.rest > 0) return [];
  return [...current.categories]
    .filter(([category]) => !known.has(category))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Figures of a column against the baseline. */
export function featureFigures(compared: ComparedColumn): FeatureHealth {
  const { column, current, reference, tests, distribution } = compared;
  const { rows } = current;
  const health: FeatureHealth = {
    feature: column.name,
    type: column.type,
    rows,
    missingShare: share(current.missing, rows),
    nonFiniteShare:
      column.type === 'numeric' ? share(current.nonFinite, rows) : null,
    outOfRangeShare: null,
    unseenCategoryShare: null,
    distinct: current.distinct,
    status: 'unknown',
  };
  if (!reference) return health;
  const { counts, facts } = reference;
  if (reference.column.type !== column.type) {
    health.baselineType = reference.column.type;
  }
  health.baselineMissingShare = counts
    ? share(counts.missing, counts.rows)
    : null;
  if (column.type === 'numeric') {
    const outside = counts ? outOfRange(current, facts) : null;
    health.outOfRangeShare = outside === null ? null : share(outside, rows);
  } else if (counts?.categories && counts.rest === 0) {
    const unseen = unseenCategories(counts, current);
    const among = unseen.reduce((sum, [, count]) => sum + count, current.rest);
    health.unseenCategoryShare = share(among, rows);
    if (unseen.length > 0) {
      health.unseenCategories = unseen
        .slice(0, NAMED_CATEGORIES)
        .map(([category]) => category);
    }
  }
  if (tests.length > 0) health.drift = tests[0];
  if (distribution) health.distribution = distribution;
  return health;
}

/** Figures of a column with the worst status of its checks. */
export function judgedFeature(
  deployment: MonitoredDeployment,
  health: FeatureHealth,
  window: TimeWindow,
  options: {
    hasBaseline: boolean;
    aspects?: readonly ('invariants' | 'drift')[];
  },
): FeatureHealth {
  const checks = judgeFeature(deployment, health, window, options);
  if (checks.length === 0 || health.rows === 0) return health;
  const status = checks
    .map(check => check.status)
    .reduce((worst, one) => (compareStatus(one, worst) < 0 ? one : worst));
  return { ...health, status };
}
