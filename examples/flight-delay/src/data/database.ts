import {
  DuckDBInstance,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';

/** Runs the work on an in-memory database, which is closed afterwards. */
export async function withDatabase<T>(
  work: (connection: DuckDBConnection) => Promise<T>,
  options: { threads?: number } = {},
): Promise<T> {
  const { threads } = options;
  const instance = await DuckDBInstance.create(
    ':memory:',
    threads ? { threads: String(threads) } : {},
  );
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** All rows of a query, as objects of plain values. */
export async function readRows<T>(
  connection: DuckDBConnection,
  sql: string,
  values?: Record<string, DuckDBValue>,
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, values);
  return reader.getRowObjectsJS() as T[];
}

/** A text as an SQL literal, for statements that take no bound values. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
