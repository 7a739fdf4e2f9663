import type {
  MlInferenceLog,
  MlMonitoringSpec,
} from '@airworthy/plugin-ml-models-common';
import type {
  Discovery,
  FoundColumn,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  type MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import type { DuckDbTools } from '../../createTools';
import type { BoundSql } from '../../engine/types';
import { pathsOf } from '../../files/paths';
import type { FileSet } from '../../files/types';
import {
  CANONICAL,
  DEFAULT_CANDIDATES,
  type MappedColumn,
} from '../../log/columns';
import { partitionsOf } from '../../log/partitions';
import { readerSql } from '../../log/readers';
import { readSchema, type LogSchema } from '../../log/schema';
import type { OpenedLog } from '../../log/types';
import { sourceAnswer } from '../sourceAnswer';
import { findBaseline, findCandidates, type Candidate } from './findCandidates';
import { guessColumns, guessPreset } from './guessMapping';
import { sampleColumns, type ColumnSample } from './sampleColumns';

/** Logs that are there for a deployment, each with what would read it. */
export async function answerDiscovery(
  tools: DuckDbTools,
  deployment: MonitoredDeployment,
  options: { signal: AbortSignal; withExamples: boolean },
): Promise<Discovery[]> {
  const candidates = await findCandidates(
    tools.roots,
    deployment.names,
    options.signal,
  );
  const found: Discovery[] = [];
  for (const candidate of candidates) {
    try {
      found.push(await discover(tools, deployment, candidate, options));
    } catch (error) {
      // A folder that only has the name is no log.
      if (!(error instanceof MonitoringSourceError)) throw error;
      tools.logger.debug(`${candidate.path} is no log: ${error.message}`);
    }
  }
  return found;
}

async function discover(
  tools: DuckDbTools,
  deployment: MonitoredDeployment,
  candidate: Candidate,
  options: { signal: AbortSignal; withExamples: boolean },
): Promise<Discovery> {
  const { signal, withExamples } = options;
  const set = await tools.files.list({ path: candidate.path }, { signal });
  const rows: BoundSql = {
    sql: readerSql({
      format: set.format,
      param: 'found_files',
      partitioned: set.files.some(file => partitionsOf(file.path).size > 0),
    }),
    params: { found_files: pathsOf(set.files) },
  };
  const schema = await readSchema(tools.engine, rows, signal);
  const preset = guessPreset(schema);
  const columns = preset ? {} : guessColumns(schema);
  const log: MlInferenceLog = {
    path: patternOf(candidate, set),
    format: set.format,
    ...(preset && { preset }),
    ...(Object.keys(columns).length && { columns }),
  };
  const opened = await tools.logs.open(
    { ...deployment, monitoring: { inferenceLog: log } },
    { signal },
  );
  const sample = await sampleColumns(tools.engine, rows, schema, signal);
  const proposal = await propose(tools, candidate, log, opened, sample, signal);
  const now = tools.now();
  return {
    ...sourceAnswer(
      { ...deployment, monitoring: proposal },
      {
        window: {
          from: opened.oldestAt ?? new Date(now).toISOString(),
          to: opened.newestAt ?? new Date(now).toISOString(),
        },
        rowsRead: opened.rowsWithin() ?? sample.rows,
        freshAt: opened.newestAt,
        notices: opened.notices,
        now,
      },
    ),
    location: log.path,
    columns: schema.columns.map(column =>
      describe(
        column,
        sample,
        roleOf(column.name, columns, opened),
        withExamples,
      ),
    ),
    proposal,
  };
}

/** The files of a folder as a glob that new files fall under. */
function patternOf(candidate: Candidate, set: FileSet): string {
  if (!candidate.folder) return candidate.path;
  const [first] = set.files;
  const ending = /\.[^/.]+(\.gz|\.zst)?$/.exec(first.path)?.[0];
  const same = set.files.every(file => ending && file.path.endsWith(ending));
  const flat = set.files.every(file =>
    file.path
      .slice(0, file.path.lastIndexOf('/'))
      .endsWith(`/${candidate.path}`),
  );
  return same && flat ? `${candidate.path}/*${ending}` : candidate.path;
}

async function propose(
  tools: DuckDbTools,
  candidate: Candidate,
  log: MlInferenceLog,
  opened: OpenedLog,
  sample: { rows: number; columns: Map<string, ColumnSample> },
  signal: AbortSignal,
): Promise<MlMonitoringSpec> {
  const distinct = (name: string) => sample.columns.get(name)?.distinct;
  const features = opened.features.filter(
    ({ name, type }) =>
      type !== 'unknown' &&
      // A text that is another in nearly every row is an id or free text.
      !(
        type === 'categorical' &&
        (distinct(name) ?? 0) > sample.rows * 0.5 &&
        sample.rows > 20
      ),
  );
  const slices = features.filter(({ name, type }) => {
    const values = distinct(name) ?? 0;
    return type === 'categorical' && values >= 2 && values <= 20;
  });
  const baseline = await findBaseline(tools.roots, candidate, signal);
  return {
    inferenceLog: {
      ...log,
      ...(features.length && { features: features.map(({ name }) => name) }),
      ...(slices.length && {
        slices: slices.slice(0, 3).map(({ name }) => name),
      }),
    },
    baseline: baseline ? { path: baseline } : { previousWindow: true },
  };
}

function roleOf(
  name: string,
  columns: NonNullable<MlInferenceLog['columns']>,
  opened: OpenedLog,
): string | undefined {
  for (const key of Object.keys(CANONICAL) as MappedColumn[]) {
    const meant = columns[key] ?? DEFAULT_CANDIDATES[key][0];
    if (meant === name && opened.has(CANONICAL[key])) return key;
  }
  return opened.features.some(feature => feature.name === name)
    ? 'feature'
    : undefined;
}

function describe(
  column: LogSchema['columns'][number],
  sample: { rows: number; columns: Map<string, ColumnSample> },
  role: string | undefined,
  withExamples: boolean,
): FoundColumn {
  const seen = sample.columns.get(column.name);
  return {
    name: column.name,
    type: column.type,
    role,
    ...(seen &&
      sample.rows && { missingShare: 1 - seen.present / sample.rows }),
    ...(seen && withExamples && { examples: seen.examples }),
  };
}
