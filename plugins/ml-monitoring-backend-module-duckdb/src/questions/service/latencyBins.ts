import type { BinnedRow, ServiceRow } from './serviceSql';

/*
 * Latencies in bins whose bounds grow by the factor e^(1/100), each told by its
 * middle: DDSketch (Masson, Rim, Lee 2019), whose relative error is
 * (g - 1) / (g + 1). Unlike quantiles, bins of parts of a window add up to those of the whole.
 */
const BINS_PER_E = 100;
const GROWTH = Math.exp(1 / BINS_PER_E);
const ZERO_BIN = -1_000_000;

/** How far a quantile from bins may be from the true one. */
export const BIN_ERROR = 0.005;

/** The bin of a latency, in SQL. */
export const binOf = (latency: string) => `CASE
  WHEN ${latency} > 0 THEN CAST(ceil(ln(${latency}) * ${BINS_PER_E}) AS INTEGER)
  WHEN ${latency} = 0 THEN ${ZERO_BIN} END`;

const middleOf = (bin: number) =>
  bin === ZERO_BIN ? 0 : (2 * GROWTH ** bin) / (GROWTH + 1);

type Bins = Map<number, number>;

function quantilesOf(bins: Bins): Pick<ServiceRow, 'p50' | 'p95' | 'p99'> {
  const sorted = [...bins].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const quantile = (p: number) => {
    let reached = 0;
    for (const [bin, count] of sorted) {
      reached += count;
      if (reached > p * (total - 1)) return middleOf(bin);
    }
    return null;
  };
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) };
}

function addBins(bins: Bins, row: BinnedRow): Bins {
  row.bins.forEach((bin, index) => {
    if (bin !== null) bins.set(bin, (bins.get(bin) ?? 0) + row.counts[index]);
  });
  return bins;
}

/** Quantiles of each bucket, and the rows of the whole window. */
export function readBins(rows: BinnedRow[]): ServiceRow[] {
  const wholes = new Map<string, { row: ServiceRow; bins: Bins }>();
  const parts = rows.map(({ bins, counts, ...row }): ServiceRow => {
    const key = JSON.stringify([row.variant, row.version]);
    const whole = wholes.get(key);
    const full = { ...row, bins, counts };
    if (whole) {
      addBins(whole.bins, full);
      whole.row.requests += row.requests;
      whole.row.errors += row.errors;
      whole.row.told += row.told;
      whole.row.odd += row.odd;
      if ((row.freshAt ?? '') > (whole.row.freshAt ?? '')) {
        whole.row.freshAt = row.freshAt;
      }
    } else {
      wholes.set(key, {
        row: { ...row, bucket: null, p50: null, p95: null, p99: null },
        bins: addBins(new Map(), full),
      });
    }
    return { ...row, ...quantilesOf(addBins(new Map(), full)) };
  });
  return [
    ...parts,
    ...[...wholes.values()].map(({ row, bins }) => ({
      ...row,
      ...quantilesOf(bins),
    })),
  ];
}
