import {
  Interval,
  ValueCounts,
  fromValueCounts,
} from '@airworthy/plugin-ml-monitoring-common';

/** Requests at most so long, for each bound; the last bound is infinite. */
export interface Buckets {
  bounds: number[];
  /** Ascending, since each counts what those before it count. */
  cumulative: number[];
  total: number;
}

/** Buckets of `le` and count; counts that fall are mended, since they are extrapolated one by one. */
export function toBuckets(
  counts: { le: string; count: number | null }[],
  factor: number,
): Buckets {
  const sorted = counts
    .flatMap(({ le, count }) => {
      const bound = le === '+Inf' ? Infinity : Number(le);
      return Number.isNaN(bound) || count === null
        ? []
        : [{ bound: bound * factor, count }];
    })
    .sort((a, b) => a.bound - b.bound);
  let highest = 0;
  const cumulative = sorted.map(({ count }) => {
    highest = Math.max(highest, count);
    return highest;
  });
  return {
    bounds: sorted.map(({ bound }) => bound),
    cumulative,
    total: highest,
  };
}

/** The quantile by straight lines within buckets, as `histogram_quantile` tells it. */
export function quantileOf(buckets: Buckets, quantile: number): number {
  const { bounds, cumulative, total } = buckets;
  if (total <= 0 || bounds.length < 2 || bounds[bounds.length - 1] < Infinity) {
    return NaN;
  }
  const rank = quantile * total;
  const index = cumulative.findIndex(count => count >= rank);
  // Beyond the last finite bound nothing is known but that bound.
  if (index === bounds.length - 1) return bounds[index - 1];
  if (index === 0 && bounds[0] <= 0) return bounds[0];
  const lower = index === 0 ? 0 : bounds[index - 1];
  const before = index === 0 ? 0 : cumulative[index - 1];
  const inside = cumulative[index] - before;
  const share = inside > 0 ? (rank - before) / inside : 1;
  return lower + (bounds[index] - lower) * share;
}

// Of the standard normal distribution, at 97.5 %.
const CRITICAL = 1.959963984540054;
const LEVEL = 0.95;

/**
 * Interval of a quantile by the order statistics: the number of requests below
 * it is binomial (Conover 1999, Practical Nonparametric Statistics, section
 * 3.2, normal approximation).
 */
export function quantileInterval(buckets: Buckets, quantile: number): Interval {
  const spread =
    CRITICAL * Math.sqrt((quantile * (1 - quantile)) / buckets.total);
  return {
    lower: quantileOf(buckets, Math.max(0, quantile - spread)),
    upper: quantileOf(buckets, Math.min(1, quantile + spread)),
    level: LEVEL,
  };
}

/** The requests as values, each in the middle of its bucket: what is within one bucket is tied. */
export function toValueCounts({ bounds, cumulative }: Buckets): ValueCounts {
  return fromValueCounts(
    bounds.map((bound, i) => {
      const lower = i === 0 ? 0 : bounds[i - 1];
      const count = Math.round(
        cumulative[i] - (i === 0 ? 0 : cumulative[i - 1]),
      );
      return {
        value: bound === Infinity ? lower * 2 + 1 : (lower + bound) / 2,
        count,
      };
    }),
  );
}
