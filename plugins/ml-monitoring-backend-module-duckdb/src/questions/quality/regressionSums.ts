import type { RegressionSums } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import { groupSets, type RowSet } from './groupSets';
import type { Outcome } from './outcome';

/** Sums of part of the rows. */
export interface PartOfRegression {
  /** Index of the set of rows. */
  set: number;
  key: string | null;
  /** All rows of the part, and those with a label. */
  rows: number;
  labelled: number;
  sums: RegressionSums;
  /** Mean of the predictions; null without any. */
  meanPrediction: number | null;
}

/** Fourth powers of larger errors leave what a double can hold. */
const ERROR_LIMIT = '1e75';

/** Adds up errors of parts of the rows in one scan. */
export async function regressionSums(
  engine: QueryEngine,
  rows: BoundSql,
  { label, prediction }: Outcome,
  sets: readonly RowSet[],
  signal: AbortSignal,
): Promise<PartOfRegression[]> {
  const groups = groupSets(sets);
  const number = (sql: string | undefined) =>
    `TRY_CAST(${sql ?? 'NULL'} AS DOUBLE)`;
  const sql = `SELECT ${groups.outer.join(', ')}, count(*) AS "all",
      count(label) AS labelled, count(error) AS rows,
      sum(abs(error)) AS absolute, sum(error * error) AS squared,
      sum(error * error * error * error) AS fourth, sum(error) AS error,
      sum(abs(error / label)) FILTER (label <> 0) AS relative,
      count(error) FILTER (label <> 0) AS "relativeRows",
      var_pop(label) FILTER (error IS NOT NULL) AS variance,
      avg(prediction) FILTER (abs(prediction) < ${ERROR_LIMIT}) AS "meanPrediction"
    FROM (
      SELECT *, CASE WHEN abs(prediction - label) < ${ERROR_LIMIT}
        AND abs(label) < ${ERROR_LIMIT} THEN prediction - label END AS error
      FROM (
        SELECT ${[
          ...groups.inner,
          `${number(label)} AS label`,
          `${number(prediction)} AS prediction`,
        ].join(', ')}
        FROM ${rows.sql} AS log
      )
    ) ${groups.groupBy()}`;
  const found = await engine.query<Record<string, number | null>>(
    sql,
    rows.params,
    { signal },
  );
  return found.map(row => ({
    set: groups.setOf(row.which ?? 0),
    key: row.key as string | null,
    rows: row.all ?? 0,
    labelled: row.labelled ?? 0,
    meanPrediction: row.meanPrediction,
    sums: {
      rows: row.rows ?? 0,
      absoluteError: row.absolute ?? 0,
      squaredError: row.squared ?? 0,
      fourthPowerError: row.fourth ?? 0,
      error: row.error ?? 0,
      relativeError: row.relative ?? 0,
      relativeRows: row.relativeRows ?? 0,
      labelVariance: row.variance ?? NaN,
    },
  }));
}
