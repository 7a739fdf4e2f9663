import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { QueryEngine, QueryOptions } from '../engine/types';
import { formatOf, selectFormat } from './formats';
import { listLocal } from './LocalFiles';
import { listRemote } from './listRemote';
import { parsePath, type ParsedPath } from './parsePath';
import type { FileSet, LogFile, LogRoot, TablePath } from './types';

/** Options of {@link LogFiles}. */
export interface LogFilesOptions {
  roots: LogRoot[];
  engine: QueryEngine;
  maxFiles: number;
}

/** Finds the files of a log below the roots that app-config allows. */
export class LogFiles {
  private readonly roots: LogRoot[];
  private readonly engine: QueryEngine;
  private readonly maxFiles: number;

  constructor(options: LogFilesOptions) {
    this.roots = options.roots;
    this.engine = options.engine;
    this.maxFiles = options.maxFiles;
  }

  /** The files that a path of an entity stands for; at least one. */
  async list(table: TablePath, options: QueryOptions): Promise<FileSet> {
    const { path } = table;
    const parsed = parsePath(path, this.roots);
    const found = await this.find(path, parsed, options);
    if (!found) {
      const places = parsed.roots.map(root => root.label).join(', ');
      throw new MonitoringSourceError(
        'invalid-data',
        `${path}: there is no such file or folder below ${places}`,
      );
    }
    const [single] = found;
    if (found.length === 1 && !parsed.glob && table.format) {
      return { files: [single], format: table.format, notices: [] };
    }
    const { files, format } = selectFormat(found, table);
    const others = found.filter(file => formatOf(file.path) !== format).length;
    return {
      files,
      format,
      notices: others
        ? [`${path}: ${others} files of another format are not read.`]
        : [],
    };
  }

  private async find(
    path: string,
    parsed: ParsedPath,
    options: QueryOptions,
  ): Promise<LogFile[] | undefined> {
    for (const root of parsed.roots) {
      const { below, glob } = parsed;
      const { maxFiles } = this;
      const files =
        root.kind === 'local'
          ? await listLocal(root, { below, glob, maxFiles, path })
          : await listRemote(root, this.engine, {
              ...{ below, glob, maxFiles, path },
              signal: options.signal,
            });
      if (files?.length) return files;
    }
    return undefined;
  }
}
