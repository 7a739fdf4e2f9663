/**
 * Time, memory and catalog rows of reading a registry: first run, unchanged
 * run, 1 % changed; and of a provider that reads all and sends full mutations,
 * in the same run.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs --expose-gc test/bench/ingestion/ingestion.bench.ts [models]
 */
import { ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { registryModelToEntity } from '@airworthy/plugin-ml-models-common';
import Knex from 'knex';
import { RegistryClient } from '../../../plugins/ml-models-node/src/registry';
import { RegistryModelStore } from '../../../plugins/ml-models-node/src/registry/database/RegistryModelStore';
import { RegistryRunStore } from '../../../plugins/ml-models-node/src/registry/database/RegistryRunStore';
import { registryDatabase } from '../../../plugins/ml-models-node/src/registry/database/registryDatabase';
import { RegistryRunner } from '../../../plugins/ml-models-node/src/registry/RegistryRunner';
import { MlflowApi } from '../../../plugins/catalog-backend-module-mlflow/src/api/MlflowApi';
import { MlflowSource } from '../../../plugins/catalog-backend-module-mlflow/src/MlflowSource';

const {
  connectEntityProviders,
} = require('../../../node_modules/@backstage/plugin-catalog-backend/dist/processing/connectEntityProviders.cjs.js');
const {
  DefaultProviderDatabase,
} = require('../../../node_modules/@backstage/plugin-catalog-backend/dist/database/DefaultProviderDatabase.cjs.js');

const MODELS = Number(process.argv[2] ?? 10_000);
const registry = { type: 'mlflow', instance: 'bench' };
const rules = {
  owner: [{ value: 'group:default/{{ tags.team }}' }],
};
const signal = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'ingestion-'));
const logger = mockServices.rootLogger({ level: 'none' });

interface Figures {
  run: string;
  seconds: string;
  'of the processor': string;
  'catalog rows written': number;
  'peak RSS, MB': number;
}

/** The catalog's own database and what writes to it, without its processing. */
async function openCatalog(name: string) {
  const knex = Knex({
    client: 'better-sqlite3',
    // Not in memory, whose use is measured.
    connection: join(folder, `${name.replace(/:/g, '-')}.sqlite`),
    useNullAsDefault: true,
  });
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@backstage/plugin-catalog-backend',
      'migrations',
    ),
  });
  let connection: any;
  await connectEntityProviders(
    new DefaultProviderDatabase({ database: knex, logger }),
    [
      {
        provider: {
          getProviderName: () => name,
          connect: async (c: unknown) => {
            connection = c;
          },
        },
      },
    ],
  );
  const changes = async () =>
    (await knex.raw('select total_changes() as n'))[0].n as number;
  const counted = {
    rows: 0,
    async applyMutation(mutation: EntityProviderMutation) {
      const before = await changes();
      await connection.applyMutation(mutation);
      counted.rows += (await changes()) - before;
    },
    refresh: async () => {},
  };
  return { knex, counted };
}

async function measured(
  run: string,
  counted: { rows: number },
  work: () => Promise<void>,
): Promise<Figures> {
  (globalThis as any).gc?.();
  counted.rows = 0;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(timer);
  return {
    run,
    seconds: seconds.toFixed(2),
    'of the processor': ((user + system) / 1e6).toFixed(2),
    'catalog rows written': counted.rows,
    'peak RSS, MB': Math.round(peak / 1_048_576),
  };
}

function createSource(url: string) {
  const client = new RegistryClient('MLflow "bench"', {
    baseUrl: new URL(url),
    headers: {},
    timeoutMs: 60_000,
    concurrency: 8,
    retries: 2,
    retryDelayMs: 100,
    maxBodyBytes: 32_000_000,
  });
  const source = new MlflowSource({
    registry,
    title: 'MLflow "bench"',
    api: new MlflowApi(client),
    uiUrl: url,
    filters: undefined,
  });
  return { client, source };
}

async function createOurs(source: MlflowSource) {
  const provider = 'ml-registry:mlflow:bench';
  const { knex, counted } = await openCatalog(provider);
  const db = await registryDatabase(mockServices.database({ knex }));
  const runs = new RegistryRunStore(db, provider);
  await runs.register(source);
  const runner = new RegistryRunner({
    provider,
    source,
    config: {
      mapping: rules,
      refreshAfterMs: 7 * 86_400_000,
      removal: {
        graceMs: 0,
        rejectEmptySourceCollections: true,
        rejectRemovalsAbovePercentage: 50,
      },
    },
    connection: counted,
    models: new RegistryModelStore(db, provider),
    runs,
    logger,
  });
  const run = async (kind: 'full' | 'incremental') => {
    await runner.run(kind, signal);
    const [record] = await runs.runs(1);
    if (record.status !== 'succeeded') throw new Error(record.message);
  };
  return { counted, run };
}

/** What a simple provider does: reads everything, and sends all of it. */
async function createSimple(source: MlflowSource) {
  const { counted } = await openCatalog('simple');
  const run = async () => {
    const entities: { entity: any; locationKey: string }[] = [];
    for await (const { models } of source.list(signal)) {
      const read = await Promise.all(
        models.map(model => source.read(model, undefined, signal)),
      );
      for (const model of read.flatMap(m => m ?? [])) {
        const fetchedAt = '2026-01-01T00:00:00.000Z';
        const { entity } = registryModelToEntity(model, { rules, fetchedAt });
        entities.push({ entity, locationKey: 'simple' });
      }
    }
    await counted.applyMutation({ type: 'full', entities });
  };
  return { counted, run };
}

// The transpiler tells of each file that it reads, in messages of another type.
const answerOf = (child: ChildProcess) =>
  new Promise<string>(done => {
    const listen = (message: unknown) => {
      if (typeof message !== 'string') return;
      child.off('message', listen);
      done(message);
    };
    child.on('message', listen);
  });

async function main() {
  const child = fork(resolve(__dirname, 'standIn.ts'), [`${MODELS}`]);
  const url = await answerOf(child);
  const touch = async () => {
    const touched = answerOf(child);
    child.send(100);
    await touched;
  };
  const { client, source } = createSource(url);
  const ours = await createOurs(source);
  const figures: Figures[] = [];
  const measure = async (
    name: string,
    { counted }: { counted: { rows: number } },
    work: () => Promise<void>,
  ) => figures.push(await measured(name, counted, work));

  await measure('first', ours, () => ours.run('full'));
  await measure('unchanged, sweep', ours, () => ours.run('full'));
  await measure('unchanged, incremental', ours, () => ours.run('incremental'));
  await touch();
  await measure('1 % changed, sweep', ours, () => ours.run('full'));
  await touch();
  await measure('1 % changed, incremental', ours, () =>
    ours.run('incremental'),
  );

  const simple = await createSimple(source);
  await measure('full mutation, first', simple, simple.run);
  await measure('full mutation, unchanged', simple, simple.run);
  await touch();
  await measure('full mutation, 1 % changed', simple, simple.run);

  process.stdout.write(`${MODELS} models\n`);
  console.table(figures);
  await client.close();
  child.kill();
  rmSync(folder, { recursive: true });
  process.exit(0);
}

main();
