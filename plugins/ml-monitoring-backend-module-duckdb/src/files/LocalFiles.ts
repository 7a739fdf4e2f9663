import { promises as fs, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import glob from 'fast-glob';
import { isHidden } from './formats';
import type { LogFile, LogRoot } from './types';

type LocalRoot = Extract<LogRoot, { kind: 'local' }>;

const notFound = (error: unknown) =>
  isError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Where a path leads, with each link followed; undefined where there is nothing. */
async function realPathBelow(
  root: LocalRoot,
  path: string,
  shown: string,
): Promise<string | undefined> {
  let real;
  try {
    real = await fs.realpath(path);
  } catch (error) {
    if (notFound(error)) {
      await refuseDanglingLink(path, shown);
      return undefined;
    }
    throw new MonitoringSourceError(
      'invalid-data',
      `${shown}: cannot be read (${toError(error).code})`,
    );
  }
  if (!isChildPath(root.path, real)) {
    throw new MonitoringSourceError(
      'not-allowed',
      `${shown}: a symbolic link leads out of ${root.label}`,
    );
  }
  return real;
}

async function refuseDanglingLink(path: string, shown: string): Promise<void> {
  const stats = await fs.lstat(path).catch(() => undefined);
  if (stats?.isSymbolicLink()) {
    throw new MonitoringSourceError(
      'not-allowed',
      `${shown}: a symbolic link leads to nothing`,
    );
  }
}

/** What there is below a root for a path without patterns, or for one with them; undefined where there is nothing. */
export async function listLocal(
  root: LocalRoot,
  options: { below: string; glob: boolean; maxFiles: number; path: string },
): Promise<LogFile[] | undefined> {
  const { below, path } = options;
  if (options.glob) return listMatching(root, root.path, below, options);
  const real = await realPathBelow(root, join(root.path, below), path);
  if (!real) return undefined;
  const stats = await fs.stat(real, { bigint: true });
  if (stats.isFile()) return [toFile(real, stats)];
  return listMatching(root, real, '**/*', options);
}

async function listMatching(
  root: LocalRoot,
  folder: string,
  pattern: string,
  options: { maxFiles: number; path: string },
): Promise<LogFile[] | undefined> {
  const { path: shown, maxFiles } = options;
  const found: string[] = [];
  const entries = glob.stream(pattern, {
    cwd: folder,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    braceExpansion: false,
    extglob: false,
    suppressErrors: true,
  });
  for await (const value of entries) {
    const entry = value as unknown as glob.Entry;
    const isLink = entry.dirent.isSymbolicLink();
    if (isHidden(entry.path) || !(isLink || entry.dirent.isFile())) continue;
    found.push(entry.path);
    if (found.length > maxFiles) {
      throw new MonitoringSourceError(
        'refused',
        `${shown}: expected at most ${maxFiles} files (mlMonitoring.duckdb.maxFiles), was more`,
      );
    }
  }
  const files = await Promise.all(
    found.sort().map(async name => {
      const real = await realPathBelow(root, join(folder, name), shown);
      if (!real) return undefined;
      const stats = await fs
        .stat(real, { bigint: true })
        .catch(() => undefined);
      return stats?.isFile() ? toFile(real, stats) : undefined;
    }),
  );
  const there = files.flatMap(file => file ?? []);
  return there.length ? there : undefined;
}

function toFile(path: string, stats: BigIntStats): LogFile {
  return {
    path,
    size: Number(stats.size),
    // A file that is put in the place of another may have its time and size, but not its number.
    stamp: `${stats.mtimeNs}-${stats.ino}`,
  };
}
