/** A value that can be bound to a query; a list is bound as a list of texts. */
export type DuckDbParam =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly string[];

/** Values by the names that the SQL calls them, without the `$`. */
export type DuckDbParams = Readonly<Record<string, DuckDbParam>>;

/** SQL with the values that belong to it. */
export interface BoundSql {
  sql: string;
  params: DuckDbParams;
}

/** What goes along with a query. */
export interface QueryOptions {
  /** Interrupts the query. */
  signal: AbortSignal;
}

/**
 * Runs queries, with a limit of how many at once and how long each may take.
 *
 * @remarks
 *
 * Every failure is a `MonitoringSourceError`, save an abort, which rejects with the
 * reason of the signal.
 */
export interface QueryEngine {
  /**
   * All rows, as objects by column.
   *
   * @remarks
   *
   * - BIGINT, HUGEINT and DECIMAL are numbers (beyond 2^53 rounded, as for every JavaScript number);
   * - TIMESTAMP (of each precision and with time zone) and DATE are ISO 8601 texts in UTC;
   * - NaN and infinities of DOUBLE stay what they are;
   * - LIST is an array, STRUCT an object, MAP an array of `{ key, value }`.
   *
   * Values that the SQL does not name are left out, so that the values of
   * several parts can be spread into one object.
   */
  query<T extends object = Record<string, unknown>>(
    sql: string,
    params: DuckDbParams,
    options: QueryOptions,
  ): Promise<T[]>;
}
