import type {
  MlDeploymentVariant,
  MlInferenceLog,
} from '@airworthy/plugin-ml-models-common';
import type { BoundSql, QueryEngine } from '../engine/types';
import { CANONICAL, type MappedColumn } from './columns';
import {
  isInteger,
  kindOf,
  toFailure,
  toFeature,
  toNumber,
  toOutcome,
  toText,
  type Expression,
} from './expressions';
import { candidatesOf, isFeatureOf } from './presets';
import { quote } from './quote';
import { resolveColumns, type ResolvedColumns } from './resolveColumns';
import {
  findColumn,
  listNames,
  readSchema,
  type LogSchema,
  type SchemaColumn,
} from './schema';
import { readTimeColumn, type TimeColumn } from './times';
import {
  CANONICAL_COLUMNS,
  type CanonicalColumn,
  type LogColumn,
} from './types';

/** What the columns of a log mean. */
export interface LogDescription {
  canonical: Partial<Record<CanonicalColumn, Expression>>;
  time?: TimeColumn;
  features: LogColumn[];
  slices: LogColumn[];
  /** `expression AS name` of features and slices. */
  own: string[];
  notices: string[];
  /** Values that the expressions name. */
  params: Record<string, string>;
}

type Translate = (column: SchemaColumn, field: string) => Expression;

const TRANSLATE: Partial<Record<MappedColumn, Translate>> = {
  predictionId: toText,
  modelVersion: toText,
  variant: toText,
  latency: toNumber,
  status: toFailure,
  prediction: toOutcome,
  score: toNumber,
  label: toOutcome,
  inputTokens: toNumber,
  outputTokens: toNumber,
  timeToFirstToken: toNumber,
  finishReason: toText,
  feedback: toText,
};

const TAKEN = new Set<string>(CANONICAL_COLUMNS);

/** How a feature is called in the relation: by its own name, unless that means something else there. */
const ownName = (name: string) =>
  quote(TAKEN.has(name.toLowerCase()) ? `feature:${name}` : name);

/** Tells what the columns of a source of rows mean. */
export async function describeLog(
  engine: QueryEngine,
  source: BoundSql,
  options: {
    log: MlInferenceLog;
    variants: MlDeploymentVariant[];
    /** Columns of partitions, which are no features unless they are listed. */
    partitions: ReadonlySet<string>;
    /** Whether columns may be missing, as in a table of training data. */
    lenient?: boolean;
    signal: AbortSignal;
  },
): Promise<LogDescription> {
  const { log, variants, partitions, lenient, signal } = options;
  const schema = await readSchema(engine, source, signal);
  const columns = resolveColumns(schema, log, candidatesOf(log.preset), {
    lenient,
  });
  const notices: string[] = [];
  const canonical: LogDescription['canonical'] = {};
  for (const key of Object.keys(TRANSLATE) as MappedColumn[]) {
    const column = columns[key];
    if (column) canonical[CANONICAL[key]] = translate(key, column);
  }
  const times = await readTimes(engine, source, columns, signal);
  Object.assign(canonical, times.canonical);
  if (!times.time && !lenient) {
    notices.push(
      `${log.path} has no column of times (${listNames(
        schema.columns,
      )}), so that nothing can be said of a time window.`,
    );
  }
  const derived = lenient ? {} : deriveVariant(canonical, variants);
  const own = ownColumns(schema, log, columns, partitions);
  return {
    canonical: { ...canonical, ...derived.canonical },
    time: times.time,
    ...own,
    notices: [...notices, ...(derived.notices ?? []), ...own.notices],
    params: derived.params ?? {},
  };
}

function translate(
  key: MappedColumn,
  column: NonNullable<ResolvedColumns[MappedColumn]>,
): Expression {
  // The attribute is there only where there was an error.
  if (key === 'status' && column.name === 'error.type') {
    const text = toText(column, column.field).sql;
    return { sql: `(coalesce(${text}, '') <> '')`, type: 'BOOLEAN' };
  }
  const expression = TRANSLATE[key]!(column, column.field);
  return column.times === undefined
    ? expression
    : { sql: `(${expression.sql} * ${column.times})`, type: 'DOUBLE' };
}

