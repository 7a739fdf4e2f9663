import type { BoundSql } from '../../engine/types';
import type { OpenedLog } from '../../log/types';

/** Requests of a variant and version: of a bucket, or of the whole window. */
export interface ServiceRow {
  variant: string | null;
  version: string | null;
  /** Which multiple of the step since 1970; null for the whole window. */
  bucket: number | null;
  requests: number;
  errors: number;
  /** Requests of which the log tells whether they failed. */
  told: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  /** Latencies that are negative or not finite. */
  odd: number;
  freshAt: string | null;
}

/** How far a quantile from bins may be from the true one. */
export const BIN_ERROR = 0.005;

/*
 * Latencies in bins whose bounds grow by the factor e^(1/100), each told by its
 * middle: DDSketch (Masson, Rim, Lee 2019), whose relative error is
 * (g - 1) / (g + 1). Unlike quantiles, bins of parts of a window add up to those of the whole.
 */
const BINS_PER_E = 100;
const ZERO_BIN = -1_000_000;

interface Columns {
  select: string;
}

function columnsOf(log: OpenedLog): Columns {
  const orNull = (name: Parameters<OpenedLog['has']>[0], type: string) =>
    log.has(name) ? name : `CAST(NULL AS ${type})`;
  const latency = orNull('latency_ms', 'DOUBLE');
  return {
    select: `${orNull('variant', 'VARCHAR')} AS variant,
      ${orNull('model_version', 'VARCHAR')} AS version,
      ${orNull('is_error', 'BOOLEAN')} AS failed,
      CASE WHEN isfinite(${latency}) AND ${latency} >= 0 THEN ${latency} END AS latency,
      ${latency} AS given,
      epoch_us(ts) // $step_us AS bucket, ts`,
  };
}

const COUNTS = `count(*) AS requests,
  count(*) FILTER (WHERE failed) AS errors,
  count(failed) AS told,
  count(given) - count(latency) AS odd,
  max(ts) AS "freshAt"`;

/** One scan, with exact quantiles (linear between ranks). */
export function exactServiceSql(log: OpenedLog, rows: BoundSql): string {
  return `SELECT variant, version, bucket, requests, errors, told, odd, "freshAt",
      quantiles[1] AS p50, quantiles[2] AS p95, quantiles[3] AS p99
    FROM (
      SELECT variant, version, bucket, ${COUNTS},
        quantile_cont(latency, [0.5, 0.95, 0.99]) AS quantiles
      FROM (SELECT ${columnsOf(log).select} FROM ${rows.sql} AS log)
      GROUP BY GROUPING SETS ((variant, version), (variant, version, bucket))
    )`;
}

/** One scan, with quantiles from bins. */
export function binnedServiceSql(log: OpenedLog, rows: BoundSql): string {
  const middle = `CASE WHEN bin = ${ZERO_BIN} THEN 0
    ELSE 2 * exp(bin / ${BINS_PER_E}.0) / (exp(1 / ${BINS_PER_E}.0) + 1) END`;
  const quantile = (p: number) =>
    `min(${middle}) FILTER (WHERE bin IS NOT NULL AND reached > ${p} * (latencies - 1))`;
  return `WITH binned AS MATERIALIZED (
      SELECT variant, version, bucket, bin, ${COUNTS} FROM (
        SELECT *, CASE
          WHEN latency > 0 THEN CAST(ceil(ln(latency) * ${BINS_PER_E}) AS INTEGER)
          WHEN latency = 0 THEN ${ZERO_BIN} END AS bin
        FROM (SELECT ${columnsOf(log).select} FROM ${rows.sql} AS log)
      ) GROUP BY variant, version, bucket, bin
    ), both_spans AS (
      SELECT * FROM binned
      UNION ALL
      SELECT variant, version, NULL, bin, sum(requests), sum(errors), sum(told), sum(odd), max("freshAt")
      FROM binned GROUP BY variant, version, bin
    ), counted AS (
      SELECT *,
        sum(CASE WHEN bin IS NULL THEN 0 ELSE requests END)
          OVER (PARTITION BY variant, version, bucket ORDER BY bin NULLS LAST) AS reached,
        sum(CASE WHEN bin IS NULL THEN 0 ELSE requests END)
          OVER (PARTITION BY variant, version, bucket) AS latencies
      FROM both_spans
    )
    SELECT variant, version, bucket,
      sum(requests) AS requests, sum(errors) AS errors, sum(told) AS told,
      sum(odd) AS odd, max("freshAt") AS "freshAt",
      ${quantile(0.5)} AS p50, ${quantile(0.95)} AS p95, ${quantile(
    0.99,
  )} AS p99
    FROM counted GROUP BY variant, version, bucket`;
}
