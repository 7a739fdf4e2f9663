import { requireTest } from './requireTest';
import { DRIFT_TEST_TITLES } from './titles';
import { ColumnProfile, DriftLimits, DriftPlan, DriftTest } from './types';

/** Up to so many rows of the baseline a test tells drift, beyond them a distance. */
const SMALL_REFERENCE = 1_000;
/** A numeric column of no more values is taken as categorical. */
const FEW_VALUES = 5;
/** With no more distinct values in the baseline each has a bin of its own. */
const ONE_BIN_A_VALUE = 20;

const DISTANCE: DriftLimits = { critical: 0.1, inclusive: true };

/* Evidently has one limit: drifted or not. */
const LIMITS: Record<DriftTest, DriftLimits> = {
  psi: DISTANCE,
  'jensen-shannon': DISTANCE,
  'kullback-leibler': DISTANCE,
  hellinger: DISTANCE,
  'l-infinity': DISTANCE,
  wasserstein: DISTANCE,
  'kolmogorov-smirnov': { critical: 0.05, inclusive: true },
  'chi-square': { critical: 0.05, inclusive: false },
  'z-test': { critical: 0.05, inclusive: false },
};

function choose({ type, referenceRows, distinct }: ColumnProfile): DriftTest {
  const numeric = type === 'numeric' && distinct > FEW_VALUES;
  if (referenceRows > SMALL_REFERENCE) {
    return numeric ? 'wasserstein' : 'jensen-shannon';
  }
  if (numeric) return 'kolmogorov-smirnov';
  return distinct > 2 ? 'chi-square' : 'z-test';
}

/** Evidently 0.7.21: `src/evidently/legacy/calculations/stattests`. */
export function planEvidently(
  profile: ColumnProfile,
  chosen?: DriftTest,
): DriftPlan {
  const test = requireTest('evidently', profile, chosen ?? choose(profile));
  const tested = test === 'chi-square' || test === 'z-test';
  const onValues = test === 'kolmogorov-smirnov' || test === 'wasserstein';
  let binning: DriftPlan['binning'] = { kind: 'categories', unseen: 'each' };
  if (onValues) binning = { kind: 'none' };
  else if (
    !tested &&
    profile.type === 'numeric' &&
    profile.referenceDistinct > ONE_BIN_A_VALUE
  ) {
    binning = { kind: 'sturges' };
  }
  return {
    ruleSet: 'evidently',
    test,
    title: DRIFT_TEST_TITLES[test],
    figure: tested || test === 'kolmogorov-smirnov' ? 'p-value' : 'distance',
    binning,
    emptyBins:
      test === 'psi' || test === 'kullback-leibler' ? 'filled' : 'kept',
    ...(test === 'jensen-shannon' && { base: 'e' as const }),
    ...(test === 'wasserstein' && { normed: true }),
    limits: { kind: 'fixed', limits: LIMITS[test] },
  };
}

/** Share of drifted columns from which on Evidently calls a data set drifted. @public */
export const EVIDENTLY_DATASET_DRIFT_SHARE = 0.5;
