import { createHash } from 'node:crypto';
import type {
  MlBaseline,
  MlInferenceLog,
} from '@airworthy/plugin-ml-models-common';
import {
  type MonitoredDeployment,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import { LruAnswerCache } from '../cache/LruAnswerCache';
import type { QueryEngine, QueryOptions } from '../engine/types';
import type { LogFiles } from '../files/LogFiles';
import { pathsOf } from '../files/paths';
import type { FileSet, LogFile } from '../files/types';
import { describeLog } from './describeLog';
import { FileStatsReader, type FileStats } from './fileStats';
import { InferenceLog } from './InferenceLog';
import { openLabels } from './labels';
import { partitionsOf } from './partitions';
import { readerSql } from './readers';
import { openRecords } from './records/openRecords';
import type { LogReader, OpenedBaseline, OpenedLog } from './types';
import { baselineWindow } from './baselineWindow';

/** Options of a {@link DefaultLogReader}. */
export interface DefaultLogReaderOptions {
  engine: QueryEngine;
  files: LogFiles;
  maxRowsRead?: number;
}

/** Opens logs, and describes each version of one only once. */
export class DefaultLogReader implements LogReader {
  private readonly engine: QueryEngine;
  private readonly files: LogFiles;
  private readonly maxRowsRead?: number;
  private readonly stats: FileStatsReader;
  private readonly opened = new LruAnswerCache({ maxEntries: 500 });
  private count = 0;

  constructor(options: DefaultLogReaderOptions) {
    this.engine = options.engine;
    this.files = options.files;
    this.maxRowsRead = options.maxRowsRead;
    this.stats = new FileStatsReader({ engine: options.engine });
  }

  async open(
    deployment: MonitoredDeployment,
    options: QueryOptions,
  ): Promise<OpenedLog> {
    return this.openLog(deployment, logOf(deployment), options);
  }

  async openBaseline(
    deployment: MonitoredDeployment,
    baseline: MlBaseline,
    window: TimeWindow,
    options: QueryOptions,
  ): Promise<OpenedBaseline> {
    const { path, format } = baseline;
    if (path !== undefined) {
      const { labels: _, ...log } = logOf(deployment);
      const table = await this.openLog(
        deployment,
        { ...log, path, format },
        { ...options, lenient: true },
      );
      return {
        kind: 'table',
        baseline,
        log: table,
        rows: selection => table.rows(selection),
      };
    }
    const log = await this.open(deployment, options);
    const period = baselineWindow(baseline, window);
    return {
      kind: baseline.previousWindow ? 'previous-window' : 'period',
      baseline,
      log,
      window: period,
      rows: selection => log.rows({ ...selection, window: period }),
    };
  }

  private async openLog(
    deployment: MonitoredDeployment,
    log: MlInferenceLog,
    options: QueryOptions & { lenient?: boolean },
  ): Promise<OpenedLog> {
    const { signal, lenient = false } = options;
    const set = await this.files.list(log, { signal });
    const labels =
      log.labels && (await this.files.list(log.labels, { signal }));
    const { variants } = deployment;
    const version = createHash('sha256')
      .update(
        JSON.stringify([
          ...[log, variants.map(({ name, version: v }) => [name, v]), lenient],
          ...[set.files, labels?.files],
        ]),
      )
      .digest('hex');
    return this.opened.answer(
      { log: version, question: 'open' },
      inner =>
        this.describe({ log, variants, set, labels, version, lenient }, inner),
      signal,
    );
  }

  private async describe(
    what: {
      log: MlInferenceLog;
      variants: MonitoredDeployment['variants'];
      set: FileSet;
      labels?: FileSet;
      version: string;
      lenient: boolean;
    },
    signal: AbortSignal,
  ): Promise<OpenedLog> {
    const { engine } = this;
    const { log, variants, set, labels, version, lenient } = what;
    const partitions = new Set(
      set.files.flatMap(file => [...partitionsOf(file.path).keys()]),
    );
    const raw = (files: LogFile[], prefix: string) => ({
      sql: readerSql({
        format: set.format,
        param: `${prefix}files`,
        partitioned: partitions.size > 0,
      }),
      params: { [`${prefix}files`]: pathsOf(files) },
    });
    const records = await openRecords(engine, log, raw, set.files, signal);
    const source = records?.source ?? raw;
    const description = await describeLog(
      engine,
      source(set.files, 'described_'),
      { log, variants, partitions, lenient, signal },
    );
    const stats =
      set.format === 'parquet'
        ? await this.stats.read(set.files, {
            time: description.time?.ordered ? description.time : undefined,
            signal,
          })
        : new Map<string, FileStats>();
    this.count += 1;
    return new InferenceLog({
      ...{ log, variants, version, description, stats, source },
      id: `l${this.count}`,
      files: set.files,
      prunable: !records && isPrunable(set, stats),
      labels:
        log.labels && labels
          ? await openLabels(engine, log.labels, labels, { signal })
          : undefined,
      maxRowsRead: this.maxRowsRead,
      notices: [...set.notices, ...(records?.notices ?? [])],
    });
  }
}

/** Files may be left out only where each has all the columns. */
function isPrunable(set: FileSet, stats: Map<string, FileStats>): boolean {
  const shapes = new Set([...stats.values()].map(({ shape }) => shape));
  return set.format === 'parquet' && shapes.size <= 1;
}

function logOf(deployment: MonitoredDeployment): MlInferenceLog {
  const log = deployment.monitoring.inferenceLog;
  if (log) return log;
  throw new MonitoringSourceError(
    'invalid-data',
    `${deployment.entityRef}: expected spec.monitoring.inferenceLog, was none`,
  );
}
