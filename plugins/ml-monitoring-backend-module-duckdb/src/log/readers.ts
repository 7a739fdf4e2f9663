import type { LogFormat } from '../files/types';

/** Where the rows of files come from, before anything is known of them. */
export interface ReaderOptions {
  format: LogFormat;
  /** Name of the value that holds the paths. */
  param: string;
  /** Whether folders are named `name=value`. */
  partitioned: boolean;
}

/** The table function that reads the files; its paths are a bound value. */
export function readerSql(options: ReaderOptions): string {
  const { format, param, partitioned } = options;
  const common = `$${param}, union_by_name = true, hive_partitioning = ${partitioned}`;
  switch (format) {
    case 'parquet':
      return `read_parquet(${common})`;
    case 'csv':
      // Types are told by the whole file: a late text in a column of numbers would else fail a question.
      return `read_csv(${common}, sample_size = -1)`;
    default:
      return `read_json(${common}, sample_size = 200000, maximum_sample_files = 1000)`;
  }
}
