import type { BoundSql, QueryEngine } from '../engine/types';
import { literal } from '../engine/lockDown';
import { quote } from './quote';

/** A column of a log, or a field of one that holds others. */
export interface SchemaColumn {
  name: string;
  /** Type in DuckDB's words. */
  type: string;
  /** How SQL over the source calls it. */
  sql: string;
}

/** The columns of a log. */
export interface LogSchema {
  columns: SchemaColumn[];
  /** By name: fields of `attributes` and such. */
  nested: Map<string, SchemaColumn>;
}

// How exporters of traces name the column of attributes.
const CONTAINERS = new Set([
  'attributes',
  'span_attributes',
  'spanattributes',
  'features',
  'tags',
]);

interface Described {
  column_name: string;
  column_type: string;
}

const isStruct = (type: string) =>
  type.startsWith('STRUCT(') && !type.endsWith('[]');

/** The columns of a relation, and those inside of columns that hold attributes. */
export async function readSchema(
  engine: QueryEngine,
  source: BoundSql,
  signal: AbortSignal,
): Promise<LogSchema> {
  const describe = (select: string) =>
    engine.query<Described>(
      `DESCRIBE SELECT ${select} FROM ${source.sql} AS src`,
      source.params,
      { signal },
    );
  const columns = (await describe('*')).map(row => ({
    name: row.column_name,
    type: row.column_type,
    sql: `src.${quote(row.column_name)}`,
  }));
  const nested = new Map<string, SchemaColumn>();
  for (const column of columns) {
    if (!CONTAINERS.has(column.name.toLowerCase())) continue;
    if (/^MAP\(VARCHAR, /.test(column.type) || column.type === 'JSON') {
      for (const field of await readKeys(engine, source, column, signal)) {
        nested.set(field.name, field);
      }
    } else if (isStruct(column.type)) {
      for (const field of await describe(`unnest(${column.sql})`)) {
        nested.set(field.column_name, {
          name: field.column_name,
          type: field.column_type,
          sql: `${column.sql}.${quote(field.column_name)}`,
        });
      }
    }
  }
  return { columns, nested };
}

const MAX_KEYS = 500;

/** The names that a map or an object has in its first rows. */
async function readKeys(
  engine: QueryEngine,
  source: BoundSql,
  { sql, type }: SchemaColumn,
  signal: AbortSignal,
): Promise<SchemaColumn[]> {
  const isMap = type !== 'JSON';
  const keys = isMap ? `map_keys(${sql})` : `json_keys(${sql})`;
  const rows = await engine.query<{ key: string }>(
    `SELECT DISTINCT unnest(keys) AS key FROM (
       SELECT ${keys} AS keys FROM ${source.sql} AS src LIMIT 10000
     ) ORDER BY key LIMIT ${MAX_KEYS}`,
    source.params,
    { signal },
  );
  return rows.map(({ key }) => ({
    name: key,
    type: isMap ? type.slice('MAP(VARCHAR, '.length, -1) : 'JSON',
    sql: isMap
      ? `${sql}[${literal(key)}]`
      : // A JSON pointer takes a name as it is; a path would read dots in it.
        `json_extract(${sql}, ${literal(
          `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        )})`,
  }));
}

/** A column by its name: as the log writes it, else in other case, else inside of another. */
export function findColumn(
  schema: LogSchema,
  name: string,
): SchemaColumn | undefined {
  const lower = name.toLowerCase();
  return (
    schema.columns.find(column => column.name === name) ??
    schema.columns.find(column => column.name.toLowerCase() === lower) ??
    schema.nested.get(name)
  );
}

/** Names for a message. */
export function listNames(columns: { name: string }[], max = 12): string {
  const names = columns.slice(0, max).map(column => `"${column.name}"`);
  const more = columns.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
