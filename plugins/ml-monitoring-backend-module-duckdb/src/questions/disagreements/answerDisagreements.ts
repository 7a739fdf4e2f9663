import type {
  Disagreement,
  Disagreements,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  type ComparisonQuestion,
  type MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import { answerFromLog, type OpenedQuestion } from '../answerFromLog';
import { requireVariants } from '../comparison/answerComparison';
import { differSql, distanceSql, pairsSql } from '../comparison/pairs';
import { countRows } from '../shared/countRows';
import { sourceAnswer } from '../sourceAnswer';
import type { QuestionTools } from '../types';

type Question = ComparisonQuestion & { limit: number };

interface Side {
  prediction: unknown;
  score: number | null;
}

interface Row extends Record<string, unknown> {
  prediction_id: string;
  at: string | null;
  s: Side;
  c: Side;
  /** Not `distance`, which a feature may be called. */
  gap: number | null;
  label: unknown;
}

/** A cell of a row, as an answer can hold it. */
function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

const side = ({ prediction, score }: Side) => ({
  prediction: prediction === null ? null : String(prediction),
  score: score !== null && Number.isFinite(score) ? score : null,
});

async function compute(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: Question,
  { log, signal }: OpenedQuestion,
): Promise<Disagreements> {
  const { window, stable, candidate, limit } = question;
  requireVariants(log);
  if (!log.has('prediction_id')) {
    throw new MonitoringSourceError(
      'invalid-data',
      `${log.path} has no column of prediction ids, by which answers to the same request are found`,
    );
  }
  const { engine } = tools;
  const variants = { stable: stable.name, candidate: candidate.name };
  const counted = log.rows({ window, labels: false });
  const [counts] = await engine.query<{ pairs: number; disagreeing: number }>(
    `SELECT count(*) AS pairs, count_if(${differSql(log)}) AS disagreeing
    FROM ${pairsSql(log, counted)}`,
    { ...counted.params, ...variants },
    { signal },
  );
  const { newest } = await countRows(
    tools,
    log,
    log.rows({ window, labels: false }),
    signal,
  );
  const paired = log.rows({ window, labels: false });
  const inputs = log.rows({ window, variant: stable.name });
  const columns = log.features.map(
    ({ sql }, i) => `any_value(inputs.${sql}) AS i${i}`,
  );
  const ts = log.has('ts');
  const rows = await engine.query<Row>(
    `WITH largest AS MATERIALIZED (
      SELECT prediction_id, s, c, ${distanceSql} AS distance
      FROM ${pairsSql(log, paired)} WHERE ${differSql(log)}
      ORDER BY distance DESC NULLS LAST, prediction_id LIMIT ${Math.floor(
        limit,
      )}
    )
    SELECT largest.prediction_id, any_value(largest.s) AS s,
      any_value(largest.c) AS c, any_value(largest.distance) AS gap, ${
        ts ? 'min(inputs.ts)' : 'NULL'
      } AS at,
      ${log.has('label') ? 'any_value(inputs.label)' : 'NULL'} AS label
      ${columns.map(column => `, ${column}`).join('')}
    FROM largest JOIN ${inputs.sql} AS inputs USING (prediction_id)
    GROUP BY largest.prediction_id
    ORDER BY any_value(largest.distance) DESC NULLS LAST,
      largest.prediction_id`,
    { ...paired.params, ...inputs.params, ...variants },
    { signal },
  );
  return {
    ...sourceAnswer(deployment, {
      window,
      rowsRead: counts.pairs * 2,
      freshAt: newest,
      notices: log.notices,
      now: tools.now(),
    }),
    rows: rows.map(
      (row): Disagreement => ({
        predictionId: row.prediction_id,
        at: row.at ?? window.from,
        stable: side(row.s),
        candidate: side(row.c),
        distance: row.gap,
        ...(log.has('label') && {
          label: row.label === null ? null : String(row.label),
        }),
        inputs: Object.fromEntries(
          log.features.map(({ name }, i) => [name, plain(row[`i${i}`])]),
        ),
      }),
    ),
    ...counts,
  };
}

/** Requests that two variants answered differently, with their inputs: largest difference first. */
export function answerDisagreements(
  tools: QuestionTools,
  deployment: MonitoredDeployment,
  question: Question,
): Promise<Disagreements> {
  const { window, signal, stable, candidate, limit } = question;
  return answerFromLog(
    tools,
    {
      deployment,
      window,
      signal,
      key: ['disagreements', stable.name, candidate.name, limit],
    },
    opened => compute(tools, deployment, question, opened),
  );
}
