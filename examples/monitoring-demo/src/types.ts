import type { Story } from './story.ts';

/** How a file of a log is written. */
export type LogFormat = 'parquet' | 'csv' | 'json';

/** A file, or a folder of Hive partitions. */
export interface LogFile {
  /** Below the folder of the log; its ending tells the format. */
  name: string;
  /** What is in it. */
  query: string;
  /** Column by whose values it is parted into folders; the name is that of the folder then. */
  partitionBy?: string;
}

/** What is written for a deployment. */
export interface LogContent {
  /** Statements that make the tables which the files are read from. */
  tables: string[];
  files: LogFile[];
}

/** The log of a deployment. */
export interface DemoLog {
  /** Below the root of the logs, such as `no-show/production`. */
  folder: string;
  write(story: Story): LogContent;
}
