import type { BinnedRow, ServiceRow } from './serviceSql';

/*
 * Latencies in bins whose bounds grow by the factor e^(1/100), each told by its
 * middle: DDSketch (Masson, Rim, Lee 2019), whose relative error is
 * (g - 1) / (g + 1). Unlike quantiles, bins of parts of a window add up to those of the whole.
 */
const BINS_PER_E = 100;
const GROWTH = Math.exp(1 / BINS_PER_E);
const ZERO_BIN = -1_000_000;
/** Latencies that are negative or not finite; NaN is greater than infinity in DuckDB. */
const ODD_BIN = -2_000_000;

/** How far a quantile from bins may be from the true one. */
export const BIN_ERROR = 0.005;

/** The bin of a latency, in SQL. */
export const binOf = (latency: string) => `CASE
  WHEN ${latency} > 0 AND ${latency} < CAST('inf' AS DOUBLE)
    THEN CAST(ceil(ln(${latency}) * ${BINS_PER_E}) AS INTEGER)
  WHEN ${latency} = 0 THEN ${ZERO_BIN}
  WHEN ${latency} IS NOT NULL THEN ${ODD_BIN} END`;

const middleOf = (bin: number) =>
  bin === ZERO_BIN ? 0 : (2 * GROWTH ** bin) / (GROWTH + 1);

interface Latencies {
  /** Requests by bin. */
  bins: Map<number, number>;
  odd: number;
}

function add(latencies: Latencies, row: BinnedRow): Latencies {
  const { bins } = latencies;
  row.bins.forEach((bin, index) => {
    const count = row.counts[index];
    if (bin === ODD_BIN) latencies.odd += count;
    else if (bin !== null) bins.set(bin, (bins.get(bin) ?? 0) + count);
  });
  return latencies;
}

const none = (): Latencies => ({ bins: new Map(), odd: 0 });

function figuresOf({
  bins,
  odd,
}: Latencies): Pick<ServiceRow, 'p50' | 'p95' | 'p99' | 'odd'> {
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
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99), odd };
}

type Counts = Omit<BinnedRow, 'bins' | 'counts' | 'bucket'>;

function addCounts(sum: Counts, row: Counts): Counts {
  return {
    variant: row.variant,
    version: row.version,
    requests: sum.requests + row.requests,
    errors: sum.errors + row.errors,
    told: sum.told + row.told,
    freshAt:
      (row.freshAt ?? '') > (sum.freshAt ?? '') ? row.freshAt : sum.freshAt,
  };
}

/** The rows of each bucket, and those of the whole window, with quantiles. */
export function readBins(rows: BinnedRow[]): ServiceRow[] {
  const groups = new Map<string, BinnedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.variant, row.version]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const parts = rows.map(({ bins, counts, ...row }) => ({
    ...row,
    ...figuresOf(add(none(), { ...row, bins, counts })),
  }));
  const wholes = [...groups.values()].map(group => ({
    ...group.reduce<Counts>(addCounts, {
      ...{ variant: null, version: null, freshAt: null },
      ...{ requests: 0, errors: 0, told: 0 },
    }),
    bucket: null,
    ...figuresOf(group.reduce(add, none())),
  }));
  return [...parts, ...wholes];
}
