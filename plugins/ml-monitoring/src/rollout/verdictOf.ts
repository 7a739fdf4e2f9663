import type { ComparedMetric } from '@airworthy/plugin-ml-monitoring-common';

/** What a difference says of the candidate. */
export type Verdict =
  | 'better'
  | 'worse'
  | 'noDifference'
  | 'notEnough'
  | 'unknown';

/**
 * What a difference says of the candidate: nothing without enough data, and no
 * difference where the interval has zero in it.
 */
export function verdictOf({ better, difference }: ComparedMetric): Verdict {
  const { interval, enough } = difference;
  const { lower, upper } = interval;
  if (!Number.isFinite(difference.difference ?? NaN)) return 'unknown';
  if (!enough.enough) return 'notEnough';
  if (!Number.isFinite(lower ?? NaN) || !Number.isFinite(upper ?? NaN)) {
    return 'unknown';
  }
  if ((lower <= 0 && upper >= 0) || better === 'neither') return 'noDifference';
  return lower > 0 === (better === 'higher') ? 'better' : 'worse';
}
