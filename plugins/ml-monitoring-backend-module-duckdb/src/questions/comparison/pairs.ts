import {
  type Agreement,
  agreementOf,
} from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import type { OpenedLog } from '../../log/types';
import { classText, outcomeOf } from '../quality/outcome';

/** Names of the two variants of a comparison. */
export interface VariantPair extends Record<string, string> {
  stable: string;
  candidate: string;
}

/** Pairs of answers that are told apart. */
const MOST_PAIRS = 10_000;

/**
 * SQL of requests that both variants answered: `s` and `c` are the answers.
 * An id that stands twice counts once, by its first answer.
 */
export function pairsSql(log: OpenedLog, rows: BoundSql): string {
  const { prediction, score } = outcomeOf(log);
  const time = log.has('ts') ? 'ts' : '0';
  const first = (value: string, variant: string) =>
    `arg_min({ 'prediction': ${prediction ?? 'NULL'}, 'score': ${
      score ?? 'NULL::DOUBLE'
    }, 'value': ${value} }, ${time}) FILTER (variant = $${variant})`;
  const number = log.has('score')
    ? 'score'
    : `TRY_CAST(${prediction ?? 'NULL'} AS DOUBLE)`;
  return `(
    SELECT * FROM (
      SELECT prediction_id, ${first(number, 'stable')} AS s,
        ${first(number, 'candidate')} AS c
      FROM ${rows.sql} AS log
      WHERE variant IN ($stable, $candidate) AND prediction_id IS NOT NULL
      GROUP BY prediction_id
    ) WHERE s IS NOT NULL AND c IS NOT NULL
  )`;
}

/** Whether answers differ: by what was predicted, or by the score where nothing was. */
export const differSql = (log: OpenedLog) =>
  log.has('prediction')
    ? 's.prediction IS DISTINCT FROM c.prediction'
    : 's.score IS DISTINCT FROM c.score';

/** How far answers are from each other; null where they are no numbers. */
export const distanceSql = 'abs(c.value - s.value)';

/** Agreement on the same requests; nothing where no request was answered by both. */
export async function agreementOn(
  engine: QueryEngine,
  log: OpenedLog,
  rows: BoundSql,
  variants: VariantPair,
  options: { classes: boolean; signal: AbortSignal },
): Promise<{
  agreement?: Agreement & { pairs: number };
  meanAbsoluteDifference?: number;
  notices: string[];
}> {
  const { classes, signal } = options;
  const key = classes ? 's.prediction, c.prediction' : 'NULL, NULL';
  const found = await engine.query<{
    label: unknown;
    prediction: unknown;
    count: number;
    distance: number | null;
    measured: number;
  }>(
    `SELECT * FROM (
      SELECT ${classes ? 's.prediction' : 'NULL'} AS label,
        ${classes ? 'c.prediction' : 'NULL'} AS prediction, count(*) AS count,
        sum(${distanceSql}) FILTER (isfinite(${distanceSql})) AS distance,
        count(*) FILTER (isfinite(${distanceSql})) AS measured
      FROM ${pairsSql(log, rows)} GROUP BY ${key}
    ) ORDER BY count DESC LIMIT ${MOST_PAIRS + 1}`,
    { ...rows.params, ...variants },
    { signal },
  );
  const pairs = found.reduce((sum, { count }) => sum + count, 0);
  if (pairs === 0) return { notices: [] };
  const measured = found.reduce((sum, row) => sum + row.measured, 0);
  const distance = found.reduce((sum, row) => sum + (row.distance ?? 0), 0);
  const told = {
    ...(measured > 0 && { meanAbsoluteDifference: distance / measured }),
  };
  if (!classes) return { ...told, notices: [] };
  if (found.length > MOST_PAIRS) {
    return {
      ...told,
      notices: ['Answers have too many different values to tell agreement.'],
    };
  }
  const cells = found
    .filter(row => row.label !== null && row.prediction !== null)
    .map(row => ({
      label: classText(row.label),
      prediction: classText(row.prediction),
      count: row.count,
    }));
  return {
    ...told,
    agreement: { ...agreementOf(cells), pairs },
    notices: [],
  };
}
