import type { ConfusionCell } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import { classText, type Outcome } from './outcome';

/** Pairs of label and prediction that are told apart. */
const MOST_PAIRS = 100_000;

/** Rows by label and prediction. */
export interface ClassCounts {
  /** Rows with both. */
  cells: ConfusionCell[];
  /** Every class seen, the most frequent first. */
  classes: string[];
  /** Set where there are more pairs than are told apart. */
  incomplete: boolean;
}

/** Counts pairs of label and prediction. */
export async function countClasses(
  engine: QueryEngine,
  rows: BoundSql,
  { label, prediction }: Outcome,
  signal: AbortSignal,
): Promise<ClassCounts> {
  const found = await engine.query<{
    label: unknown;
    prediction: unknown;
    count: number;
  }>(
    `SELECT ${label ?? 'NULL'} AS label, ${prediction ?? 'NULL'} AS prediction,
      count(*) AS count
    FROM ${rows.sql} AS log GROUP BY 1, 2 ORDER BY count DESC
    LIMIT ${MOST_PAIRS + 1}`,
    rows.params,
    { signal },
  );
  const classes = new Set<string>();
  const cells: ConfusionCell[] = [];
  for (const row of found) {
    if (row.label !== null) classes.add(classText(row.label));
    if (row.prediction !== null) classes.add(classText(row.prediction));
    if (row.label !== null && row.prediction !== null) {
      cells.push({
        label: classText(row.label),
        prediction: classText(row.prediction),
        count: row.count,
      });
    }
  }
  return {
    cells,
    classes: [...classes],
    incomplete: found.length > MOST_PAIRS,
  };
}
