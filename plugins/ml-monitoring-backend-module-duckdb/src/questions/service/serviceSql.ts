import type { BoundSql } from '../../engine/types';
import type { OpenedLog } from '../../log/types';
import { binOf } from './latencyBins';

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

/** Requests of a variant and version in a bucket, with their latencies in bins. */
export type BinnedRow = Omit<ServiceRow, 'p50' | 'p95' | 'p99' | 'odd'> & {
  bucket: number;
  /** Null for requests without a latency. */
  bins: (number | null)[];
  /** Requests of each bin. */
  counts: number[];
};

function columnsOf(log: OpenedLog): { latency: string; others: string } {
  const orNull = (name: Parameters<OpenedLog['has']>[0], type: string) =>
    log.has(name) ? name : `CAST(NULL AS ${type})`;
  return {
    latency: orNull('latency_ms', 'DOUBLE'),
    others: `${orNull('variant', 'VARCHAR')} AS variant,
      ${orNull('model_version', 'VARCHAR')} AS version,
      ${orNull('is_error', 'BOOLEAN')} AS failed,
      epoch_us(ts) // $step_us AS bucket, ts`,
  };
}

const COUNTS = `count(*) AS requests,
  count(*) FILTER (WHERE failed) AS errors,
  count(failed) AS told,
  max(ts) AS "freshAt"`;

/** One scan, with exact quantiles (linear between ranks). */
export function exactServiceSql(log: OpenedLog, rows: BoundSql): string {
  const { latency, others } = columnsOf(log);
  return `SELECT variant, version, bucket, requests, errors, told, odd, "freshAt",
      quantiles[1] AS p50, quantiles[2] AS p95, quantiles[3] AS p99
    FROM (
      SELECT variant, version, bucket, ${COUNTS},
        count(given) - count(latency) AS odd,
        quantile_cont(latency, [0.5, 0.95, 0.99]) AS quantiles
      FROM (
        SELECT ${others}, ${latency} AS given,
          CASE WHEN isfinite(${latency}) AND ${latency} >= 0 THEN ${latency} END AS latency
        FROM ${rows.sql} AS log
      )
      GROUP BY GROUPING SETS ((variant, version), (variant, version, bucket))
    )`;
}

/** One scan, with latencies in bins: `readBins` makes quantiles of them. */
export function binnedServiceSql(log: OpenedLog, rows: BoundSql): string {
  const { latency, others } = columnsOf(log);
  return `SELECT variant, version, bucket,
      sum(requests) AS requests, sum(errors) AS errors, sum(told) AS told,
      max("freshAt") AS "freshAt",
      list(bin) AS bins, list(CAST(requests AS INTEGER)) AS counts
    FROM (
      SELECT variant, version, bucket, bin, ${COUNTS}
      FROM (SELECT ${others}, ${binOf(latency)} AS bin FROM ${rows.sql} AS log)
      GROUP BY variant, version, bucket, bin
    ) GROUP BY variant, version, bucket`;
}
