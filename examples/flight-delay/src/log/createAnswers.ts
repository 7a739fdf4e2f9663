import type { DuckDBConnection } from '@duckdb/node-api';
import { prepareSqlScore } from '../model/scoreInSql.ts';
import type { ModelArtefact } from '../model/types.ts';
import { type Schedule, sqlTime } from './schedule.ts';
import { CANARY_ANSWERS, latencySql, statusCodeSql } from './simulate.ts';

/** First day that is scored: the month before it is the training data. */
export const SCORED_FROM = '2001-02-01';

/** Columns of the log that a model or a slice may need, beside those of the answer. */
export const FEATURE_COLUMNS = [
  'origin',
  'destination',
  'distance',
  'hour',
  'day_of_week',
  'recent_landings',
  'recent_delay_rate',
];
/** Columns that quality is broken down by. */
export const SLICE_COLUMNS = ['part_of_day', 'origin_hub'];

/** Columns of both logs, in their order. */
export const LOG_COLUMNS = [
  'prediction_id',
  'timestamp',
  'model_version',
  'variant',
  'latency_ms',
  'status_code',
  'score',
  'prediction',
  ...FEATURE_COLUMNS,
  ...SLICE_COLUMNS,
  'label',
  'label_timestamp',
];

/** The two versions that the deployments serve. */
export interface ServedVersions {
  stable: ModelArtefact;
  candidate: ModelArtefact;
}

/**
 * Scores the moved flights into the tables `production` and `staging`, with
 * every label that will ever arrive; publishing hides what is not known yet.
 *
 * @remarks
 * In staging both versions answer each request, and both rows carry the
 * request's `prediction_id`: one of id and variant is unique, and the two
 * answers to one request are found by the id alone.
 */
export async function createAnswers(
  connection: DuckDBConnection,
  { stable, candidate }: ServedVersions,
  schedule: Schedule,
): Promise<void> {
  const shift = `to_weeks(${schedule.shiftWeeks})`;
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE requests AS
    SELECT *,
      CASE WHEN timestamp >= ${sqlTime(schedule.canaryStartsAt)}
        THEN ${CANARY_ANSWERS} ELSE false END AS to_canary
    FROM (
      SELECT
        'fd-' || lpad(CAST(flight AS VARCHAR), 7, '0') AS prediction_id,
        departed + ${shift} AS timestamp,
        ${[...FEATURE_COLUMNS, ...SLICE_COLUMNS].join(', ')},
        delayed AS label,
        landed + ${shift} AS label_timestamp
      FROM flights
      WHERE departed >= TIMESTAMP '${SCORED_FROM}'
    )`);
  const shadowed = `timestamp >= ${sqlTime(schedule.shadowStartsAt)}`;
  const answers = async (
    model: ModelArtefact,
    variant: string,
    where: string,
  ) => {
    const { joins, expression } = await prepareSqlScore(
      connection,
      model,
      'requests',
    );
    return `
      SELECT ${LOG_COLUMNS.join(', ')}
      FROM (
        SELECT
          requests.*,
          '${model.version}' AS model_version,
          '${variant}' AS variant,
          ${latencySql(model.version)} AS latency_ms,
          ${statusCodeSql(model.version)} AS status_code,
          CASE WHEN status_code = 200 THEN round(${expression}, 6) END AS score,
          score >= ${model.threshold}::DOUBLE AS prediction
        FROM requests ${joins}
        WHERE ${where}
      )`;
  };
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE production AS
    ${await answers(stable, 'stable', 'NOT to_canary')}
    UNION ALL
    ${await answers(candidate, 'canary', 'to_canary')}`);
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE staging AS
    ${await answers(stable, 'stable', shadowed)}
    UNION ALL
    ${await answers(candidate, 'shadow', shadowed)}`);
}

/** Makes the table `baseline`: the training month with the scores of the stable version. */
export async function createBaseline(
  connection: DuckDBConnection,
  model: ModelArtefact,
  schedule: Schedule,
): Promise<void> {
  const { joins, expression } = await prepareSqlScore(
    connection,
    model,
    'flights',
  );
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE baseline AS
    SELECT
      'fd-' || lpad(CAST(flight AS VARCHAR), 7, '0') AS prediction_id,
      departed + to_weeks(${schedule.shiftWeeks}) AS timestamp,
      '${model.version}' AS model_version,
      round(${expression}, 6) AS score,
      score >= ${model.threshold}::DOUBLE AS prediction,
      ${[...FEATURE_COLUMNS, ...SLICE_COLUMNS].join(', ')},
      delayed AS label
    FROM flights ${joins}
    WHERE departed < TIMESTAMP '${SCORED_FROM}'`);
}
