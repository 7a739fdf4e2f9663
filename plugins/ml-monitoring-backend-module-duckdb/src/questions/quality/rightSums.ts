import type { BoundSql, QueryEngine } from '../../engine/types';
import { groupSets, type RowSet } from './groupSets';
import type { Outcome } from './outcome';

/** How many predictions of part of the rows are right. */
export interface RightSums {
  /** Index of the set of rows. */
  set: number;
  key: string | null;
  rows: number;
  labelled: number;
  /** With a label and a prediction, and those where they are the same. */
  judged: number;
  right: number;
}

/** Counts right predictions of parts of the rows, of whatever classes, in one scan. */
export async function rightSums(
  engine: QueryEngine,
  rows: BoundSql,
  { label, prediction }: Outcome,
  sets: readonly RowSet[],
  signal: AbortSignal,
): Promise<RightSums[]> {
  const groups = groupSets(sets);
  const found = await engine.query<RightSums & { which: number }>(
    `SELECT ${groups.outer.join(', ')}, count(*) AS rows,
      count(label) AS labelled, count(label = prediction) AS judged,
      count_if(label = prediction) AS right
    FROM (
      SELECT ${[
        ...groups.inner,
        `${label ?? 'NULL'} AS label`,
        `${prediction ?? 'NULL'} AS prediction`,
      ].join(', ')}
      FROM ${rows.sql} AS log
    ) ${groups.groupBy()}`,
    rows.params,
    { signal },
  );
  return found.map(({ which, ...sums }) => ({
    ...sums,
    set: groups.setOf(which),
  }));
}
