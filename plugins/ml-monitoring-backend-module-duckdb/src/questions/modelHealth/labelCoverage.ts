import type { LabelCoverage } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import type { OpenedLog } from '../../log/types';

/** How many labels have arrived, and how long they took: to the second. */
export async function labelCoverage(
  engine: QueryEngine,
  log: OpenedLog,
  rows: BoundSql,
  signal: AbortSignal,
): Promise<LabelCoverage | undefined> {
  if (!log.has('label')) return undefined;
  // A label that is older than its prediction has a clock that is wrong.
  const delay =
    log.has('label_ts') && log.has('ts')
      ? 'greatest(0, (epoch_ms(label_ts) - epoch_ms(ts)) // 1000)'
      : 'NULL::BIGINT';
  const [found] = await engine.query<{
    predictions: number;
    labelled: number;
    median: number | null;
  }>(
    `WITH delays AS (
      SELECT label IS NOT NULL AS labelled,
        CASE WHEN label IS NOT NULL THEN ${delay} END AS delay, count(*) AS count
      FROM ${rows.sql} AS log GROUP BY 1, 2
    ), ends AS (
      SELECT delay, sum(count) OVER (ORDER BY delay ROWS UNBOUNDED PRECEDING) AS "end",
        sum(count) OVER () AS total
      FROM delays WHERE delay IS NOT NULL
    )
    SELECT coalesce(sum(count), 0) AS predictions,
      coalesce(sum(count) FILTER (labelled), 0) AS labelled,
      (SELECT min(delay) FROM ends WHERE "end" * 2 >= total) AS median
    FROM delays`,
    rows.params,
    { signal },
  );
  return {
    predictions: found.predictions,
    labelled: found.labelled,
    ...(found.median !== null && { medianDelaySeconds: found.median }),
  };
}
