import { type DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../data/database.ts';
import { deriveSql } from './derive.ts';
import type { ModelArtefact } from './types.ts';

/** The parts of a statement that scores rows where they lie. */
export interface SqlScore {
  /** Joins for the FROM clause. */
  joins: string;
  /** Probability that the flight is delayed. */
  expression: string;
}

/**
 * Gives a version to DuckDB: the coefficients of its categories become small
 * tables to join, so that millions of flights are scored without leaving the
 * database.
 *
 * @param rows - name of the table or alias that holds the inputs
 */
export async function prepareSqlScore(
  connection: DuckDBConnection,
  model: ModelArtefact,
  rows: string,
): Promise<SqlScore> {
  const joins: string[] = [];
  const terms = [`${model.intercept}::DOUBLE`];
  for (const { name, mean, scale, coefficient } of model.numbers) {
    const value = deriveSql(name, model.recentPrior);
    terms.push(
      `${coefficient}::DOUBLE * (${value} - ${mean}::DOUBLE) / ${scale}::DOUBLE`,
    );
  }
  for (const { name, coefficients } of model.categories) {
    const table = `effect_${model.version}_${name}`;
    const values = Object.entries(coefficients).map(
      ([value, coefficient]) => `(${literal(value)}, ${coefficient}::DOUBLE)`,
    );
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE "${table}" AS
       SELECT * FROM (VALUES ${values.join(', ')}) AS t(value, coefficient)`,
    );
    joins.push(
      `LEFT JOIN "${table}" ON "${table}".value = CAST(${rows}.${name} AS VARCHAR)`,
    );
    terms.push(`coalesce("${table}".coefficient, 0)`);
  }
  return {
    joins: joins.join('\n'),
    expression: `1 / (1 + exp(-(${terms.join(' + ')})))`,
  };
}
