import { requireTest } from './requireTest';
import { DRIFT_TEST_TITLES } from './titles';
import { ColumnProfile, DriftLimits, DriftPlan, DriftTest } from './types';

/** Equal shares of the baseline that a numeric column is parted into. @public */
export const DEFAULT_QUANTILE_BINS = 10;

/** Categories that keep a bin of their own. @public */
export const DEFAULT_CATEGORIES_KEPT = 50;

/**
 * Limits of the portal's own rules. PSI as practitioners use it (Siddiqi
 * 2006); the distances at Evidently's 0.1 and whylogs's 0.4 or their like; p
 * at the usual 5 % and 0.1 %.
 *
 * @public
 */
export const DEFAULT_DRIFT_LIMITS: Record<DriftTest, DriftLimits> = {
  psi: { warning: 0.1, critical: 0.25, inclusive: true },
  'jensen-shannon': { warning: 0.1, critical: 0.25, inclusive: true },
  'kullback-leibler': { warning: 0.1, critical: 0.25, inclusive: true },
  hellinger: { warning: 0.15, critical: 0.4, inclusive: true },
  'l-infinity': { warning: 0.1, critical: 0.25, inclusive: true },
  wasserstein: { warning: 0.1, critical: 0.5, inclusive: true },
  'kolmogorov-smirnov': { warning: 0.05, critical: 0.001, inclusive: true },
  'chi-square': { warning: 0.05, critical: 0.001, inclusive: true },
  'z-test': { warning: 0.05, critical: 0.001, inclusive: true },
};

const P_VALUE_TESTS: readonly DriftTest[] = [
  'kolmogorov-smirnov',
  'chi-square',
  'z-test',
];

/**
 * The portal's own rules: PSI with limits 0.1 and 0.25, over ten quantile
 * bins of the baseline, or one bin a value where there are no more than ten,
 * or one bin a category (the 50 largest, the other ones, the new ones).
 */
export function planDefault(
  profile: ColumnProfile,
  chosen: DriftTest = 'psi',
): DriftPlan {
  const test = requireTest('default', profile, chosen);
  const categorical =
    profile.type === 'categorical' ||
    profile.referenceDistinct <= DEFAULT_QUANTILE_BINS;
  const onValues = test === 'kolmogorov-smirnov' || test === 'wasserstein';
  const asCategories =
    categorical ||
    test === 'chi-square' ||
    test === 'z-test' ||
    test === 'l-infinity';
  let binning: DriftPlan['binning'] = {
    kind: 'quantiles',
    bins: DEFAULT_QUANTILE_BINS,
  };
  if (onValues) binning = { kind: 'none' };
  else if (asCategories) {
    binning = {
      kind: 'categories',
      keep: DEFAULT_CATEGORIES_KEPT,
      unseen: 'each',
    };
  }
  return {
    ruleSet: 'default',
    test,
    title: DRIFT_TEST_TITLES[test],
    figure: P_VALUE_TESTS.includes(test) ? 'p-value' : 'distance',
    binning,
    emptyBins:
      test === 'psi' || test === 'kullback-leibler' ? 'filled' : 'kept',
    ...(test === 'jensen-shannon' && { base: 2 as const }),
    ...(test === 'wasserstein' && { normed: true }),
    limits: { kind: 'fixed', limits: DEFAULT_DRIFT_LIMITS[test] },
  };
}
