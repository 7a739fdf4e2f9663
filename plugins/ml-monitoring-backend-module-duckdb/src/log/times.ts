import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { BoundSql, QueryEngine } from '../engine/types';
import type { SchemaColumn } from './schema';

/** A column of times: how it is read, and how rows are chosen by it. */
export interface TimeColumn {
  source: SchemaColumn;
  /** A value of the column as TIMESTAMP in UTC. */
  toTimestamp(value: string): string;
  /** What of a row is compared with a bound. */
  compared: string;
  /** A bound, an ISO text in the value of that name, in the same type, so that files and row groups can be skipped. */
  bound(param: string): string;
  /** Whether the statistics of a Parquet file tell of the times in it. */
  ordered: boolean;
}

const PLAIN = /^TIMESTAMP(_NS|_MS|_S)?$/;
const ZONED = 'TIMESTAMP WITH TIME ZONE';
const NUMBER = /^(U?(BIG|HUGE)INT|U?INTEGER|DOUBLE|FLOAT|DECIMAL\(.*\))$/;

// A count since 1970 that is this large would be thousands of years away in the next larger unit.
const UNITS: { below: number; perSecond: number }[] = [
  { below: 1e11, perSecond: 1 },
  { below: 1e14, perSecond: 1e3 },
  { below: 1e17, perSecond: 1e6 },
  { below: Infinity, perSecond: 1e9 },
];

interface Sample {
  value: string | number;
  understood: string | null;
}

/**
 * Tells how a column of times is read: each type of time, counts since 1970 in
 * seconds to nanoseconds, and ISO 8601 texts (without an offset in UTC).
 */
export async function readTimeColumn(
  engine: QueryEngine,
  rows: BoundSql,
  source: SchemaColumn,
  options: { field: string; signal: AbortSignal },
): Promise<TimeColumn> {
  const { sql, type, name } = source;
  const { field, signal } = options;
  const sample = (select: string) =>
    engine.query<Sample>(
      `SELECT * FROM (SELECT ${select} FROM ${rows.sql} AS src) WHERE value IS NOT NULL LIMIT 1000`,
      rows.params,
      { signal },
    );
  const wrong = (was: string) =>
    new MonitoringSourceError(
      'invalid-data',
      `${field}: expected times in the column "${name}", ISO 8601 or a count since 1970, was ${was}`,
    );
  if (PLAIN.test(type)) return plainColumn(source);
  if (type === ZONED) {
    return {
      source,
      toTimestamp: value => `(${value} AT TIME ZONE 'UTC')`,
      compared: sql,
      bound: param => `CAST($${param} AS TIMESTAMPTZ)`,
      ordered: true,
    };
  }
  if (type === 'DATE') {
    return converted(source, value => `CAST(${value} AS TIMESTAMP)`);
  }
  if (NUMBER.test(type)) {
    const [first] = await sample(`${sql} AS value, NULL AS understood`);
    return epochColumn(source, Number(first?.value ?? 0));
  }
  if (type !== 'VARCHAR' && type !== 'JSON') throw wrong(type);
  const toTimestamp = (value: string) => {
    const text = type === 'JSON' ? `(${value} ->> '$')` : value;
    return `(TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC')`;
  };
  const found = await sample(
    `${sql} AS value, ${toTimestamp(sql)} AS understood`,
  );
  if (found.length && found.every(row => row.understood === null)) {
    throw wrong(`"${found[0].value}"`);
  }
  return converted(source, toTimestamp);
}

function converted(
  source: SchemaColumn,
  toTimestamp: TimeColumn['toTimestamp'],
): TimeColumn {
  return {
    source,
    toTimestamp,
    compared: toTimestamp(source.sql),
    bound: param => `CAST($${param} AS TIMESTAMP)`,
    ordered: false,
  };
}

function plainColumn(source: SchemaColumn): TimeColumn {
  const { type, sql } = source;
  return {
    source,
    toTimestamp: value =>
      type === 'TIMESTAMP' ? value : `CAST(${value} AS TIMESTAMP)`,
    compared: sql,
    bound: param => `CAST(CAST($${param} AS TIMESTAMP) AS ${type})`,
    ordered: true,
  };
}

function epochColumn(source: SchemaColumn, example: number): TimeColumn {
  const unit = UNITS.find(({ below }) => Math.abs(example) < below);
  const micros = 1e6 / (unit ?? UNITS[0]).perSecond;
  const nanos = micros < 1;
  return {
    source,
    toTimestamp: value => {
      const count = nanos
        ? `floor(CAST(${value} AS DOUBLE) / 1000)`
        : `round(CAST(${value} AS DOUBLE) * ${micros})`;
      return `make_timestamp(TRY_CAST(${count} AS BIGINT))`;
    },
    compared: source.sql,
    bound: param => {
      const count = `epoch_us(CAST($${param} AS TIMESTAMP))`;
      return nanos ? `${count} * 1000` : `${count} / ${micros}`;
    },
    ordered: true,
  };
}
