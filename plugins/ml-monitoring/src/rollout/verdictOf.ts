import type { ComparedMetric } from '@airworthy/plugin-ml-monitoring-common';

/** What a difference says of the candidate. */
export type Verdict =
  | 'better'
  | 'worse'
  /** A difference of a figure that is neither good nor bad, such as the rate. */
  | 'different'
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
  if (lower <= 0 && upper >= 0) return 'noDifference';
  if (better === 'neither') return 'different';
  return lower > 0 === (better === 'higher') ? 'better' : 'worse';
}
