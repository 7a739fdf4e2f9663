import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { literal, readRows, withDatabase } from '../data/database.ts';
import { createFlights } from '../data/flights.ts';
import {
  createAnswers,
  createBaseline,
  type ServedVersions,
} from './createAnswers.ts';
import { publish, replaceFolder, writeParquet } from './publish.ts';
import {
  type Schedule,
  firstOpenWeek,
  scheduleFor,
  sqlTime,
} from './schedule.ts';

/** Raise it when the log's content changes though the models do not. */
const LAYOUT = 1;

/** A log that ended so recently is left as it is. */
const FRESH_FOR = 60_000;

const DEPLOYMENTS = ['production', 'staging'] as const;

/** Where everything lies, and what time it is. */
export interface PrepareLogOptions {
  /** The Parquet file of flights. */
  source: string;
  /** Folder of the demo data, `.demo` at the root of the repository. */
  demo: string;
  models: ServedVersions;
  now: number;
  /** Takes each n-th flight only. */
  every?: number;
}

/** What was done: made anew, continued to now, or nothing. */
export type PrepareLogResult = 'made' | 'continued' | 'fresh';

interface Manifest {
  fingerprint: string;
  endsAt: number;
  schedule: Schedule;
}

const logFolder = (demo: string) =>
  join(demo, 'inference-logs', 'flight-delay');
/** Outside the root that monitoring may read. */
const aheadFolder = (demo: string) => join(demo, 'flight-delay');
const manifestFile = (demo: string) => join(aheadFolder(demo), 'manifest.json');

function fingerprintOf({ models, source, every }: PrepareLogOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, models, source, every ?? 1]))
    .digest('hex');
}

function readManifest(demo: string): Manifest | undefined {
  const files = [
    manifestFile(demo),
    ...DEPLOYMENTS.map(name => join(aheadFolder(demo), `${name}.parquet`)),
    ...DEPLOYMENTS.map(name => join(logFolder(demo), name)),
    join(logFolder(demo), 'baseline.parquet'),
  ];
  if (!files.every(file => existsSync(file))) return undefined;
  try {
    return JSON.parse(readFileSync(manifestFile(demo), 'utf8'));
  } catch {
    // Half a manifest vouches for nothing: the log is made anew.
    return undefined;
  }
}

function writeManifest(demo: string, manifest: Manifest): void {
  const temporary = `${manifestFile(demo)}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(manifest, null, 2));
  renameSync(temporary, manifestFile(demo));
}

/** Removes what runs left that were killed on the way. */
function clearLeftovers(root: string): void {
  for (const name of readdirSync(root)) {
    if (name.startsWith('.flight-delay-')) {
      rmSync(join(root, name), { recursive: true, force: true });
    }
  }
}

async function make(
  { source, demo, models, now, every }: PrepareLogOptions,
  fingerprint: string,
): Promise<void> {
  const target = logFolder(demo);
  const root = join(demo, 'inference-logs');
  mkdirSync(root, { recursive: true });
  mkdirSync(aheadFolder(demo), { recursive: true });
  clearLeftovers(root);
  // Until the end nothing vouches for what is there.
  rmSync(manifestFile(demo), { force: true });
  const work = join(root, `.flight-delay-${process.pid}`);
  mkdirSync(work);

  const schedule = await withDatabase(async connection => {
    await createFlights(connection, { source, every });
    const [{ last }] = await readRows<{ last: Date }>(
      connection,
      'SELECT max(departed) AS last FROM flights',
    );
    const plan = scheduleFor(last.getTime(), now);
    await createAnswers(connection, models, plan);
    await createBaseline(connection, models.stable, plan);
    await writeParquet(
      connection,
      'FROM baseline ORDER BY timestamp, prediction_id',
      join(work, 'baseline.parquet'),
    );
    for (const deployment of DEPLOYMENTS) {
      const [{ start }] = await readRows<{ start: Date }>(
        connection,
        `SELECT min(timestamp) AS start FROM ${deployment}`,
      );
      await publish(connection, {
        answers: deployment,
        folder: join(work, deployment),
        from: start.getTime(),
        now,
      });
      await writeParquet(
        connection,
        `FROM ${deployment} WHERE timestamp >= ${sqlTime(firstOpenWeek(now))}`,
        join(aheadFolder(demo), `${deployment}.parquet`),
      );
    }
    return plan;
  });
  const old = replaceFolder(work, target);
  writeManifest(demo, { fingerprint, endsAt: now, schedule });
  rmSync(old, { recursive: true, force: true });
}

async function carryOn(
  { demo, now }: PrepareLogOptions,
  manifest: Manifest,
): Promise<void> {
  await withDatabase(async connection => {
    for (const deployment of DEPLOYMENTS) {
      const ahead = join(aheadFolder(demo), `${deployment}.parquet`);
      await publish(connection, {
        answers: `read_parquet(${literal(ahead)})`,
        folder: join(logFolder(demo), deployment),
        from: firstOpenWeek(manifest.endsAt),
        now,
      });
    }
  });
  writeManifest(demo, { ...manifest, endsAt: now });
}

/**
 * Brings the inference log up to now.
 *
 * @remarks
 * All answers until the end of the moved data, at most a week ahead, are kept
 * aside. So a log that has fallen behind is continued within a second, and
 * only every week, or after training, is it made anew.
 */
export async function prepareLog(
  options: PrepareLogOptions,
): Promise<PrepareLogResult> {
  const { demo, now } = options;
  const fingerprint = fingerprintOf(options);
  const manifest = readManifest(demo);
  if (
    !manifest ||
    manifest.fingerprint !== fingerprint ||
    manifest.endsAt > now ||
    manifest.schedule.dataEndsAt < now
  ) {
    await make(options, fingerprint);
    return 'made';
  }
  if (now - manifest.endsAt < FRESH_FOR) return 'fresh';
  await carryOn(options, manifest);
  return 'continued';
}
