import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { QueryEngine } from '../../engine/types';
import type { LogFile } from '../../files/types';
import {
  findColumn,
  listNames,
  readSchema,
  type LogSchema,
  type SchemaColumn,
} from '../schema';
import { readTimeColumn, type TimeColumn } from '../times';
import type { Exchanges, RowSource } from './types';

/*
 * What KServe's agent writes: its records in Parquet, their Go names in JSON, or
 * the CloudEvents of its logger as a subscriber stores them.
 *
 * https://github.com/kserve/kserve/blob/master/pkg/logger/marshaller/parquet.go
 * https://github.com/kserve/kserve/blob/master/pkg/logger/types/types.go
 */
const NAMES = {
  id: ['id', 'Id', 'ce_id', 'ce-id'],
  type: ['req_type', 'ReqType', 'type', 'ce_type', 'ce-type'],
  body: ['bytes', 'Bytes', 'data', 'data_base64'],
  component: ['component', 'Component'],
  time: ['time', 'ce_time', 'ce-time', 'timestamp'],
  version: ['model_version'],
  variant: ['variant'],
};

const first = (schema: LogSchema, names: string[]) =>
  names.map(name => findColumn(schema, name)).find(Boolean);

function required(
  schema: LogSchema,
  path: string,
  what: keyof typeof NAMES,
): SchemaColumn {
  const found = first(schema, NAMES[what]);
  if (found) return found;
  throw new MonitoringSourceError(
    'invalid-data',
    `${path}: expected records of KServe's logger, with a column ${NAMES[
      what
    ].join(' or ')}; there are ${listNames(schema.columns)}`,
  );
}

/** A body as JSON; null where it is none, such as a binary tensor. */
function bodyOf({ sql, type }: SchemaColumn): string {
  if (type === 'JSON') return sql;
  if (/^(STRUCT|MAP)\(|\[\]$/.test(type)) return `to_json(${sql})`;
  const text =
    type === 'BLOB'
      ? `TRY(decode(${sql}))`
      : `CASE WHEN ltrim(${sql})[1] IN ('{', '[') THEN ${sql} ELSE TRY(decode(from_base64(${sql}))) END`;
  return `TRY_CAST(${text} AS JSON)`;
}

/** Pairs of requests and answers of KServe's logger, joined by their id. */
export async function readKserve(
  engine: QueryEngine,
  path: string,
  raw: RowSource,
  files: LogFile[],
  signal: AbortSignal,
): Promise<Exchanges> {
  const described = raw(files, 'described_');
  const schema = await readSchema(engine, described, signal);
  const id = required(schema, path, 'id').sql;
  const type = required(schema, path, 'type').sql;
  const body = bodyOf(required(schema, path, 'body'));
  const component = first(schema, NAMES.component);
  const timeColumn = first(schema, NAMES.time);
  const time =
    timeColumn &&
    (await readTimeColumn(engine, described, timeColumn, {
      field: `${path}, column ${timeColumn.name}`,
      signal,
    }));
  const version = first(schema, NAMES.version);
  const variant = first(schema, NAMES.variant);
  return {
    carried: [
      ...(time ? ['timestamp', 'latency_ms'] : []),
      ...(version ? ['model_version'] : []),
      ...(variant ? ['variant'] : []),
    ],
    notices: noticesOf(path, { time, version }),
    source: (some, prefix) => {
      const rows = raw(some, prefix);
      return {
        params: rows.params,
        sql: `(SELECT prediction_id, request, response,
            asked AS timestamp, epoch_us(answered - asked) / 1000.0 AS latency_ms, model_version, variant
          FROM (
            SELECT id AS prediction_id,
              any_value(body) FILTER (WHERE is_request) AS request,
              any_value(body) FILTER (WHERE is_response) AS response,
              min(seen) FILTER (WHERE is_request) AS asked,
              min(seen) FILTER (WHERE is_response) AS answered,
              any_value(version) AS model_version, any_value(variant) AS variant
            FROM (
              SELECT CAST(${id} AS VARCHAR) AS id, ${body} AS body,
                ${type} LIKE '%request' AS is_request, ${type} LIKE '%response' AS is_response,
                ${
                  time
                    ? time.toTimestamp(time.source.sql)
                    : 'CAST(NULL AS TIMESTAMP)'
                } AS seen,
                ${
                  version ? `CAST(${version.sql} AS VARCHAR)` : 'NULL'
                } AS version,
                ${
                  variant ? `CAST(${variant.sql} AS VARCHAR)` : 'NULL'
                } AS variant
              FROM ${rows.sql} AS src
              ${
                component
                  ? `WHERE coalesce(${component.sql}, '') IN ('', 'predictor')`
                  : ''
              }
            ) GROUP BY id
          ) WHERE request IS NOT NULL)`,
      };
    },
  };
}

function noticesOf(
  path: string,
  known: { time?: TimeColumn; version?: SchemaColumn },
): string[] {
  const missing = [
    ...(known.time ? [] : ['when they were asked', 'latency']),
    ...(known.version ? [] : ['which model version answered']),
    'whether requests failed',
  ];
  return [
    `${path}: the records of KServe's logger do not tell ${missing.join(
      ', ',
    )}.`,
  ];
}
