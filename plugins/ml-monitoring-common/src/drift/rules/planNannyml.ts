import { requireTest } from './requireTest';
import { DRIFT_TEST_TITLES } from './titles';
import { ColumnProfile, DriftPlan, DriftTest } from './types';

/** Chunks of the baseline that limits are told from. @public */
export const NANNYML_CHUNKS = 10;

/** A numeric column has bins from more distinct values on, or from a larger share of its rows. */
const DISTINCT_VALUES = 50;
const DISTINCT_SHARE = 0.1;

/**
 * NannyML's `nannyml/drift/univariate/methods.py`: Jensen-Shannon distance
 * unless another is chosen, limits from chunks of the baseline; chi-square
 * by its p-value.
 */
export function planNannyml(
  profile: ColumnProfile,
  chosen: DriftTest = 'jensen-shannon',
): DriftPlan {
  const test = requireTest('nannyml', profile, chosen);
  const { type, referenceDistinct, referenceRows } = profile;
  const onValues = test === 'kolmogorov-smirnov' || test === 'wasserstein';
  const tested = test === 'chi-square' || test === 'z-test';
  const continuous =
    type === 'numeric' &&
    (referenceDistinct > DISTINCT_VALUES ||
      referenceDistinct / referenceRows > DISTINCT_SHARE);
  let binning: DriftPlan['binning'] = {
    kind: 'categories',
    // Each new category counts by itself in these two.
    unseen: tested || test === 'l-infinity' ? 'each' : 'together',
  };
  if (onValues) binning = { kind: 'none' };
  else if (continuous && !tested && test !== 'l-infinity') {
    binning = { kind: 'doane' };
  }
  let figure: DriftPlan['figure'] = 'distance';
  if (tested) figure = 'p-value';
  else if (test === 'kolmogorov-smirnov') figure = 'statistic';
  return {
    ruleSet: 'nannyml',
    test,
    title: DRIFT_TEST_TITLES[test],
    figure,
    binning,
    // NannyML has neither; an empty bin would make both infinite.
    emptyBins:
      test === 'psi' || test === 'kullback-leibler' ? 'filled' : 'kept',
    ...(test === 'jensen-shannon' && { base: 2 as const }),
    limits: tested
      ? { kind: 'fixed', limits: { critical: 0.05, inclusive: false } }
      : { kind: 'chunks', chunks: NANNYML_CHUNKS },
  };
}
