import {
  bootstrapInterval,
  type ComparedMetric,
  compareValues,
  enoughData,
  fromValueCounts,
  mannWhitney,
  quantiles,
  type ValueCounts,
  type VariantDifference,
} from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';

/** Up to so many rows of a variant each is compared; beyond that intervals are of so many, evenly taken. */
const MOST_DRAWN = 5_000;
/** Latencies that are told apart, both variants together. */
const MOST_GROUPS = 50_000;
/** Rounding where there are more, in milliseconds. */
const ROUNDED_TO = 0.1;
/** The same interval on every load. */
const SEED = 1;
const RESAMPLES = 1_000;

/** Latencies of two variants, counted. */
export interface CountedLatencies {
  stable: ValueCounts;
  candidate: ValueCounts;
  rounded: boolean;
}

/** Counts latencies of both variants in one scan; to a tenth of a millisecond where there are very many. */
export async function countLatencies(
  engine: QueryEngine,
  rows: BoundSql,
  variants: { stable: string; candidate: string },
  signal: AbortSignal,
): Promise<CountedLatencies> {
  const found = await engine.query<{
    variant: string;
    value: number;
    count: number;
    near: boolean;
  }>(
    `WITH counted AS MATERIALIZED (
      SELECT variant, latency_ms AS value, count(*) AS count FROM ${rows.sql} AS log
      WHERE variant IN ($stable, $candidate) AND isfinite(latency_ms) GROUP BY 1, 2
    ), near AS (SELECT count(*) > ${MOST_GROUPS} AS near FROM counted)
    SELECT variant, CASE WHEN near THEN round(value / ${ROUNDED_TO}) * ${ROUNDED_TO} ELSE value END AS value,
      sum(count) AS count, any_value(near) AS near
    FROM counted, near GROUP BY 1, 2`,
    { ...rows.params, ...variants },
    { signal },
  );
  const of = (variant: string) =>
    fromValueCounts(found.filter(row => row.variant === variant));
  return {
    stable: of(variants.stable),
    candidate: of(variants.candidate),
    rounded: found.some(({ near }) => near),
  };
}

/** Rows of counted values: all, or every k-th where there are too many. */
function drawnFrom({ values, counts, rows }: ValueCounts): Float64Array {
  const drawn = new Float64Array(Math.min(rows, MOST_DRAWN));
  const step = rows / drawn.length;
  let at = 0;
  let end = 0;
  for (let i = 0; i < values.length; i++) {
    end += counts[i];
    while (at < drawn.length && (at + 0.5) * step < end) {
      drawn[at++] = values[i];
    }
  }
  return drawn;
}

function quantileDifference(
  { stable, candidate, rounded }: CountedLatencies,
  p: number,
): VariantDifference {
  const drawn = [drawnFrom(stable), drawnFrom(candidate)];
  const taken = drawn.map(({ length }) => new Uint16Array(length));
  // Values are sorted, so their quantile is found by how often each was drawn.
  const at = (indices: Uint32Array, side: number) => {
    const times = taken[side].fill(0);
    for (const index of indices) times[index]++;
    let left = Math.floor(p * indices.length);
    let index = 0;
    while (index < times.length - 1 && left >= times[index]) {
      left -= times[index++];
    }
    return drawn[side][index];
  };
  const interval = bootstrapInterval(
    drawn.map(({ length }) => length),
    ([first, second]) => at(second, 1) - at(first, 0),
    { seed: SEED, resamples: RESAMPLES },
  );
  const [before] = quantiles(stable, [p]);
  const [now] = quantiles(candidate, [p]);
  const of = rounded ? ` of latencies to the nearest ${ROUNDED_TO} ms` : '';
  return {
    stable: before,
    candidate: now,
    difference: now - before,
    interval,
    pValue: p === 0.5 ? mannWhitney(stable, candidate).pValue : NaN,
    method: `${
      p === 0.5 ? 'Mann-Whitney test, difference of medians' : 'difference'
    }${of}; bootstrap interval of at most ${MOST_DRAWN} rows a variant, evenly taken, seed ${SEED}`,
    rows: { stable: stable.rows, candidate: candidate.rows },
    enough: enoughData(stable.rows, candidate.rows),
  };
}

/** Latency of two variants: the median, the 95th and the 99th percentile. */
export function compareLatencies(counted: CountedLatencies): ComparedMetric[] {
  const { stable, candidate } = counted;
  const few = Math.max(stable.rows, candidate.rows) <= MOST_DRAWN;
  const metric = (
    name: string,
    title: string,
    difference: VariantDifference,
  ): ComparedMetric => ({
    metric: name,
    title,
    unit: 'ms',
    better: 'lower',
    difference,
  });
  const medians = few
    ? compareValues(
        Array.from(drawnFrom(stable)),
        Array.from(drawnFrom(candidate)),
        { seed: SEED },
      )
    : quantileDifference(counted, 0.5);
  return [
    metric('latency_p50', 'Median latency', medians),
    metric(
      'latency_p95',
      '95th percentile of latency',
      quantileDifference(counted, 0.95),
    ),
    metric(
      'latency_p99',
      '99th percentile of latency',
      quantileDifference(counted, 0.99),
    ),
  ];
}
