import type { MlBaseline } from '@airworthy/plugin-ml-models-common';
import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import type { BoundSql, QueryOptions } from '../engine/types';

/** Columns that mean the same in every log, by the name that they have in {@link OpenedLog.rows}. */
export const CANONICAL_COLUMNS = [
  /** TIMESTAMP in UTC. */
  'ts',
  /** VARCHAR. */
  'prediction_id',
  /** VARCHAR. */
  'variant',
  /** VARCHAR. */
  'model_version',
  /** DOUBLE. */
  'latency_ms',
  /** BOOLEAN: whether the service failed to answer; null where the log does not say. */
  'is_error',
  /** Type of the log: BOOLEAN, VARCHAR or a number. */
  'prediction',
  /** DOUBLE. */
  'score',
  /** Type of the log: BOOLEAN, VARCHAR or a number. */
  'label',
  /** TIMESTAMP in UTC. */
  'label_ts',
  /** DOUBLE, and the next two. */
  'input_tokens',
  'output_tokens',
  'time_to_first_token_ms',
  /** VARCHAR, and the next. */
  'finish_reason',
  'feedback',
] as const;

/** A column that means the same in every log. */
export type CanonicalColumn = (typeof CANONICAL_COLUMNS)[number];

/** A column of the log's own: a feature or a slice. */
export interface LogColumn {
  /** As the log calls it. */
  name: string;
  /** How SQL over {@link OpenedLog.rows} calls it: quoted, and safe to put into a query. */
  sql: string;
  type: 'numeric' | 'categorical' | 'unknown';
  /** Whether it is of a whole-number type. */
  integer: boolean;
  /** Such as `DOUBLE` or `VARCHAR`. */
  duckType: string;
}

/** Which rows of a log are wanted. */
export interface RowSelection {
  /** All rows without it. A log without times refuses one. */
  window?: TimeWindow;
  /** Only this variant. */
  variant?: string;
  /** Leaves labels of a second table out, which spares a join; true without it. */
  labels?: boolean;
}

/** A log whose files, columns and meaning are known. */
export interface OpenedLog {
  /** Differs whenever an answer could: a digest of mapping, files, their sizes and times. */
  version: string;
  /** Path as the entity gives it, for messages. */
  path: string;
  /** What a reader should know of every answer, such as that the log has no times. */
  notices: string[];
  /** Newest time that the log tells, ISO, where that is known without reading it. */
  newestAt?: string;
  /** Oldest time, likewise. */
  oldestAt?: string;
  /** The most rows that a window can have, where that is known without reading the log. */
  rowsWithin(window?: TimeWindow): number | undefined;
  /**
   * A relation to put after FROM, in brackets, with the columns that there are:
   * canonical ones by their names, features and slices by their `sql`.
   * Files and row groups that cannot hold such rows are not read. Each call has names for its values of its own,
   * so that several fit into one query.
   */
  rows(selection?: RowSelection): BoundSql;
  /** Each row of a second table of labels, by its `joined_id`; absent where labels are in the log. */
  labelRows?(): BoundSql;
  has(column: CanonicalColumn): boolean;
  /** Type of a canonical column in {@link OpenedLog.rows}. */
  typeOf(column: CanonicalColumn): string | undefined;
  features: LogColumn[];
  /** Declared slices. */
  slices: LogColumn[];
}

/** What current rows are compared with. */
export interface OpenedBaseline {
  kind: 'table' | 'period' | 'previous-window';
  baseline: MlBaseline;
  /** The log itself, or the table with the same mapping, in which fewer columns are needed. */
  log: OpenedLog;
  /** The time that is compared with; absent for a table. */
  window?: TimeWindow;
  /** `log.rows` of that time. */
  rows(selection?: Omit<RowSelection, 'window'>): BoundSql;
}

/** Finds the files of logs and tells what their columns mean. */
export interface LogReader {
  open(
    deployment: MonitoredDeployment,
    options: QueryOptions,
  ): Promise<OpenedLog>;
  /** Opens what the window of a question is compared with. */
  openBaseline(
    deployment: MonitoredDeployment,
    baseline: MlBaseline,
    window: TimeWindow,
    options: QueryOptions,
  ): Promise<OpenedBaseline>;
}
