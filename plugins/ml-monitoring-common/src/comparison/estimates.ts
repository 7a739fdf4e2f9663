import { criticalValue, normalTwoSided } from '../numeric/normal';
import { Interval } from '../quality/intervals';
import { enoughData, VariantDifference } from './proportions';

/** A figure of a variant with its interval and the rows that it is of. @public */
export interface VariantEstimate {
  value: number;
  interval?: Interval;
  rows: number;
}

/**
 * Compares figures such as ROC AUC or mean absolute errors that were told of
 * each variant by itself: the intervals put together by variance recovery
 * (Zou and Donner 2008, Statistics in Medicine 27(10)), and a normal test
 * with the standard errors that they imply. Variants that answered the same
 * requests differ by less than that tells.
 *
 * @public
 */
export function compareEstimates(
  stable: VariantEstimate,
  candidate: VariantEstimate,
  options: { leastRows?: number } = {},
): VariantDifference {
  const difference = candidate.value - stable.value;
  const [s, c] = [stable.interval, candidate.interval];
  const level = c?.level ?? s?.level ?? 0.95;
  const interval =
    s && c
      ? {
          lower:
            difference -
            Math.hypot(candidate.value - c.lower, s.upper - stable.value),
          upper:
            difference +
            Math.hypot(c.upper - candidate.value, stable.value - s.lower),
          level,
        }
      : { lower: NaN, upper: NaN, level };
  const error =
    s && c
      ? Math.hypot(c.upper - c.lower, s.upper - s.lower) /
        (2 * criticalValue(level))
      : NaN;
  return {
    stable: stable.value,
    candidate: candidate.value,
    difference,
    interval,
    pValue: error > 0 ? normalTwoSided(difference / error) : NaN,
    method:
      s && c
        ? 'normal test, interval by variance recovery'
        : 'difference, without a test',
    rows: { stable: stable.rows, candidate: candidate.rows },
    enough: enoughData(stable.rows, candidate.rows, options),
  };
}
