import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { BoundSql, QueryEngine } from '../engine/types';
import { pathsOf } from '../files/paths';
import type { FileSet } from '../files/types';
import { toOutcome, toText } from './expressions';
import { readerSql } from './readers';
import { findColumn, listNames, readSchema, type LogSchema } from './schema';
import { readTimeColumn } from './times';
import { partitionsOf } from './partitions';

/** Labels of a table of their own, one a prediction. */
export interface JoinedLabels {
  types: { label: string; label_ts?: string };
  notices: string[];
  /** Each row: `joined_id`, `label` and `label_ts`. */
  all(prefix: string): BoundSql;
  /** The last label of each prediction: `joined_id`, `label` and, where it is known, `label_ts`. */
  rows(prefix: string): BoundSql;
}

const FIELD = 'spec.monitoring.inferenceLog.labels';

function requireColumn(
  schema: LogSchema,
  path: string,
  field: string,
  name: string,
) {
  const found = findColumn(schema, name);
  if (found) return found;
  throw new MonitoringSourceError(
    'invalid-data',
    `${FIELD}.${field}: expected a column of ${path}, was "${name}"; there are ${listNames(
      schema.columns,
    )}`,
  );
}

/** Opens the table of labels. The last label of a prediction counts. */
export async function openLabels(
  engine: QueryEngine,
  labels: NonNullable<MlInferenceLog['labels']>,
  set: FileSet,
  options: { signal: AbortSignal },
): Promise<JoinedLabels> {
  const { path } = labels;
  const source = (prefix: string): BoundSql => ({
    sql: readerSql({
      format: set.format,
      param: `${prefix}label_files`,
      partitioned: set.files.some(file => partitionsOf(file.path).size > 0),
    }),
    params: { [`${prefix}label_files`]: pathsOf(set.files) },
  });
  const described = source('described_');
  const schema = await readSchema(engine, described, options.signal);
  const id = toText(
    requireColumn(
      schema,
      path,
      'predictionId',
      labels.predictionId ?? 'prediction_id',
    ),
    `${FIELD}.predictionId`,
  );
  const label = toOutcome(
    requireColumn(schema, path, 'label', labels.label ?? 'label'),
    `${FIELD}.label`,
  );
  const timeColumn = labels.labelTimestamp
    ? requireColumn(schema, path, 'labelTimestamp', labels.labelTimestamp)
    : findColumn(schema, 'label_timestamp');
  const time =
    timeColumn &&
    (await readTimeColumn(engine, described, timeColumn, {
      field: `${FIELD}.labelTimestamp`,
      signal: options.signal,
    }));
  const at = time
    ? time.toTimestamp(time.source.sql)
    : 'CAST(NULL AS TIMESTAMP)';
  // Without times the last row of the table counts.
  const order = time
    ? `coalesce(label_ts, TIMESTAMP '0001-01-01')`
    : 'row_number() OVER ()';
  const last = time ? 'label: label, label_ts: label_ts' : 'label: label';
  const all = (prefix: string): BoundSql => {
    const { sql, params } = source(prefix);
    return {
      sql: `(SELECT * FROM (
          SELECT ${id.sql} AS joined_id, ${label.sql} AS label, ${at} AS label_ts FROM ${sql} AS src
        ) WHERE label IS NOT NULL AND joined_id IS NOT NULL)`,
      params,
    };
  };
  return {
    types: { label: label.type, label_ts: time && 'TIMESTAMP' },
    notices: [...set.notices],
    all,
    rows: prefix => {
      const { sql, params } = all(prefix);
      return {
        sql: `(SELECT joined_id, unnest(arg_max({${last}}, position)) FROM (
            SELECT *, ${order} AS position FROM ${sql}
          ) GROUP BY joined_id)`,
        params,
      };
    },
  };
}
