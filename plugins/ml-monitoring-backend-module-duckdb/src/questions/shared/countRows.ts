import type { BoundSql } from '../../engine/types';
import type { OpenedLog } from '../../log/types';
import type { QuestionTools } from '../types';

/** Rows, and the time of the newest. */
export interface RowCount {
  count: number;
  newest: string | null;
}

/** Counts rows, which reads next to nothing of a Parquet file. */
export async function countRows(
  { engine }: QuestionTools,
  log: OpenedLog,
  rows: BoundSql,
  signal: AbortSignal,
): Promise<RowCount> {
  const newest = log.has('ts') ? 'max(ts)' : 'NULL';
  const [found] = await engine.query<RowCount>(
    `SELECT count(*) AS count, ${newest} AS newest FROM ${rows.sql} AS log`,
    rows.params,
    { signal },
  );
  return found;
}
