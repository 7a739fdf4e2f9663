import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  literal,
  withDatabase,
} from '@airworthy-examples/flight-delay/database';
import type { DuckDBConnection } from '@duckdb/node-api';
import { LOGS } from './stories/all.ts';
import { MACROS } from './sql/macros.ts';
import { type Story, storyAt } from './story.ts';
import type { DemoLog, LogFile } from './types.ts';

/** Logs that ended so recently are left as they are. */
const FRESH_FOR = 60_000;

const FORMATS: Record<string, string> = {
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  csv: 'FORMAT csv, HEADER true',
  json: "FORMAT json, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%gZ'",
};

/** Where the logs lie, and what time it is. */
export interface PrepareLogsOptions {
  /** Folder of the demo data, `.demo` at the root of the repository. */
  demo: string;
  now: number;
}

/** What was done: written anew up to now, or nothing. */
export type PrepareLogsResult = 'written' | 'fresh';

interface Manifest {
  fingerprint: string;
  endsAt: number;
}

/** A log that is written in another way must be written again. */
function fingerprint(): string {
  const example = storyAt(0);
  return createHash('sha256')
    .update(
      JSON.stringify([MACROS, LOGS.map(l => [l.folder, l.write(example)])]),
    )
    .digest('hex');
}

function readManifest(file: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Without one that can be read, nothing vouches for what is there.
    return undefined;
  }
}

async function writeFile(
  connection: DuckDBConnection,
  folder: string,
  { name, query, partitionBy }: LogFile,
): Promise<void> {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  const format = partitionBy
    ? 'parquet'
    : name.slice(name.lastIndexOf('.') + 1);
  const options = [
    FORMATS[format],
    ...(partitionBy ? [`PARTITION_BY (${partitionBy})`] : []),
  ];
  await connection.run(
    `COPY (${query}) TO ${literal(file)} (${options.join(', ')})`,
  );
}

async function writeLog(
  connection: DuckDBConnection,
  log: DemoLog,
  story: Story,
  folder: string,
): Promise<void> {
  const { tables, files } = log.write(story);
  for (const table of tables) await connection.run(table);
  for (const file of files) await writeFile(connection, folder, file);
}

/** Puts a finished folder in the place of another, which whoever reads it may read to its end. */
function replaceFolder(finished: string, target: string, old: string): void {
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) {
    mkdirSync(dirname(old), { recursive: true });
    renameSync(target, old);
  }
  renameSync(finished, target);
}

/**
 * Writes the inference logs up to now.
 *
 * @remarks
 * Rows depend on the hour that they belong to and on nothing else, so that
 * those of yesterday are the same when all is written again: that takes
 * seconds, and there is no state to go wrong.
 */
export async function prepareLogs({
  demo,
  now,
}: PrepareLogsOptions): Promise<PrepareLogsResult> {
  // Outside the root that monitoring may read.
  const home = join(demo, 'monitoring-demo');
  const manifestFile = join(home, 'manifest.json');
  const root = join(demo, 'inference-logs');
  const manifest = readManifest(manifestFile);
  const wanted = fingerprint();
  const isThere = LOGS.every(({ folder }) => existsSync(join(root, folder)));
  const age = now - (manifest?.endsAt ?? -Infinity);
  if (
    isThere &&
    manifest?.fingerprint === wanted &&
    age >= 0 &&
    age < FRESH_FOR
  ) {
    return 'fresh';
  }
  // What is left there is of a run that was killed on the way.
  rmSync(home, { recursive: true, force: true });
  const made = join(home, 'made');
  const story = storyAt(now);
  await withDatabase(async connection => {
    for (const macro of MACROS) await connection.run(macro);
    for (const log of LOGS) {
      await writeLog(connection, log, story, join(made, log.folder));
    }
  });
  for (const { folder } of LOGS) {
    replaceFolder(
      join(made, folder),
      join(root, folder),
      join(home, 'old', folder),
    );
  }
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const temporary = `${manifestFile}.tmp`;
  writeFileSync(
    temporary,
    JSON.stringify({ fingerprint: wanted, endsAt: now }, null, 2),
  );
  renameSync(temporary, manifestFile);
  return 'written';
}
