import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../data/database.ts';
import { LOG_COLUMNS } from './createAnswers.ts';
import { nextWeek, sqlTime, weekFile, weeksBetween } from './schedule.ts';

/** Writes the rows of a query as one Parquet file, which appears whole or not at all. */
export async function writeParquet(
  connection: DuckDBConnection,
  query: string,
  file: string,
): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await connection.run(
    `COPY (${query}) TO ${literal(
      temporary,
    )} (FORMAT parquet, COMPRESSION zstd)`,
  );
  renameSync(temporary, file);
}

/** What of the answers is to be seen. */
export interface PublishOptions {
  /** Table or Parquet reader that holds the answers. */
  answers: string;
  folder: string;
  /** Weeks before this time stay as they are. */
  from: number;
  now: number;
}

/**
 * Writes the log as it looks now, a file a week: no request that is yet to
 * come, and no label of a flight that is still in the air.
 */
export async function publish(
  connection: DuckDBConnection,
  { answers, folder, from, now }: PublishOptions,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const known = `label_timestamp <= ${sqlTime(now)}`;
  const columns = LOG_COLUMNS.map(column =>
    column === 'label' || column === 'label_timestamp'
      ? `CASE WHEN ${known} THEN ${column} END AS ${column}`
      : column,
  );
  for (const week of weeksBetween(from, now)) {
    await writeParquet(
      connection,
      `SELECT ${columns.join(', ')} FROM ${answers} AS answers
       WHERE answers.timestamp >= ${sqlTime(week)}
         AND answers.timestamp < ${sqlTime(nextWeek(week))}
         AND answers.timestamp <= ${sqlTime(now)}
       ORDER BY answers.timestamp, prediction_id, variant`,
      join(folder, weekFile(week)),
    );
  }
}

/** Puts a finished folder in the place of another. */
export function replaceFolder(finished: string, target: string): string {
  const old = `${finished}.old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(finished, target);
  return old;
}
