import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';

/** How p-values of many features are corrected. @public */
export type DriftCorrection = NonNullable<
  NonNullable<MlMonitoringSpec['drift']>['correction']
>;

/**
 * Corrects p-values for testing many features at once: Bonferroni, or
 * Benjamini and Hochberg (1995, Journal of the Royal Statistical Society B
 * 57(1), step-up, as adjusted values). NaN stays and does not count as a test.
 *
 * @public
 */
export function correctPValues(
  pValues: readonly number[],
  correction: DriftCorrection,
): number[] {
  if (correction === 'none') return [...pValues];
  const known = pValues
    .map((p, index) => ({ p, index }))
    .filter(({ p }) => !Number.isNaN(p));
  const tests = known.length;
  const corrected = [...pValues];
  if (correction === 'bonferroni') {
    for (const { p, index } of known) corrected[index] = Math.min(1, p * tests);
    return corrected;
  }
  known.sort((a, b) => b.p - a.p);
  let least = 1;
  known.forEach(({ p, index }, i) => {
    least = Math.min(least, p * (tests / (tests - i)));
    corrected[index] = least;
  });
  return corrected;
}
