import { kolmogorovTail } from '../numeric/kolmogorov';
import { Histogram, histogramRows } from './histogram';
import { ValueCounts } from './values';

/** The result of a test. @public */
export interface TestResult {
  statistic: number;
  /** NaN where the test cannot be made. */
  pValue: number;
}

/** Up to so many rows on either side p is exact, as in scipy's `ks_2samp`. */
const EXACT_ROWS = 10_000;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Probability of a two-sample statistic of at least `steps / lcm(m, n)`: the
 * share of lattice paths that leave the band (Hodges 1958, Arkiv för
 * Matematik 3(43)). Summing what is outside keeps small tails exact.
 */
function exactTail(m: number, n: number, steps: number, gcd: number): number {
  if (steps === 0) return 1;
  const mg = m / gcd;
  const ng = n / gcd;
  // Row i of the lattice; cells that are not yet inside the band stay at 1.
  const row = new Float64Array(n + 1).fill(1);
  for (let i = 0; i <= m; i++) {
    const centre = i * ng;
    const from = Math.max(0, Math.floor((centre - steps) / mg) + 1);
    const to = Math.min(n, Math.ceil((centre + steps) / mg) - 1);
    if (from > 0) row[from - 1] = 1;
    for (let j = from; j <= to; j++) {
      if (i + j === 0) row[j] = 0;
      else {
        row[j] =
          ((i > 0 ? i * row[j] : 0) + (j > 0 ? j * row[j - 1] : 0)) / (i + j);
      }
    }
  }
  return Math.min(1, row[n]);
}

/**
 * Two-sample Kolmogorov-Smirnov test, two-sided, as scipy's `ks_2samp`: p is
 * exact up to 10,000 rows on either side and asymptotic beyond.
 *
 * @public
 */
export function kolmogorovSmirnov(
  reference: ValueCounts,
  current: ValueCounts,
): TestResult {
  const m = reference.rows;
  const n = current.rows;
  if (m === 0 || n === 0) return { statistic: NaN, pValue: NaN };
  const gcd = greatestCommonDivisor(m, n);
  let i = 0;
  let j = 0;
  let seenReference = 0;
  let seenCurrent = 0;
  // In whole steps of 1 / lcm(m, n), so that nothing is rounded.
  let steps = 0;
  while (i < reference.values.length || j < current.values.length) {
    const left = i < reference.values.length ? reference.values[i] : Infinity;
    const right = j < current.values.length ? current.values[j] : Infinity;
    if (left <= right) seenReference += reference.counts[i++];
    if (right <= left) seenCurrent += current.counts[j++];
    steps = Math.max(
      steps,
      Math.abs(seenReference * (n / gcd) - seenCurrent * (m / gcd)),
    );
  }
  const statistic = steps / (m / gcd) / n;
  if (Math.max(m, n) > EXACT_ROWS) {
    return {
      statistic,
      pValue: kolmogorovTail(Math.round((m * n) / (m + n)), statistic),
    };
  }
  return { statistic, pValue: exactTail(m, n, steps, gcd) };
}

/** A figure of binned data with how far it can be from that of the rows. @public */
export interface ApproximateFigure {
  value: number;
  /** The figure of the rows is within this much of the value. */
  error: number;
}

/**
 * Kolmogorov-Smirnov statistic of histograms with the same edges: the largest
 * gap at an edge. Within a bin the gap can be larger, though by no more than
 * the bin's share on one side.
 *
 * @public
 */
export function kolmogorovSmirnovOfHistograms(
  reference: Histogram,
  current: Histogram,
): ApproximateFigure {
  const m = histogramRows(reference);
  const n = histogramRows(current);
  if (m === 0 || n === 0) return { value: NaN, error: NaN };
  const bins = ({ below, counts, above }: Histogram) => [
    below,
    ...counts,
    above,
  ];
  const right = bins(current);
  let value = 0;
  let most = 0;
  let gap = 0;
  bins(reference).forEach((count, i) => {
    const r = count / m;
    const c = right[i] / n;
    most = Math.max(most, gap + r, c - gap);
    gap += r - c;
    value = Math.max(value, Math.abs(gap));
  });
  return { value, error: Math.max(0, most - value) };
}
