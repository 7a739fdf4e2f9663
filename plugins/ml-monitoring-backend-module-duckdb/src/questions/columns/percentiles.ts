import type { LogColumn } from '../../log/types';
import {
  COLUMNS_A_QUERY,
  type DescribeOptions,
  finiteSql,
  inGroups,
} from './describeColumns';
import type { ColumnFacts } from './types';

/** Percentiles are told at so many steps from 0 to 1. */
export const PERCENTILE_STEPS = 200;
/** Beyond so many rows quantiles are approximate (t-digest). */
export const EXACT_QUANTILE_ROWS = 2_000_000;

const PROBABILITIES = Array.from(
  { length: PERCENTILE_STEPS + 1 },
  (_, i) => i / PERCENTILE_STEPS,
);

/**
 * Exact quantiles, interpolated as `quantile_cont` does, which takes time in
 * proportion to their number; the rows are sorted once here.
 */
async function exact(
  { engine, rows, signal }: DescribeOptions,
  column: LogColumn,
  count: number,
): Promise<number[]> {
  const positions = PROBABILITIES.map(p => p * (count - 1));
  const ranks = [
    ...new Set(positions.flatMap(p => [Math.floor(p), Math.floor(p) + 1])),
  ].filter(rank => rank < count);
  const found = await engine.query<{ rank: number; value: number }>(
    `SELECT rank, value FROM (
      SELECT value, row_number() OVER (ORDER BY value) - 1 AS rank
      FROM (SELECT ${finiteSql(column, 'value')} FROM ${rows.sql} AS log)
      WHERE value IS NOT NULL
    ) WHERE rank IN (${ranks.join(', ')})`,
    rows.params,
    { signal },
  );
  const at = new Map(found.map(({ rank, value }) => [rank, value]));
  return positions.map(position => {
    const below = Math.floor(position);
    const low = at.get(below)!;
    const part = position - below;
    return part === 0 ? low : low + (at.get(below + 1)! - low) * part;
  });
}

async function approximate(
  { engine, rows, signal }: DescribeOptions,
  columns: readonly LogColumn[],
): Promise<[string, number[]][]> {
  const quantiles = columns.map(
    (_, i) => `approx_quantile(c${i}, [${PROBABILITIES.join(', ')}]) AS q${i}`,
  );
  const values = columns.map((column, i) => finiteSql(column, `c${i}`));
  const [row] = await engine.query<Record<string, number[] | null>>(
    `SELECT ${quantiles.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${
      rows.sql
    } AS log)`,
    rows.params,
    { signal },
  );
  return columns.map((column, i) => [column.name, row[`q${i}`] ?? []]);
}

/** Percentiles of numeric columns from 0 to 1, in steps of 1 / {@link PERCENTILE_STEPS}. */
export async function percentilesOf(
  options: DescribeOptions & { facts: ReadonlyMap<string, ColumnFacts> },
): Promise<Map<string, number[]>> {
  const { columns, facts } = options;
  const countOf = ({ name }: LogColumn) => facts.get(name)?.rows ?? 0;
  const known = columns.filter(column => countOf(column) > 0);
  const few = known.filter(column => countOf(column) <= EXACT_QUANTILE_ROWS);
  const many = known.filter(column => countOf(column) > EXACT_QUANTILE_ROWS);
  const found = new Map<string, number[]>();
  // One after the other, since each may hold all of its values in memory.
  for (const column of few) {
    found.set(column.name, await exact(options, column, countOf(column)));
  }
  for (const part of inGroups(many, COLUMNS_A_QUERY)) {
    const quantiles = await approximate(options, part);
    quantiles.forEach(([name, values]) => found.set(name, values));
  }
  return found;
}
