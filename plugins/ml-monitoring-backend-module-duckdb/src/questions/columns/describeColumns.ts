import type { BoundSql, QueryEngine } from '../../engine/types';
import type { LogColumn } from '../../log/types';
import { type ColumnFacts, isFloating } from './types';

/** Columns of one query: more take longer to plan. */
export const COLUMNS_A_QUERY = 40;
/** Moments of larger numbers leave what a double can hold. */
const MOMENT_LIMIT = '1e75';

/** Which columns of which rows. */
export interface DescribeOptions {
  engine: QueryEngine;
  rows: BoundSql;
  columns: readonly LogColumn[];
  signal: AbortSignal;
}

const number = (value: unknown) => (typeof value === 'number' ? value : NaN);

/** DuckDB's skewness is that of a sample; this is that of the population. */
function populationSkewness(skewness: number, rows: number): number {
  if (rows < 3 || !Number.isFinite(skewness)) return 0;
  return (skewness * (rows - 2)) / Math.sqrt(rows * (rows - 1));
}

/** A numeric column without what is not finite. */
export const finiteSql = (column: LogColumn, name: string) =>
  isFloating(column)
    ? `CASE WHEN isfinite(${column.sql}) THEN ${column.sql}::DOUBLE END AS ${name}`
    : `${column.sql}::DOUBLE AS ${name}`;

/** Parts of a list. */
export function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

/** Moments and ranges of columns; `rangeOnly` spares what is not needed of current data. */
export async function describeColumns(
  options: DescribeOptions & { rangeOnly?: boolean },
): Promise<Map<string, ColumnFacts>> {
  const { engine, rows, signal, rangeOnly } = options;
  const facts = new Map<string, ColumnFacts>();
  const describe = async (columns: LogColumn[]) => {
    const inner = columns.map((column, i) =>
      column.type === 'numeric'
        ? finiteSql(column, `c${i}`)
        : `${column.sql} AS c${i}`,
    );
    const outer = columns.flatMap(({ type }, i) => {
      const name = `c${i}`;
      const parts = [`count(${name}) AS n${i}`];
      if (type === 'numeric') {
        parts.push(`min(${name}) AS min${i}`, `max(${name}) AS max${i}`);
      }
      if (rangeOnly || type === 'unknown') return parts;
      parts.push(`approx_count_distinct(${name}) AS d${i}`);
      if (type !== 'numeric') return parts;
      const tame = `FILTER (abs(${name}) < ${MOMENT_LIMIT})`;
      return [
        ...parts,
        `avg(${name}) ${tame} AS mean${i}`,
        `stddev_pop(${name}) ${tame} AS sd${i}`,
        `skewness(${name}) ${tame} AS skew${i}`,
      ];
    });
    const [row] = await engine.query<Record<string, number | null>>(
      `SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${
        rows.sql
      } AS log)`,
      rows.params,
      { signal },
    );
    columns.forEach((column, i) => {
      const count = number(row[`n${i}`]);
      facts.set(column.name, {
        rows: count,
        distinct: number(row[`d${i}`]),
        min: number(row[`min${i}`]),
        max: number(row[`max${i}`]),
        mean: number(row[`mean${i}`]),
        standardDeviation: number(row[`sd${i}`]),
        skewness: populationSkewness(number(row[`skew${i}`]), count),
      });
    });
  };
  await Promise.all(
    inGroups(options.columns, COLUMNS_A_QUERY).map(columns =>
      describe(columns),
    ),
  );
  return facts;
}
