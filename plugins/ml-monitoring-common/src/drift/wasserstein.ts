import { Histogram, histogramRows } from './histogram';
import { ApproximateFigure } from './kolmogorovSmirnov';
import { summariseValues, ValueCounts } from './values';

/**
 * Wasserstein distance of order 1: the area between the two distribution
 * functions (Vallender 1974, Theory of Probability and its Applications
 * 18(4)), in the unit of the column; as scipy.stats.wasserstein_distance.
 *
 * @public
 */
export function wassersteinDistance(
  reference: ValueCounts,
  current: ValueCounts,
): number {
  if (reference.rows === 0 || current.rows === 0) return NaN;
  let i = 0;
  let j = 0;
  let seenReference = 0;
  let seenCurrent = 0;
  let distance = 0;
  let at: number | undefined;
  while (i < reference.values.length || j < current.values.length) {
    const left = i < reference.values.length ? reference.values[i] : Infinity;
    const right = j < current.values.length ? current.values[j] : Infinity;
    const next = Math.min(left, right);
    if (at !== undefined) {
      distance +=
        Math.abs(seenReference / reference.rows - seenCurrent / current.rows) *
        (next - at);
    }
    at = next;
    if (left === next) seenReference += reference.counts[i++];
    if (right === next) seenCurrent += current.counts[j++];
  }
  return distance;
}

/** The least standard deviation that a distance is divided by (Evidently 0.7.21). */
const LEAST_DEVIATION = 0.001;

/** Divides a distance by the standard deviation of the baseline, as Evidently does. @public */
export function normaliseWasserstein(
  distance: number,
  referenceDeviation: number,
): number {
  return distance / Math.max(referenceDeviation, LEAST_DEVIATION);
}

/** Wasserstein distance in standard deviations of the baseline. @public */
export function normedWassersteinDistance(
  reference: ValueCounts,
  current: ValueCounts,
): number {
  return normaliseWasserstein(
    wassersteinDistance(reference, current),
    summariseValues(reference).standardDeviation,
  );
}

/** Area between zero and a line from one height to another. */
function areaUnder(from: number, to: number, width: number): number {
  if (from * to >= 0) return ((Math.abs(from) + Math.abs(to)) / 2) * width;
  return (
    ((from * from + to * to) / (2 * (Math.abs(from) + Math.abs(to)))) * width
  );
}

/**
 * Wasserstein distance of histograms with the same finite edges that hold
 * every row, the rows of a bin taken as evenly spread. Each row may be up to
 * half a bin from there, which bounds the error.
 *
 * @public
 */
export function wassersteinOfHistograms(
  reference: Histogram,
  current: Histogram,
): ApproximateFigure {
  const m = histogramRows(reference);
  const n = histogramRows(current);
  const outside =
    reference.below + reference.above + current.below + current.above;
  if (m === 0 || n === 0 || outside > 0) return { value: NaN, error: NaN };
  let value = 0;
  let error = 0;
  let gap = 0;
  reference.counts.forEach((count, i) => {
    const width = reference.edges[i + 1] - reference.edges[i];
    const r = count / m;
    const c = current.counts[i] / n;
    const next = gap + r - c;
    value += areaUnder(gap, next, width);
    error += ((r + c) * width) / 2;
    gap = next;
  });
  return { value, error };
}
