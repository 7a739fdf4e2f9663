import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { QueryEngine } from '../engine/types';
import { formatOf, isHidden } from './formats';
import type { LogFile, LogRoot } from './types';

type RemoteRoot = Extract<LogRoot, { kind: 'remote' }>;

/** What there is below a bucket's prefix or a web address. */
export async function listRemote(
  root: RemoteRoot,
  engine: QueryEngine,
  options: {
    below: string;
    glob: boolean;
    maxFiles: number;
    path: string;
    signal: AbortSignal;
  },
): Promise<LogFile[] | undefined> {
  const { below, glob, maxFiles, path, signal } = options;
  if (root.unavailable) {
    throw new MonitoringSourceError(
      'unreachable',
      `${path}: ${root.unavailable}`,
    );
  }
  // Behind a "?" DuckDB takes settings of the connection, such as another endpoint.
  if (/[?#@]/.test(below)) {
    throw new MonitoringSourceError(
      'not-allowed',
      `${path}: expected an address without "?", "#" and "@"`,
    );
  }
  const isFile = formatOf(below) !== undefined && !glob;
  if (root.scheme === 'https' && !isFile) {
    throw new MonitoringSourceError(
      'not-allowed',
      `${path}: expected the address of one file, since https has no folders`,
    );
  }
  const pattern = glob || isFile ? below : `${below}/**`;
  const rows = await engine.query<{ file: string; stamp: string | null }>(
    // The etag tells a changed file; without one its time and size do.
    `SELECT filename AS file,
       coalesce(size::VARCHAR, '') || '-' || coalesce(last_modified::VARCHAR, '') AS stamp
     FROM read_blob($remote_pattern) LIMIT ${maxFiles + 1}`,
    { remote_pattern: `${root.url}${pattern}` },
    { signal },
  );
  if (rows.length > maxFiles) {
    throw new MonitoringSourceError(
      'refused',
      `${path}: expected at most ${maxFiles} files (mlMonitoring.duckdb.maxFiles), was more`,
    );
  }
  const files = rows
    .filter(({ file }) => !isHidden(file.slice(root.url.length)))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, stamp }) => ({ path: file, stamp: stamp ?? '' }));
  return files.length ? files : undefined;
}
