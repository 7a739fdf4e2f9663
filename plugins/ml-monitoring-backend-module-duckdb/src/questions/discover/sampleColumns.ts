import type { BoundSql, QueryEngine } from '../../engine/types';
import type { LogSchema } from '../../log/schema';

/** What the first rows have in a column. */
export interface ColumnSample {
  present: number;
  distinct: number;
  examples: string[];
}

const ROWS = 10_000;
const COLUMNS = 300;
const EXAMPLES = 3;
const EXAMPLE_LENGTH = 60;

/** Looks at the first rows of each column. */
export async function sampleColumns(
  engine: QueryEngine,
  rows: BoundSql,
  schema: LogSchema,
  signal: AbortSignal,
): Promise<{ rows: number; columns: Map<string, ColumnSample> }> {
  const columns = schema.columns.slice(0, COLUMNS);
  const figures = columns.map(({ sql }, index) => {
    const text = `left(CAST(${sql} AS VARCHAR), ${EXAMPLE_LENGTH})`;
    return `count(${sql}) AS p${index}, count(DISTINCT ${text}) AS d${index},
      list_sort(list(DISTINCT ${text}) FILTER (WHERE ${sql} IS NOT NULL))[1:${EXAMPLES}] AS e${index}`;
  });
  const [row] = await engine.query<Record<string, unknown>>(
    `SELECT count(*) AS n, ${figures.join(', ')}
     FROM (SELECT * FROM ${rows.sql} LIMIT ${ROWS}) AS src`,
    rows.params,
    { signal },
  );
  return {
    rows: Number(row.n),
    columns: new Map(
      columns.map(({ name }, index) => [
        name,
        {
          present: Number(row[`p${index}`]),
          distinct: Number(row[`d${index}`]),
          examples: (row[`e${index}`] as string[] | null) ?? [],
        },
      ]),
    ),
  };
}