async function readTimes(
  engine: QueryEngine,
  source: BoundSql,
  columns: ResolvedColumns,
  signal: AbortSignal,
) {
  const read = (column: ResolvedColumns[MappedColumn]) =>
    column &&
    readTimeColumn(engine, source, column, { field: column.field, signal });
  const time = await read(columns.timestamp);
  const labelTime = await read(columns.labelTimestamp);
  const canonical: LogDescription['canonical'] = {};
  const set = (
    name: CanonicalColumn,
    { toTimestamp, source: at }: TimeColumn,
  ) => {
    canonical[name] = { sql: toTimestamp(at.sql), type: 'TIMESTAMP' };
  };
  if (time) set('ts', time);
  if (labelTime) set('label_ts', labelTime);
  return { time, canonical };
}

/** Tells variants apart by the version that they serve, where the log does not name them. */
function deriveVariant(
  canonical: LogDescription['canonical'],
  variants: MlDeploymentVariant[],
): Partial<Pick<LogDescription, 'canonical' | 'notices' | 'params'>> {
  const version = canonical.model_version;
  if (canonical.variant || !version || !variants.length) return {};
  if (new Set(variants.map(v => v.version)).size < variants.length) return {};
  const params: Record<string, string> = {};
  const cases = variants.map((variant, index) => {
    params[`variant_${index}`] = variant.name;
    params[`version_${index}`] = variant.version;
    return `WHEN $version_${index} THEN $variant_${index}`;
  });
  return {
    canonical: {
      variant: {
        sql: `(CASE ${version.sql} ${cases.join(' ')} END)`,
        type: 'VARCHAR',
      },
    },
    params,
    notices:
      variants.length > 1
        ? [
            'The log does not name variants: they are told by the model version.',
          ]
        : [],
  };
}

function ownColumns(
  schema: LogSchema,
  log: MlInferenceLog,
  columns: ResolvedColumns,
  partitions: ReadonlySet<string>,
): Pick<LogDescription, 'features' | 'slices' | 'own' | 'notices'> {
  const notices: string[] = [];
  const own = new Map<string, string>();
  const add = (name: string): LogColumn => {
    const column = findColumn(schema, name);
    const sql = ownName(name);
    // An input that the log has no more is missing in every row.
    const expression = column
      ? toFeature(column)
      : { sql: 'CAST(NULL AS VARCHAR)', type: 'NULL' };
    own.set(sql, `${expression.sql} AS ${sql}`);
    return {
      name,
      sql,
      type: kindOf(expression.type),
      integer: isInteger(expression.type),
      duckType: expression.type,
    };
  };
  const features = (
    log.features ?? featureNames(schema, log, columns, partitions)
  ).map(add);
  const slices = (log.slices ?? []).map(add);
  const tell = (field: string, listed: LogColumn[]) => {
    const absent = listed.filter(column => column.duckType === 'NULL');
    if (!absent.length) return;
    notices.push(
      `spec.monitoring.inferenceLog.${field}: expected columns of ${
        log.path
      }, was ${listNames(absent)}; there are ${listNames(schema.columns)}.`,
    );
  };
  tell('features', features);
  tell('slices', slices);
  return {
    features,
    slices: slices.filter(column => column.duckType !== 'NULL'),
    own: [...own.values()],
    notices,
  };
}

function featureNames(
  schema: LogSchema,
  log: MlInferenceLog,
  columns: ResolvedColumns,
  partitions: ReadonlySet<string>,
): string[] {
  const used = new Set(Object.values(columns).map(column => column.name));
  const candidates = [...schema.columns, ...schema.nested.values()];
  return candidates
    .filter(
      column =>
        !used.has(column.name) &&
        !partitions.has(column.name) &&
        !/^(STRUCT|MAP)\(/.test(column.type) &&
        isFeatureOf(log.preset, column.name),
    )
    .map(column => column.name);
}
