import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { SchemaColumn } from './schema';

const INTEGER = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
const NUMBER =
  /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\(.*\))$/;
const TEXT = /^(VARCHAR|UUID|ENUM\(.*\))$/;

export const isNumber = (type: string) => NUMBER.test(type);
export const isInteger = (type: string) => INTEGER.test(type);
export const isText = (type: string) => TEXT.test(type);

/** A canonical column in SQL, with its type. */
export interface Expression {
  sql: string;
  type: string;
}

type Translate = (column: SchemaColumn, field: string) => Expression;

const wrong = (field: string, column: SchemaColumn, what: string) =>
  new MonitoringSourceError(
    'invalid-data',
    `${field}: expected ${what} in the column "${column.name}", was ${column.type}`,
  );

/** A number; texts that are none become null. */
export const toNumber: Translate = (column, field) => {
  const { sql, type } = column;
  if (type === 'DOUBLE') return { sql, type };
  if (isNumber(type)) return { sql: `CAST(${sql} AS DOUBLE)`, type: 'DOUBLE' };
  if (type === 'JSON') {
    return { sql: `TRY_CAST((${sql} ->> '$') AS DOUBLE)`, type: 'DOUBLE' };
  }
  if (isText(type)) {
    return { sql: `TRY_CAST(${sql} AS DOUBLE)`, type: 'DOUBLE' };
  }
  throw wrong(field, column, 'numbers');
};

/** A text, whatever it was. */
export const toText: Translate = ({ sql, type }) => {
  if (type === 'VARCHAR') return { sql, type };
  if (type === 'JSON') return { sql: `(${sql} ->> '$')`, type: 'VARCHAR' };
  // A list of reasons, one an answer: of most spans just one.
  if (type.endsWith('[]')) {
    return {
      sql: `array_to_string(CAST(${sql} AS VARCHAR[]), ', ')`,
      type: 'VARCHAR',
    };
  }
  return { sql: `CAST(${sql} AS VARCHAR)`, type: 'VARCHAR' };
};

/** What was answered or came true, in its own type where that is a simple one. */
export const toOutcome: Translate = (column, field) => {
  const { sql, type } = column;
  if (type === 'BOOLEAN' || type === 'VARCHAR') return { sql, type };
  if (isNumber(type) && !/^(DECIMAL|U?HUGE)/.test(type)) return { sql, type };
  return isNumber(type) ? toNumber(column, field) : toText(column, field);
};

// Words of HTTP, gRPC and OpenTelemetry for "nothing went wrong".
const FINE = ['', 'ok', 'success', 'succeeded', 'unset', 'false', 'none'];

const failedNumber = (number: string) =>
  `(${number} >= 500 OR (${number} < 100 AND ${number} <> 0))`;

/**
 * Whether the service failed to answer: HTTP status from 500 on, a status below
 * 100 that is not 0 (gRPC, exit codes, flags), `true`, or a word that does not say that
 * all is well. A 4xx is the caller's fault.
 */
export const toFailure: Translate = (column, field) => {
  const { sql, type } = column;
  if (type === 'BOOLEAN') return { sql, type };
  if (isNumber(type)) return { sql: failedNumber(sql), type: 'BOOLEAN' };
  const text = toText(column, field).sql;
  const words = FINE.map(word => `'${word}'`).join(', ');
  const number = `TRY_CAST(${text} AS DOUBLE)`;
  return {
    sql: `(CASE WHEN ${number} IS NOT NULL THEN ${failedNumber(number)}
      ELSE regexp_replace(lower(trim(${text})), '^status_code_', '') NOT IN (${words}) END)`,
    type: 'BOOLEAN',
  };
};

/** A feature or slice, in a type that arithmetic and grouping work with. */
export function toFeature({ sql, type }: SchemaColumn): Expression {
  if (/^(DECIMAL|U?HUGEINT|FLOAT)/.test(type) && !type.endsWith('[]')) {
    return { sql: `CAST(${sql} AS DOUBLE)`, type: 'DOUBLE' };
  }
  if (type === 'UUID' || type.startsWith('ENUM')) {
    return { sql: `CAST(${sql} AS VARCHAR)`, type: 'VARCHAR' };
  }
  if (type === 'JSON') return { sql: `(${sql} ->> '$')`, type: 'VARCHAR' };
  return { sql, type };
}

/** What kind of values a type holds. */
export function kindOf(type: string): 'numeric' | 'categorical' | 'unknown' {
  if (isNumber(type)) return 'numeric';
  return isText(type) || type === 'BOOLEAN' ? 'categorical' : 'unknown';
}
