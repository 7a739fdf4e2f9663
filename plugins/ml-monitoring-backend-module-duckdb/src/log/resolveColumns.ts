import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import {
  MAPPED_COLUMNS,
  type Candidate,
  type Candidates,
  type MappedColumn,
} from './columns';
import {
  findColumn,
  listNames,
  type LogSchema,
  type SchemaColumn,
} from './schema';

/** Where the columns of a mapping are in a log. */
export type ResolvedColumns = Partial<
  Record<MappedColumn, SchemaColumn & { times?: number; field: string }>
>;

const FIELD = 'spec.monitoring.inferenceLog.columns';

function findCandidate(
  schema: LogSchema,
  candidate: Candidate,
): (SchemaColumn & { times?: number }) | undefined {
  const { column: name, times } =
    typeof candidate === 'string'
      ? { column: candidate, times: undefined }
      : candidate;
  const found = findColumn(schema, name);
  return found && { ...found, times };
}

/**
 * Finds the columns that a mapping names, else those that its preset or the
 * defaults look for.
 *
 * @throws MonitoringSourceError where a column that the mapping names is not there and `lenient` is not set.
 */
export function resolveColumns(
  schema: LogSchema,
  log: Pick<MlInferenceLog, 'path' | 'columns'>,
  candidates: Candidates,
  options: { lenient?: boolean } = {},
): ResolvedColumns {
  const resolved: ResolvedColumns = {};
  for (const key of MAPPED_COLUMNS) {
    const name = log.columns?.[key];
    const field = `${FIELD}.${key}`;
    if (name !== undefined) {
      const found = findColumn(schema, name);
      if (found) resolved[key] = { ...found, field };
      else if (!options.lenient) throw missing(schema, log.path, field, name);
      continue;
    }
    for (const candidate of candidates[key]) {
      const found = findCandidate(schema, candidate);
      if (!found) continue;
      resolved[key] = { ...found, field };
      break;
    }
  }
  return resolved;
}

function missing(
  schema: LogSchema,
  path: string,
  field: string,
  name: string,
): MonitoringSourceError {
  return new MonitoringSourceError(
    'invalid-data',
    `${field}: expected a column of ${path}, was "${name}"; there are ${listNames(
      schema.columns,
    )}`,
  );
}
