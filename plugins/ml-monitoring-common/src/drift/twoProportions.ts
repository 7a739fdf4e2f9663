import { normalTwoSided } from '../numeric/normal';
import { TestResult } from './kolmogorovSmirnov';

/** Successes among trials. @public */
export interface Proportion {
  successes: number;
  trials: number;
}

/**
 * Two-sided z-test of two proportions with a pooled variance (Fleiss, Levin
 * and Paik 2003, Statistical Methods for Rates and Proportions, section 3.1,
 * without continuity correction); as Evidently's z-test.
 *
 * @public
 */
export function twoProportionTest(a: Proportion, b: Proportion): TestResult {
  if (!(a.trials > 0) || !(b.trials > 0)) {
    return { statistic: NaN, pValue: NaN };
  }
  const pooled = (a.successes + b.successes) / (a.trials + b.trials);
  const difference = a.successes / a.trials - b.successes / b.trials;
  const deviation = Math.sqrt(
    pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials),
  );
  if (deviation === 0) return { statistic: 0, pValue: 1 };
  const statistic = difference / deviation;
  return { statistic, pValue: normalTwoSided(statistic) };
}
