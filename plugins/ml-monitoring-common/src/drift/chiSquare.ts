import { chiSquareTail } from '../numeric/gamma';
import { CategoryTable } from './categories';
import { TestResult } from './kolmogorovSmirnov';

/** Rows of the same categories on both sides. @public */
export type CountPair = Pick<CategoryTable, 'reference' | 'current'>;

function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Pearson's goodness of fit of the current counts to the shares of the
 * baseline, as Evidently takes it: a category that the baseline lacks makes
 * the statistic infinite and p zero.
 *
 * @public
 */
export function chiSquareFit({ reference, current }: CountPair): TestResult {
  const scale = total(current) / total(reference);
  if (!(scale > 0) || !Number.isFinite(scale)) {
    return { statistic: NaN, pValue: NaN };
  }
  let statistic = 0;
  reference.forEach((count, i) => {
    const expected = count * scale;
    if (expected > 0 || current[i] > 0) {
      statistic += (current[i] - expected) ** 2 / expected;
    }
  });
  return result(statistic, reference.length - 1);
}

/**
 * Chi-square test of the table of both counts, as scipy's `chi2_contingency`
 * (Yates's correction for two categories) and so NannyML.
 *
 * @public
 */
export function chiSquareContingency(counts: CountPair): TestResult {
  const rows = [counts.reference, counts.current].map(side =>
    side.filter((_, i) => counts.reference[i] + counts.current[i] > 0),
  );
  const totals = rows.map(total);
  const all = totals[0] + totals[1];
  if (!(totals[0] > 0) || !(totals[1] > 0)) {
    return { statistic: NaN, pValue: NaN };
  }
  const freedom = rows[0].length - 1;
  let statistic = 0;
  rows[0].forEach((_, i) => {
    const column = rows[0][i] + rows[1][i];
    rows.forEach((row, side) => {
      const expected = (totals[side] * column) / all;
      const difference = Math.abs(row[i] - expected);
      const corrected =
        freedom === 1 ? difference - Math.min(0.5, difference) : difference;
      statistic += corrected ** 2 / expected;
    });
  });
  return result(statistic, freedom);
}

function result(statistic: number, freedom: number): TestResult {
  return {
    statistic,
    pValue: freedom === 0 ? 1 : chiSquareTail(statistic, freedom),
  };
}
