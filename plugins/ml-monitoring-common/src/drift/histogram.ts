import { ValueCounts, upperBound } from './values';

/**
 * Rows in each bin: `counts[i]` is of `edges[i] <= x < edges[i + 1]`, the last
 * bin has its upper edge too (numpy.histogram's rule), and what lies outside
 * is counted on either side.
 *
 * @public
 */
export interface Histogram {
  edges: readonly number[];
  counts: readonly number[];
  below: number;
  above: number;
}

/** How rows outside of the edges count. @public */
export type OutsideBins =
  /** A bin below and one above. */
  | 'each-side'
  /** One more bin for both, only where the current data has such rows (NannyML). */
  | 'together'
  /** Not at all: the edges are those of both (Evidently). */
  | 'none';

/** Shares of the same bins or categories in baseline and current data. @public */
export interface SharePair {
  reference: number[];
  current: number[];
}

/** Rows of a histogram, with those outside of the edges. @public */
export function histogramRows(histogram: Histogram): number {
  const { counts, below, above } = histogram;
  return counts.reduce((sum, count) => sum + count, below + above);
}

/** Index of the bin of a value: -1 below the first edge, the number of bins above the last. @public */
export function binIndex(edges: readonly number[], value: number): number {
  const last = edges.length - 1;
  if (value === edges[last]) {
    // An edge that stands twice is a bin of its own.
    return Math.max(0, last - 1);
  }
  const index = upperBound(edges, value) - 1;
  return index === last ? last : index;
}

/** Counts values into bins. @public */
export function histogramOf(
  column: ValueCounts,
  edges: readonly number[],
): Histogram {
  const bins = Math.max(0, edges.length - 1);
  const counts = new Array<number>(bins).fill(0);
  let below = 0;
  let above = 0;
  for (let i = 0; i < column.values.length; i++) {
    const bin = edges.length ? binIndex(edges, column.values[i]) : 0;
    if (bin < 0) below += column.counts[i];
    else if (bin >= bins) above += column.counts[i];
    else counts[bin] += column.counts[i];
  }
  return { edges, counts, below, above };
}

/** Shares of two histograms with the same edges. @public */
export function histogramShares(
  reference: Histogram,
  current: Histogram,
  outside: OutsideBins,
): SharePair {
  const rows = {
    reference: histogramRows(reference),
    current: histogramRows(current),
  };
  const share = ({ counts, below, above }: Histogram, of: number) => {
    const inside = counts.map(count => count / of);
    if (outside === 'each-side') return [below / of, ...inside, above / of];
    return outside === 'together' && current.below + current.above > 0
      ? [...inside, (below + above) / of]
      : inside;
  };
  return {
    reference: share(reference, rows.reference),
    current: share(current, rows.current),
  };
}
