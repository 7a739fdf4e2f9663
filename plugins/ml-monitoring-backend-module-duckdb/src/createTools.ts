import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { LruAnswerCache } from './cache/LruAnswerCache';
import type { DuckDbConfig, RootConfig } from './config';
import { DuckDbEngine } from './engine/DuckDbEngine';
import { prepareRemoteRoots, type RemoteAccess } from './engine/remoteRoots';
import { LogFiles } from './files/LogFiles';
import type { LogRoot } from './files/types';
import { DefaultLogReader } from './log/DefaultLogReader';
import type { QuestionTools } from './questions/types';

/** The tools of the questions, and what ends them. */
export interface DuckDbTools extends QuestionTools {
  engine: DuckDbEngine;
  files: LogFiles;
  roots: LogRoot[];
  close(): Promise<void>;
}

/** The real path of a folder that may be yet to come. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path
      ? path
      : join(await realPathOf(parent), basename(path));
  }
}

const schemeOf = (url: string) =>
  url.slice(0, url.indexOf(':')) as RemoteAccess['scheme'];

async function toLogRoot(root: RootConfig): Promise<LogRoot> {
  if (root.url !== undefined) {
    const { url } = root;
    return {
      kind: 'remote',
      label: root.name ?? url,
      scheme: schemeOf(url),
      url,
    };
  }
  const given = resolve(root.path ?? '');
  const path = await realPathOf(given);
  // Where on the disk the logs are is nothing for readers.
  return { kind: 'local', label: root.name ?? basename(given), path, given };
}

/** Starts the database with what app-config allows it. */
export async function createTools(options: {
  config: DuckDbConfig;
  logger: LoggerService;
  now?: () => number;
}): Promise<DuckDbTools> {
  const { config, logger, now = Date.now } = options;
  const roots = await Promise.all(config.roots.map(toLogRoot));
  const remote = config.roots.flatMap(({ url, credentials }) =>
    url ? [{ url, credentials, scheme: schemeOf(url) }] : [],
  );
  const tempDirectory = await fs.mkdtemp(
    join(
      await realPathOf(resolve(config.tempDirectory ?? tmpdir())),
      'duckdb-',
    ),
  );
  const engine = await DuckDbEngine.create({
    settings: {
      ...config,
      tempDirectory,
      allowedDirectories: roots.map(root =>
        root.kind === 'local' ? `${root.path}/` : root.url,
      ),
    },
    maxConcurrentQueries: config.maxConcurrentQueries,
    timeout: config.timeout,
    shown: roots.flatMap(root =>
      root.kind === 'local' ? [[root.path, root.label] as const] : [],
    ),
    prepare: async connection => {
      const unavailable = await prepareRemoteRoots(connection, remote, config);
      if (!unavailable) return;
      logger.warn(unavailable);
      roots.forEach(root => {
        if (root.kind === 'remote') root.unavailable = unavailable;
      });
    },
  });
  const files = new LogFiles({ roots, engine, maxFiles: config.maxFiles });
  return {
    engine,
    files,
    roots,
    logger,
    now,
    cache: new LruAnswerCache({ maxEntries: config.cacheEntries }),
    logs: new DefaultLogReader({
      engine,
      files,
      maxRowsRead: config.maxRowsRead,
    }),
    close: async () => {
      engine.close();
      await fs.rm(tempDirectory, { recursive: true, force: true });
    },
  };
}
