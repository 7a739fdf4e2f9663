import type {
  MlDeploymentVariant,
  MlInferenceLog,
} from '@airworthy/plugin-ml-models-common';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import type { BoundSql, DuckDbParam } from '../engine/types';
import type { LogFile } from '../files/types';
import type { LogDescription } from './describeLog';
import type { FileStats } from './fileStats';
import type { JoinedLabels } from './labels';
import { mayHold } from './partitions';
import {
  CANONICAL_COLUMNS,
  type CanonicalColumn,
  type LogColumn,
  type OpenedLog,
  type RowSelection,
} from './types';

/** What an {@link InferenceLog} is made of. */
export interface InferenceLogOptions {
  /** Unique among the logs of one query. */
  id: string;
  version: string;
  log: MlInferenceLog;
  variants: MlDeploymentVariant[];
  files: LogFile[];
  /** The rows of some of the files, as the tool wrote them or taken apart. */
  source(files: LogFile[], prefix: string): BoundSql;
  description: LogDescription;
  /** By path; empty where the files have no footers. */
  stats: Map<string, FileStats>;
  /** Whether files may be left out by their times. */
  prunable: boolean;
  labels?: JoinedLabels;
  maxRowsRead?: number;
  notices: string[];
}

const smallest = (files: LogFile[]) =>
  files.reduce((a, b) => ((b.size ?? Infinity) < (a.size ?? Infinity) ? b : a));

/** A log below a root, described once and read as often as wanted. */
export class InferenceLog implements OpenedLog {
  readonly version: string;
  readonly path: string;
  readonly notices: string[];
  readonly newestAt?: string;
  readonly oldestAt?: string;
  readonly labelRows?: () => BoundSql;
  readonly features: LogColumn[];
  readonly slices: LogColumn[];
  private readonly options: InferenceLogOptions;
  private calls = 0;

  constructor(options: InferenceLogOptions) {
    const { description, labels, stats } = options;
    this.options = options;
    this.version = options.version;
    this.path = options.log.path;
    this.labelRows = labels && (() => labels.all(this.nextPrefix()));
    this.features = description.features;
    this.slices = description.slices;
    this.notices = [
      ...options.notices,
      ...description.notices,
      ...(labels?.notices ?? []),
    ];
    const known = [...stats.values()];
    this.newestAt = known
      .flatMap(({ to }) => to ?? [])
      .sort()
      .at(-1);
    // A file that does not tell may be older.
    this.oldestAt = known.every(({ from }) => from)
      ? known.flatMap(({ from }) => from ?? []).sort()[0]
      : undefined;
  }

  has(column: CanonicalColumn): boolean {
    return this.typeOf(column) !== undefined;
  }

  typeOf(column: CanonicalColumn): string | undefined {
    const { labels, description } = this.options;
    if (labels && (column === 'label' || column === 'label_ts')) {
      return labels.types[column];
    }
    return description.canonical[column]?.type;
  }

  rows(selection: RowSelection = {}): BoundSql {
    const { window, variant, labels = true } = selection;
    const { description } = this.options;
    const prefix = this.nextPrefix();
    const params: Record<string, DuckDbParam> = {};
    const where: string[] = [];
    if (window) where.push(this.inWindow(window, prefix, params));
    if (variant !== undefined)
      where.push(this.ofVariant(variant, prefix, params));
    const source = this.options.source(this.filesToRead(window), prefix);
    Object.assign(params, source.params);
    const named = (sql: string) =>
      sql.replace(/\$((?:variant|version)_\d+)\b/g, (_, name: string) => {
        params[prefix + name] = description.params[name];
        return `$${prefix}${name}`;
      });
    const joined = this.options.labels;
    const columns = CANONICAL_COLUMNS.flatMap(name => {
      const expression = description.canonical[name];
      const replaced = joined && (name === 'label' || name === 'label_ts');
      return expression && !replaced
        ? `${named(expression.sql)} AS ${name}`
        : [];
    });
    const select = [...columns, ...description.own].join(', ') || '1 AS one';
    const sql = `(SELECT ${select} FROM ${source.sql} AS src${
      where.length ? ` WHERE ${where.map(named).join(' AND ')}` : ''
    })`;
    if (!joined || !labels) return { sql, params };
    const label = joined.rows(prefix);
    return {
      sql: `(SELECT answers.*, labels.* EXCLUDE (joined_id) FROM ${sql} AS answers
        LEFT JOIN ${label.sql} AS labels ON labels.joined_id = answers.prediction_id)`,
      params: { ...params, ...label.params },
    };
  }

  rowsWithin(window?: TimeWindow): number | undefined {
    const { stats } = this.options;
    return stats.size
      ? this.filesOf(window).reduce(
          (sum, { path }) => sum + (stats.get(path)?.rows ?? 0),
          0,
        )
      : undefined;
  }

  /** Names of values that no other part of a query has. */
  private nextPrefix(): string {
    this.calls += 1;
    return `${this.options.id}_${this.calls}_`;
  }

  /** The files that may hold rows of a window. */
  private filesOf(window: TimeWindow | undefined): LogFile[] {
    const { files, stats, prunable } = this.options;
    if (!window || !prunable) return files;
    return files.filter(({ path }) => {
      const { from, to } = stats.get(path) ?? {};
      if (from && Date.parse(from) >= Date.parse(window.to)) return false;
      if (to && Date.parse(to) < Date.parse(window.from)) return false;
      return mayHold(path, window);
    });
  }

  private filesToRead(window: TimeWindow | undefined): LogFile[] {
    const { files, maxRowsRead } = this.options;
    const rows = this.rowsWithin(window) ?? 0;
    if (maxRowsRead !== undefined && rows > maxRowsRead) {
      throw new MonitoringSourceError(
        'refused',
        `${this.path}: expected at most ${maxRowsRead} rows (mlMonitoring.duckdb.maxRowsRead), was ${rows}; a shorter window has less`,
      );
    }
    const wanted = this.filesOf(window);
    // Without a file there would be no columns: the smallest has them too.
    return wanted.length ? wanted : [smallest(files)];
  }

  private inWindow(
    window: TimeWindow,
    prefix: string,
    params: Record<string, DuckDbParam>,
  ): string {
    const { time } = this.options.description;
    if (!time) {
      throw new MonitoringSourceError(
        'invalid-data',
        `${this.path}: ${
          this.notices.find(notice => notice.includes('no column of times')) ??
          'it has no column of times'
        } Name it in spec.monitoring.inferenceLog.columns.timestamp.`,
      );
    }
    params[`${prefix}from`] = window.from;
    params[`${prefix}to`] = window.to;
    return `${time.compared} >= ${time.bound(`${prefix}from`)} AND ${
      time.compared
    } < ${time.bound(`${prefix}to`)}`;
  }

  private ofVariant(
    variant: string,
    prefix: string,
    params: Record<string, DuckDbParam>,
  ): string {
    const { variants, description } = this.options;
    const column = description.canonical.variant;
    if (column) {
      params[`${prefix}of_variant`] = variant;
      return `${column.sql} = $${prefix}of_variant`;
    }
    if (variants.length <= 1 && (variants[0]?.name ?? variant) === variant) {
      return 'true';
    }
    throw new MonitoringSourceError(
      'invalid-data',
      `${this.path}: it does not tell variants apart. Name a column in spec.monitoring.inferenceLog.columns.variant, or one of the model version.`,
    );
  }
}
