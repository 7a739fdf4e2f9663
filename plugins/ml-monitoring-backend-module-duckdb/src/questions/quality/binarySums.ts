import type { BoundSql, QueryEngine } from '../../engine/types';
import { groupSets, type RowSet } from './groupSets';
import { type BinaryOutcome, binarySql } from './scoreGroups';

/** Scores are told apart in steps of one by so many in parts of the rows. */
export const PART_SCORE_STEPS = 1_000;

/** What the figures of a binary classification need of a part of the rows. */
export interface BinarySums {
  /** Index of the set of rows. */
  set: number;
  /** Null for all rows together, or where the key is missing. */
  key: string | null;
  rows: number;
  /** Predicted positive, and predicted at all. */
  predictedPositive: number;
  predicted: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
  /** With a label and a score. */
  positives: number;
  negatives: number;
  /** Pairs of a positive and a negative that scores put in the right order, ties as half. */
  ordered: number;
  /** Pairs with nearly the same score, half of them: how far `ordered` can be off. */
  tied: number;
  squaredError: number;
  /** Without a label and with a score, and how many of them are expected to be predicted right. */
  unlabelled: number;
  expectedRight: number;
}

/** Adds up parts of the rows in one scan; pairs are counted in SQL. */
export async function binarySums(
  engine: QueryEngine,
  rows: BoundSql,
  outcome: BinaryOutcome,
  sets: readonly RowSet[],
  signal: AbortSignal,
): Promise<BinarySums[]> {
  const { positive, predicted, params } = binarySql(outcome);
  const groups = groupSets(sets);
  const when = (condition: string, value = 'n') =>
    `sum(CASE WHEN ${condition} THEN ${value} ELSE 0 END)`;
  const sql = `WITH base AS (
    SELECT ${[
      ...groups.inner,
      `${positive} AS positive`,
      `${predicted} AS predicted`,
      `CASE WHEN score BETWEEN 0 AND 1 THEN round(score * ${PART_SCORE_STEPS})::INTEGER END AS bin`,
      'CASE WHEN score BETWEEN 0 AND 1 THEN score END AS score',
    ].join(', ')}
    FROM ${rows.sql} AS log
  ), grouped AS (
    SELECT ${groups.outer.join(', ')}, bin, positive, predicted,
      count(*) AS n, sum(score) AS s
    FROM base ${groups.groupBy('bin', 'positive', 'predicted')}
  ), bins AS (
    SELECT which, key, bin, sum(n) AS n,
      ${when('predicted')} AS said, ${when('predicted IS NOT NULL')} AS told,
      ${when('positive AND predicted')} AS tp,
      ${when('NOT positive AND predicted')} AS fp,
      ${when('positive AND NOT predicted')} AS fn,
      ${when('NOT positive AND NOT predicted')} AS tn,
      ${when('positive AND bin IS NOT NULL')} AS p,
      ${when('NOT positive AND bin IS NOT NULL')} AS q,
      ${when('positive AND bin IS NOT NULL', 'n - 2 * s + s * s / n')}
        + ${when('NOT positive AND bin IS NOT NULL', 's * s / n')} AS squared,
      ${when('positive IS NULL AND bin IS NOT NULL')} AS unlabelled,
      ${when('positive IS NULL AND bin IS NOT NULL AND predicted', 's')}
        + ${when(
          'positive IS NULL AND bin IS NOT NULL AND NOT predicted',
          'n - s',
        )} AS expected
    FROM grouped GROUP BY which, key, bin
  ), ranked AS (
    SELECT *, sum(q) OVER (
      PARTITION BY which, key ORDER BY bin ROWS UNBOUNDED PRECEDING
    ) - q AS below
    FROM bins
  )
  SELECT which, key, sum(n) AS rows, sum(said) AS "predictedPositive",
    sum(told) AS predicted, sum(tp) AS "truePositives",
    sum(fp) AS "falsePositives", sum(fn) AS "falseNegatives",
    sum(tn) AS "trueNegatives", sum(p) AS positives, sum(q) AS negatives,
    sum(p::DOUBLE * (below + q / 2)) AS ordered, sum(p::DOUBLE * q / 2) AS tied,
    sum(squared) AS "squaredError", sum(unlabelled) AS unlabelled,
    sum(expected) AS "expectedRight"
  FROM ranked GROUP BY which, key`;
  const found = await engine.query<BinarySums & { which: number }>(
    sql,
    { ...rows.params, ...params },
    { signal },
  );
  return found.map(({ which, ...sums }) => ({
    ...sums,
    set: groups.setOf(which),
  }));
}
