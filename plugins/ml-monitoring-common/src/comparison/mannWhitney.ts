import { ValueCounts } from '../drift/values';
import { TestResult } from '../drift/kolmogorovSmirnov';
import { normalTwoSided } from '../numeric/normal';

/** Up to so many rows on one side, and without ties, p is exact, as in scipy. */
const EXACT_ROWS = 8;

/** Share of orderings whose U is at most u: counted by the recurrence of Mann and Whitney (1947). */
function exactLowerTail(m: number, n: number, u: number): number {
  // ways[v] after i and j rows: orderings with U = v, by dynamic programming over partitions.
  const most = m * n;
  const ways = new Float64Array(most + 1);
  ways[0] = 1;
  for (let k = 1; k <= m; k++) {
    // Times (1 - q^(n + k)), divided by (1 - q^k): the Gaussian binomial.
    for (let v = most; v >= n + k; v--) ways[v] -= ways[v - n - k];
    for (let v = k; v <= most; v++) ways[v] += ways[v - k];
  }
  let total = 0;
  let below = 0;
  ways.forEach((count, v) => {
    total += count;
    if (v <= u) below += count;
  });
  return below / total;
}

/**
 * Mann-Whitney U test, two-sided, of counted values (Mann and Whitney 1947,
 * Annals of Mathematical Statistics 18(1)), as scipy's `mannwhitneyu`: exact
 * for small samples without ties, else normal with corrections for ties and
 * continuity. The statistic is U of the first sample.
 *
 * @public
 */
export function mannWhitney(a: ValueCounts, b: ValueCounts): TestResult {
  const m = a.rows;
  const n = b.rows;
  if (m === 0 || n === 0) return { statistic: NaN, pValue: NaN };
  let i = 0;
  let j = 0;
  let seen = 0;
  let u = 0;
  let ties = 0;
  while (i < a.values.length || j < b.values.length) {
    const left = i < a.values.length ? a.values[i] : Infinity;
    const right = j < b.values.length ? b.values[j] : Infinity;
    const ofA = left <= right ? a.counts[i++] : 0;
    const ofB = right <= left ? b.counts[j++] : 0;
    u += ofA * (seen + ofB / 2);
    seen += ofB;
    const tied = ofA + ofB;
    ties += tied ** 3 - tied;
  }
  const larger = Math.max(u, m * n - u);
  if (ties === 0 && Math.min(m, n) <= EXACT_ROWS && m * n <= 1e6) {
    return {
      statistic: u,
      pValue: Math.min(1, 2 * exactLowerTail(m, n, m * n - larger)),
    };
  }
  const all = m + n;
  const deviation = Math.sqrt(
    ((m * n) / 12) * (all + 1 - ties / (all * (all - 1))),
  );
  if (!(deviation > 0)) return { statistic: u, pValue: 1 };
  const z = Math.max(0, larger - (m * n) / 2 - 0.5) / deviation;
  return { statistic: u, pValue: normalTwoSided(z) };
}

/** How the shift between two samples was told. @public */
export interface Shift {
  /** Second sample minus first. */
  value: number;
  method: 'Hodges-Lehmann' | 'difference of medians';
}

/** Up to so many pairs all differences are looked at. */
const MOST_PAIRS = 1_000_000;

/**
 * By how much the second sample is higher: the median of all differences
 * (Hodges and Lehmann 1963, Annals of Mathematical Statistics 34(2)), or the
 * difference of the medians where there are more than a million pairs.
 *
 * @public
 */
export function shiftBetween(a: Float64Array, b: Float64Array): Shift {
  if (a.length * b.length > MOST_PAIRS) {
    return {
      value: medianOf(b) - medianOf(a),
      method: 'difference of medians',
    };
  }
  const differences = new Float64Array(a.length * b.length);
  let at = 0;
  for (const right of b) {
    for (const left of a) differences[at++] = right - left;
  }
  return { value: medianOf(differences), method: 'Hodges-Lehmann' };
}

/** Median of numbers; NaN of none. */
export function medianOf(values: Float64Array): number {
  if (values.length === 0) return NaN;
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
