import { Proportion, twoProportionTest } from '../drift/twoProportions';
import { DEFAULT_LEVEL, Interval, wilsonInterval } from '../quality/intervals';

/** How a candidate differs from the stable variant: candidate minus stable. @public */
export interface VariantDifference {
  stable: number;
  candidate: number;
  difference: number;
  interval: Interval;
  /** Two-sided; NaN where no test was made. */
  pValue: number;
  /** The test or method in words. */
  method: string;
  rows: { stable: number; candidate: number };
  enough: EnoughData;
}

/** Whether there is enough data to decide by. @public */
export interface EnoughData {
  enough: boolean;
  reason?: string;
}

/** Fewest rows of a variant that a comparison is believed with, and fewest events of either kind. */
const LEAST_ROWS = 100;
const LEAST_EVENTS = 5;

/**
 * Rows of both variants, and for proportions five expected successes and
 * failures on either side (Fleiss, Levin and Paik 2003, section 2.4.1).
 *
 * @public
 */
export function enoughData(
  stable: number,
  candidate: number,
  options: { leastRows?: number; pooledShare?: number } = {},
): EnoughData {
  const { leastRows = LEAST_ROWS, pooledShare } = options;
  const fewest = Math.min(stable, candidate);
  const which = candidate <= stable ? 'candidate' : 'stable variant';
  if (fewest < leastRows) {
    return {
      enough: false,
      reason: `the ${which} has ${fewest} rows; expected at least ${leastRows}`,
    };
  }
  if (pooledShare !== undefined) {
    const rarer = Math.min(pooledShare, 1 - pooledShare);
    const needed = Math.ceil(LEAST_EVENTS / rarer);
    if (fewest * rarer < LEAST_EVENTS) {
      return {
        enough: false,
        reason: Number.isFinite(needed)
          ? `the ${which} has ${fewest} rows; at this rate expected at least ${needed}`
          : 'neither variant has both outcomes yet',
      };
    }
  }
  return { enough: true };
}

/**
 * Compares shares such as error ratios or accuracies: pooled z-test, and the
 * hybrid score interval of the difference (Newcombe 1998, Statistics in
 * Medicine 17(8), method 10).
 *
 * @public
 */
export function compareProportions(
  stable: Proportion,
  candidate: Proportion,
  options: { level?: number; leastRows?: number } = {},
): VariantDifference {
  const level = options.level ?? DEFAULT_LEVEL;
  const share = ({ successes, trials }: Proportion) =>
    trials > 0 ? successes / trials : NaN;
  const p1 = share(candidate);
  const p2 = share(stable);
  const w1 = wilsonInterval(candidate.successes, candidate.trials, level);
  const w2 = wilsonInterval(stable.successes, stable.trials, level);
  const difference = p1 - p2;
  return {
    stable: p2,
    candidate: p1,
    difference,
    interval: {
      lower: difference - Math.hypot(p1 - w1.lower, w2.upper - p2),
      upper: difference + Math.hypot(w1.upper - p1, p2 - w2.lower),
      level,
    },
    pValue: twoProportionTest(candidate, stable).pValue,
    method: 'two-proportion z-test, Newcombe interval',
    rows: { stable: stable.trials, candidate: candidate.trials },
    enough: enoughData(stable.trials, candidate.trials, {
      leastRows: options.leastRows,
      pooledShare:
        (stable.successes + candidate.successes) /
        (stable.trials + candidate.trials),
    }),
  };
}
