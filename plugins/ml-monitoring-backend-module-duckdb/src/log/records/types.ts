import type { BoundSql } from '../../engine/types';
import type { LogFile } from '../../files/types';

/** Rows of files. */
export type RowSource = (files: LogFile[], prefix: string) => BoundSql;

/** Records of a tool, taken apart into one row a prediction. */
export interface OpenedRecords {
  source: RowSource;
  notices: string[];
}

/** Requests with their answers, as relation. */
export interface Exchanges {
  /**
   * SQL with the columns `prediction_id`, `request` and `response` (JSON), and
   * those of `carried`.
   */
  source: RowSource;
  /** What is carried over to each row: column names of the default mapping. */
  carried: string[];
  notices: string[];
}
