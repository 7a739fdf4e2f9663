/**
 * How long a backend with the real catalog answers nobody while the maturity
 * of many models is watched, collected and evaluated in the same process.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/maturity/portal.bench.ts [models]
 *
 * Loading 10,000 models takes the catalog five minutes or more, so a folder
 * may be kept for the next run: MATURITY_BENCH_FOLDER=/dev/shm/maturity. The
 * models are loaded before maturity starts: its pauses are not the catalog's.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { number } from './lib/measure';

const MODELS = Number(process.argv[2] ?? 10_000);
const PORT = Number(process.env.MATURITY_BENCH_PORT ?? 7317);
const LOADING = 'MATURITY_BENCH_LOADING';
const kept = process.env.MATURITY_BENCH_FOLDER;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'maturity-bench-'));
const entities = join(folder, 'entities');
const database = join(folder, 'database');

async function get(path: string): Promise<any> {
  const answer = await fetch(`http://127.0.0.1:${PORT}/api${path}`);
  return answer.ok ? answer.json() : {};
}

async function start(withMaturity: boolean) {
  const backend = createBackend();
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl: `http://localhost:${PORT}` },
        backend: {
          baseUrl: `http://localhost:${PORT}`,
          listen: { port: PORT, host: '127.0.0.1' },
          auth: { dangerouslyDisableDefaultAuthPolicy: true },
          database: {
            client: 'better-sqlite3',
            connection: { directory: database },
          },
        },
        catalog: {
          processingInterval: { hours: 24 },
          locations: [
            {
              type: 'file',
              target: join(entities, 'synthetic-*.yaml'),
              rules: [
                { allow: ['Group', 'System', 'MlModel', 'MlDeployment'] },
              ],
            },
          ],
        },
      },
    }),
  );
  backend.add(mockServices.rootLogger.factory({ level: 'warn' }));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@airworthy/plugin-catalog-backend-module-ml-models'));
  if (withMaturity) {
    backend.add(import('@airworthy/plugin-ml-maturity-backend'));
  }
  await backend.start();
}

/** Has the catalog read all, in a process of its own. */
async function load() {
  await start(false);
  const query = '/catalog/entities/by-query?limit=1&fields=kind&filter=kind=';
  let [before, still] = [-1, 0];
  while (still < 3) {
    await wait(5_000);
    const [models, deployments] = await Promise.all(
      ['mlmodel', 'mldeployment'].map(kind => get(query + kind)),
    );
    const now = models.totalItems + deployments.totalItems;
    still = models.totalItems >= MODELS && now === before ? still + 1 : 0;
    before = now;
  }
}

function prepare() {
  mkdirSync(database, { recursive: true });
  if (!existsSync(entities)) {
    const writer = resolve(__dirname, '../../synthetic/writeEntities.mjs');
    execFileSync(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { writeEntities } from ${JSON.stringify(writer)};
       writeEntities(${JSON.stringify(
         entities,
       )}, { models: ${MODELS}, seed: 1 });`,
    ]);
  }
  if (!readdirSync(database).includes('catalog.sqlite')) {
    execFileSync(
      process.execPath,
      [...process.execArgv, __filename, String(MODELS)],
      {
        env: { ...process.env, [LOADING]: '1', MATURITY_BENCH_FOLDER: folder },
        stdio: 'inherit',
      },
    );
  }
  // Every run evaluates for the first time.
  readdirSync(database)
    .filter(name => !name.startsWith('catalog'))
    .forEach(name => rmSync(join(database, name)));
}

async function measure() {
  prepare();
  await start(true);
  const pauses = monitorEventLoopDelay({ resolution: 10 });
  const begun = performance.now();
  pauses.enable();
  for (let evaluated = 0; evaluated < MODELS; ) {
    await wait(2_000);
    const { totalItems } = await get('/ml-maturity/scorecards?limit=1');
    evaluated = totalItems ?? 0;
  }
  pauses.disable();
  const ms = (nanoseconds: number) => `${number(nanoseconds / 1e6)} ms`;
  console.log(
    [
      '| Models | All evaluated after | Pause, 99th percentile | Longest pause |',
      '| ---: | ---: | ---: | ---: |',
      `| ${number(MODELS)} | ${number(
        (performance.now() - begun) / 1_000,
      )} s | ${ms(pauses.percentile(99))} | ${ms(pauses.max)} |`,
    ].join('\n'),
  );
}

(process.env[LOADING] ? load() : measure())
  .then(() => {
    if (!kept && !process.env[LOADING]) rmSync(folder, { recursive: true });
    process.exit(0);
  })
  .catch(error => {
    console.error(error);
    process.exit(1);
  });
