import { fromValueCounts } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, QueryEngine } from '../../engine/types';
import type { LogColumn } from '../../log/types';
import { nextDown } from './boundaries';
import { COLUMNS_A_QUERY, inGroups } from './describeColumns';
import {
  type ColumnCounts,
  type ColumnRequest,
  isFloating,
  MOST_VALUES,
} from './types';

/** Counts by part and column; all rows are part 0 where there are no parts. */
export type CountsByPart = Map<number, Map<string, ColumnCounts>>;

/** What is counted, and of which rows. */
export interface CountOptions {
  engine: QueryEngine;
  rows: BoundSql;
  columns: readonly ColumnRequest[];
  /** SQL of a whole number that parts the rows, such as into steps of time. */
  part?: string;
  /** Estimates distinct values of columns whose values are not counted; true without it, and never of parts. */
  distinct?: boolean;
  signal: AbortSignal;
}

function put(
  counts: CountsByPart,
  part: number,
  name: string,
  column: ColumnCounts,
) {
  const columns = counts.get(part) ?? new Map<string, ColumnCounts>();
  columns.set(name, column);
  counts.set(part, columns);
}

/** Whole numbers and booleans have nothing that is not finite. */
const finite = (column: LogColumn, name: string) =>
  isFloating(column) ? `isfinite(${name})` : `${name} IS NOT NULL`;

async function countTotals(options: CountOptions, counts: CountsByPart) {
  const { engine, rows, columns, part, distinct = true, signal } = options;
  const params: Record<string, string[]> = {};
  const inner = columns.map(({ column, shape }, i) =>
    shape.kind === 'cells' || (column.type === 'numeric' && isFloating(column))
      ? `${column.sql}::DOUBLE AS c${i}`
      : `${column.sql} AS c${i}`,
  );
  const outer = columns.flatMap(({ column, shape }, i) => {
    const name = `c${i}`;
    const parts = [`count(${name}) AS n${i}`];
    if (column.type !== 'unknown' && !part && distinct) {
      parts.push(`approx_count_distinct(${name}) AS d${i}`);
    }
    if (shape.kind === 'cells' && shape.boundaries.length > 0) {
      params[`e${i}`] = shape.boundaries.map(b => String(nextDown(b)));
      parts.push(
        `map_values(histogram(${name}, $e${i}::DOUBLE[]) FILTER (${finite(
          column,
          name,
        )})) AS h${i}`,
      );
    } else if (column.type === 'numeric' && isFloating(column)) {
      parts.push(`count_if(isfinite(${name})) AS f${i}`);
    }
    return parts;
  });
  const sql = `SELECT ${
    part ? 'part' : '0'
  } AS part, count(*) AS total, ${outer.join(', ')} FROM (SELECT ${
    part ? `${part} AS part, ` : ''
  }${inner.join(', ')} FROM ${rows.sql} AS log)${part ? ' GROUP BY 1' : ''}`;
  type Row = Record<string, number | number[] | null>;
  const found = await engine.query<Row>(
    sql,
    { ...rows.params, ...params },
    { signal },
  );
  for (const row of found) {
    columns.forEach(({ column, shape }, i) => {
      const total = row.total as number;
      const known = row[`n${i}`] as number;
      let finiteRows = (row[`f${i}`] as number | undefined) ?? known;
      let cells;
      if (shape.kind === 'cells' && shape.boundaries.length > 0) {
        const told = (row[`h${i}`] as number[] | null) ?? [];
        const { boundaries } = shape;
        cells = {
          boundaries,
          counts: Array.from(
            { length: boundaries.length + 1 },
            (_, cell) => told[cell] ?? 0,
          ),
        };
        finiteRows = cells.counts.reduce((sum, count) => sum + count, 0);
      }
      put(counts, row.part as number, column.name, {
        rows: total,
        missing: total - known,
        nonFinite: known - finiteRows,
        distinct: (row[`d${i}`] as number | undefined) ?? null,
        rest: 0,
        ...(cells && { cells }),
      });
    });
  }
}

