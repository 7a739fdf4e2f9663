import type { INFERENCE_LOG_FORMATS } from '@airworthy/plugin-ml-models-common';

/** Format of the files of a log. */
export type LogFormat = (typeof INFERENCE_LOG_FORMATS)[number];

/** A place below which logs may be read. */
export type LogRoot = {
  /** How app-config writes it; shown to readers. */
  label: string;
} & (
  | {
      kind: 'local';
      /** Absolute, with links resolved. */
      path: string;
      /** Absolute, as app-config has it. */
      given?: string;
    }
  | {
      kind: 'remote';
      scheme: 's3' | 'gs' | 'https';
      /** With a slash at its end. */
      url: string;
      /** Why it cannot be read, such as that an extension is missing. */
      unavailable?: string;
    }
);

/** A file of a log. */
export interface LogFile {
  /** As the database opens it. */
  path: string;
  size?: number;
  /** Changes with its content: time of change, or etag. */
  stamp: string;
}

/** The files that a path of an entity stands for. */
export interface FileSet {
  /** In the order of their names. */
  files: LogFile[];
  format: LogFormat;
  notices: string[];
}

/** What names a table of files. */
export interface TablePath {
  path: string;
  format?: LogFormat;
}
