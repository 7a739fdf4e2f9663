import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTypeId,
  JSDuckDBValueConverter,
  LIST,
  VARCHAR,
  listValue,
  type DuckDBTimestampNanosecondsValue,
  type DuckDBTimestampMillisecondsValue,
  type DuckDBTimestampSecondsValue,
  type DuckDBTimestampTZValue,
  type DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBValueConverter,
} from '@duckdb/node-api';
import type { DuckDbParam, DuckDbParams } from './types';

const iso = (milliseconds: number) => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

const DAY = 86_400_000;

/** What a value of the database is in an answer: see `QueryEngine.query`. */
export const toPlain: DuckDBValueConverter<unknown> = (
  value,
  type,
  converter,
) => {
  if (value === null || value === undefined) return null;
  switch (type.typeId) {
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
    case DuckDBTypeId.BIGNUM:
      return Number(value);
    case DuckDBTypeId.DECIMAL:
      return (value as DuckDBDecimalValue).toDouble();
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return iso(
        Number(
          (value as DuckDBTimestampValue | DuckDBTimestampTZValue).micros,
        ) / 1_000,
      );
    case DuckDBTypeId.TIMESTAMP_NS:
      return iso(
        Number((value as DuckDBTimestampNanosecondsValue).nanos) / 1_000_000,
      );
    case DuckDBTypeId.TIMESTAMP_MS:
      return iso(Number((value as DuckDBTimestampMillisecondsValue).millis));
    case DuckDBTypeId.TIMESTAMP_S:
      return iso(
        Number((value as DuckDBTimestampSecondsValue).seconds) * 1_000,
      );
    case DuckDBTypeId.DATE:
      return iso((value as DuckDBDateValue).days * DAY)?.slice(0, 10) ?? null;
    case DuckDBTypeId.BLOB:
      return (value as DuckDBBlobValue).toString();
    case DuckDBTypeId.TIME:
    case DuckDBTypeId.TIME_TZ:
    case DuckDBTypeId.TIME_NS:
    case DuckDBTypeId.INTERVAL:
    case DuckDBTypeId.UUID:
    case DuckDBTypeId.BIT:
      return String(value);
    default:
      return JSDuckDBValueConverter(
        value,
        type,
        converter as Parameters<typeof JSDuckDBValueConverter>[2],
      );
  }
};

function toDuckDb(value: DuckDbParam): [DuckDBValue, DuckDBType | undefined] {
  if (Array.isArray(value)) return [listValue([...value]), LIST(VARCHAR)];
  return [value as Exclude<DuckDbParam, readonly string[]>, undefined];
}

/** The values that a statement names, as the database takes them. */
export function toBindings(
  params: DuckDbParams,
  names: ReadonlySet<string>,
): {
  values: Record<string, DuckDBValue>;
  types: Record<string, DuckDBType | undefined>;
} {
  const values: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType | undefined> = {};
  for (const [name, value] of Object.entries(params)) {
    if (names.has(name)) [values[name], types[name]] = toDuckDb(value);
  }
  return { values, types };
}