interface Group {
  part: number;
  which: number;
  value: string | null;
  count: number;
  found: number;
  total: number;
}

function toCounts(column: LogColumn, groups: readonly Group[]): ColumnCounts {
  const rows = groups[0]?.total ?? 0;
  const told = groups.reduce((sum, { count }) => sum + count, 0);
  const missing = groups.find(({ value }) => value === null)?.count ?? 0;
  const known = groups.filter(({ value }) => value !== null);
  const distinct = (groups[0]?.found ?? 0) - (missing > 0 ? 1 : 0);
  const counts = { rows, missing, rest: rows - told };
  if (column.type === 'numeric') {
    const values = fromValueCounts(
      known.map(({ value, count }) => ({ value: Number(value), count })),
    );
    const nonFinite = known.filter(({ value }) => !Number.isFinite(+value!));
    return {
      ...counts,
      nonFinite: values.excluded,
      distinct: distinct - nonFinite.length,
      values,
    };
  }
  return {
    ...counts,
    nonFinite: 0,
    distinct,
    categories: new Map(known.map(({ value, count }) => [value!, count])),
  };
}

async function countValuesOf(options: CountOptions, counts: CountsByPart) {
  const { engine, rows, columns, part, signal } = options;
  const names = columns.map((_, i) => `c${i}`);
  const key = part ? 'part, ' : '';
  const text = columns.map(({ column }, i) =>
    column.type === 'numeric' ? `c${i}::DOUBLE::VARCHAR` : `c${i}::VARCHAR`,
  );
  const inner = columns.map(({ column }, i) => `${column.sql} AS c${i}`);
  const sql = `WITH groups AS (
    SELECT ${part ? 'part' : '0 AS part'}, grouping(${names.join(
    ', ',
  )}) AS which,
      coalesce(${text.join(', ')}, NULL) AS value, count(*) AS count
    FROM (SELECT ${part ? `${part} AS part, ` : ''}${inner.join(', ')}
      FROM ${rows.sql} AS log)
    GROUP BY GROUPING SETS (${names.map(name => `(${key}${name})`).join(', ')})
  )
  SELECT *, count(*) OVER (PARTITION BY part, which) AS found,
    sum(count) OVER (PARTITION BY part, which) AS total
  FROM groups
  QUALIFY row_number() OVER (
    PARTITION BY part, which ORDER BY value IS NULL DESC, count DESC, value
  ) <= ${MOST_VALUES + 1}`;
  const found = await engine.query<Group>(sql, rows.params, { signal });
  const byColumn = new Map<string, Group[]>();
  for (const group of found) {
    const id = `${group.part} ${group.which}`;
    const groups = byColumn.get(id);
    if (groups) groups.push(group);
    else byColumn.set(id, [group]);
  }
  // GROUPING has a bit for each column, the first the highest; it is 0 for the one that is grouped by.
  const all = 2 ** columns.length - 1;
  const parts = new Set(found.map(group => group.part));
  if (!part) parts.add(0);
  for (const of of parts) {
    columns.forEach(({ column }, i) => {
      const which = all - 2 ** (columns.length - 1 - i);
      const groups = byColumn.get(`${of} ${which}`) ?? [];
      put(counts, of, column.name, toCounts(column, groups));
    });
  }
}

/**
 * Counts columns: each is read once, whatever is counted of it. Columns whose
 * values are counted are grouped together in one scan, and all others are
 * aggregated in another.
 */
export async function countColumns(
  options: CountOptions,
): Promise<CountsByPart> {
  const counts: CountsByPart = new Map();
  const byValue = options.columns.filter(
    ({ shape }) => shape.kind === 'values',
  );
  const others = options.columns.filter(({ shape }) => shape.kind !== 'values');
  await Promise.all([
    ...inGroups(others, COLUMNS_A_QUERY).map(columns =>
      countTotals({ ...options, columns }, counts),
    ),
    ...inGroups(byValue, COLUMNS_A_QUERY).map(columns =>
      countValuesOf({ ...options, columns }, counts),
    ),
  ]);
  return counts;
}
