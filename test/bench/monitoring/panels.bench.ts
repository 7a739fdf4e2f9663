/**
 * Time of the panels of a deployment over its inference log, beside the time
 * that DuckDB takes to read the same columns; callers at once; memory.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/monitoring/panels.bench.ts [rows] [folder] [rounds]
 *
 * The log is made once and kept in the folder, below the system's temporary
 * one without it. Columns of a plain scan are added up (numbers) or counted
 * (texts), in the same window and by the same locked-down database.
 */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ConfigReader } from '@backstage/config';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { readDuckDbConfig } from '../../../plugins/ml-monitoring-backend-module-duckdb/src/config';
import { createTools } from '../../../plugins/ml-monitoring-backend-module-duckdb/src/createTools';
import { DuckDbMonitoringSource } from '../../../plugins/ml-monitoring-backend-module-duckdb/src/DuckDbMonitoringSource';

const ROWS = Number(process.argv[2] ?? 10_000_000);
const FOLDER = process.argv[3] ?? join(tmpdir(), 'airworthy-bench');
const ROUNDS = Number(process.argv[4] ?? 5);
const CALLERS = 20;
const FROM = Date.UTC(2026, 7, 1);
const DAYS = 90;

const NUMBERS = [
  'pressure',
  'amount',
  'price',
  'distance',
  'hour',
  'weekday',
  'age',
  'ratio',
];
const TEXTS = ['origin', 'destination', 'channel', 'member'];

/** The same rows on every run: numbers come from hashes of the row's number. */
function rowsSql(rows: number, seed: number): string {
  const uniform = (salt: number) =>
    `(hash(i * 64 + ${seed * 16 + salt}) >> 11)::DOUBLE / 9007199254740992`;
  const step = (DAYS * 86_400_000_000) / rows;
  return `
    SELECT printf('%010x', i) AS prediction_id,
      make_timestamp(${FROM}000 + (i * ${step})::BIGINT) AS timestamp,
      CASE WHEN i % 10 = 0 THEN '2' ELSE '1' END AS model_version,
      CASE WHEN i % 10 = 0 THEN 'canary' ELSE 'stable' END AS variant,
      round(10 - 8 * ln(1 - u1), 1) AS latency_ms,
      (CASE WHEN u2 < 0.002 THEN 503 ELSE 200 END)::SMALLINT AS status_code,
      round(s, 4) AS score, s >= 0.5 AS prediction,
      z::FLOAT AS pressure, round(exp(u3 * 4), 2) AS amount, round(u4 * 900, 1) AS price,
      (u5 * 5000)::INTEGER AS distance, (u6 * 23)::TINYINT AS hour, (u7 * 6)::TINYINT AS weekday,
      CASE WHEN u8 >= 0.05 THEN (u8 * 80)::SMALLINT END AS age, u1::FLOAT AS ratio,
      'A' || (u5 * u6 * 300)::INTEGER AS origin, 'D' || (u7 * u8 * 300)::INTEGER AS destination,
      ['web', 'app', 'desk', 'partner'][1 + (u4 * 3.999)::INTEGER % 4] AS channel, u3 < 0.3 AS member,
      CASE WHEN i < ${rows} * 0.98 THEN u7 < s END AS label,
      CASE WHEN i < ${rows} * 0.98 THEN make_timestamp(${FROM}000 + (i * ${step} + u5 * 36e8)::BIGINT) END AS label_timestamp
    FROM (
      SELECT *, 1 / (1 + exp(1 - 0.8 * z)) AS s FROM (
        SELECT *, sqrt(-2 * ln(1 - u1)) * cos(2 * pi() * u2) AS z FROM (
          SELECT i, ${[1, 2, 3, 4, 5, 6, 7, 8]
            .map(salt => `${uniform(salt)} AS u${salt}`)
            .join(', ')}
          FROM range(${rows}) t(i)
        )
      )
    )`;
}

async function makeLogs(): Promise<{ log: string; baseline: string }> {
  mkdirSync(FOLDER, { recursive: true });
  const files = {
    log: join(FOLDER, `log-${ROWS}.parquet`),
    baseline: join(FOLDER, `baseline-${ROWS}.parquet`),
  };
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const write = async (file: string, rows: number, seed: number) => {
    if (existsSync(file)) return;
    await connection.run(
      `COPY (${rowsSql(rows, seed)}) TO '${file}.part' (FORMAT parquet)`,
    );
    renameSync(`${file}.part`, file);
  };
  await write(files.log, ROWS, 1);
  await write(files.baseline, Math.ceil(ROWS / 20), 2);
  connection.closeSync();
  instance.closeSync();
  return files;
}

const silent: LoggerService = {
  info() {},
  warn() {},
  error() {},
  debug() {},
  child: () => silent,
};

async function start() {
  const config = readDuckDbConfig(
    new ConfigReader({
      mlMonitoring: {
        duckdb: { roots: [{ path: FOLDER }], timeout: { minutes: 5 } },
      },
    }),
  );
  const tools = await createTools({ config, logger: silent });
  return { config, tools, source: new DuckDbMonitoringSource(tools) };
}

type Running = Awaited<ReturnType<typeof start>>;

const STABLE = {
  name: 'stable',
  role: 'stable',
  version: '1',
  traffic: 90,
} as const;
const CANARY = {
  name: 'canary',
  role: 'candidate',
  version: '2',
  traffic: 10,
} as const;

const deployment: MonitoredDeployment = {
  entityRef: 'mldeployment:default/bench',
  task: 'classification',
  monitoring: {
    inferenceLog: {
      path: `log-${ROWS}.parquet`,
      features: [...NUMBERS, ...TEXTS],
      slices: ['channel'],
    },
    baseline: { path: `baseline-${ROWS}.parquet` },
  },
  variants: [STABLE, CANARY],
  names: { deployment: 'bench' },
};

/** The whole log; a millisecond more or less makes a question that nobody has asked yet. */
const windowOf = (round: number, days = DAYS) => ({
  from: new Date(FROM + (DAYS - days) * 86_400_000 - round).toISOString(),
  to: new Date(FROM + DAYS * 86_400_000 + 1).toISOString(),
});

const questionOf = (round: number) => ({
  window: windowOf(round),
  maxPoints: 100,
  signal: new AbortController().signal,
  baseline: deployment.monitoring.baseline,
});

type Ask = (running: Running, round: number) => Promise<unknown>;

const service: Ask = ({ source }, round) =>
  source.serviceHealth(deployment, questionOf(round));
const invariants: Ask = ({ source }, round) =>
  source.dataHealth(deployment, {
    ...questionOf(round),
    aspects: ['invariants'],
  });
const drift: Ask = ({ source }, round) =>
  source.dataHealth(deployment, questionOf(round));
const model: Ask = ({ source }, round) =>
  source.modelHealth(deployment, questionOf(round));
const feature: Ask = ({ source }, round) =>
  source.featureHealth(deployment, {
    ...questionOf(round),
    feature: 'pressure',
  });
const slices: Ask = ({ source }, round) =>
  source.slices(deployment, questionOf(round));
const comparison: Ask = ({ source }, round) =>
  source.comparison(deployment, {
    ...questionOf(round),
    stable: STABLE,
    candidate: CANARY,
  });
/** Questions of other windows than those of the panels by themselves. */
const APART = 10_000;
const overview: Ask = (running, round) =>
  Promise.all([service, drift, model].map(ask => ask(running, APART + round)));
const last =
  (days: number): Ask =>
  ({ source }, round) => {
    const question = { ...questionOf(round), window: windowOf(round, days) };
    return Promise.all([
      source.serviceHealth(deployment, question),
      source.dataHealth(deployment, question),
      source.modelHealth(deployment, question),
    ]);
  };

const SERVICE = ['latency_ms', 'status_code', 'variant', 'model_version'];
const MODEL = ['score', 'prediction', 'label', 'label_timestamp', 'channel'];
const FEATURES = [...NUMBERS, ...TEXTS];

/** Name, columns, question, and days of the window. */
const PANELS: [string, string[], Ask, number?][] = [
  ['Service health', SERVICE, service],
  ['Data health, 12 features, without drift', FEATURES, invariants],
  ['Data health, 12 features, with drift', FEATURES, drift],
  ['One feature, every test, over time', ['pressure'], feature],
  ['Model health', MODEL, model],
  ['Slices', ['score', 'prediction', 'label', 'channel'], slices],
  [
    'Comparison of two variants',
    [...SERVICE, 'score', 'prediction', 'label'],
    comparison,
  ],
  [
    'All three together',
    [...new Set([...SERVICE, ...FEATURES, ...MODEL])],
    overview,
  ],
  [
    'All three together, the last 7 days',
    [...new Set([...SERVICE, ...FEATURES, ...MODEL])],
    last(7),
    7,
  ],
  [
    'All three together, the last day (the page as it opens)',
    [...new Set([...SERVICE, ...FEATURES, ...MODEL])],
    last(1),
    1,
  ],
];

const ADDED = new Set([...NUMBERS, 'latency_ms', 'status_code', 'score']);

/** Reads the columns of the window and does next to nothing with them. */
async function scan(
  { tools }: Running,
  columns: string[],
  round: number,
  days?: number,
) {
  const signal = new AbortController().signal;
  const { from, to } = windowOf(round, days);
  const folds = columns.map(column =>
    ADDED.has(column) ? `sum(${column})` : `count(${column})`,
  );
  await tools.engine.query(
    `SELECT count(*), ${folds.join(', ')} FROM read_parquet('${join(
      FOLDER,
      `log-${ROWS}.parquet`,
    )}') WHERE timestamp >= $from::TIMESTAMP AND timestamp < $to::TIMESTAMP`,
    { from: from.slice(0, 23), to: to.slice(0, 23) },
    { signal },
  );
}

interface Sample {
  elapsed: number;
  /** Of all threads, which does not grow with what else the machine does. */
  processor: number;
}

async function measure(work: () => Promise<unknown>): Promise<Sample> {
  const before = process.cpuUsage();
  const begin = performance.now();
  await work();
  const elapsed = performance.now() - begin;
  const { user, system } = process.cpuUsage(before);
  return { elapsed, processor: (user + system) / 1_000 };
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1];
const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main() {
  const files = await makeLogs();
  const running = await start();
  const mega = (file: string) => Math.round(statSync(file).size / 1e6);
  say(
    `${ROWS} rows in ${mega(files.log)} MB, baseline ${mega(
      files.baseline,
    )} MB, ${cpus().length} cores, node ${process.version}, memory limit ${
      running.config.memoryLimit
    }`,
  );
  const cold = await measure(() => overview(running, 1_000));
  say(`first page, baseline read too: ${ms(cold.elapsed)}`);
  say(
    '| Panel | Time | Plain scan | Ratio | Processor | Ratio | Again |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const [name, columns, ask, days] of PANELS) {
    const panels: Sample[] = [];
    const scans: Sample[] = [];
    // The first round warms up; panel and scan take turns, so that both see the same machine.
    for (let round = 0; round <= ROUNDS; round++) {
      const plain = await measure(() => scan(running, columns, round, days));
      const panel = await measure(() => ask(running, round));
      if (round === 0) continue;
      scans.push(plain);
      panels.push(panel);
    }
    const again = await measure(() => ask(running, ROUNDS));
    const of = (samples: Sample[], key: keyof Sample) =>
      median(samples.map(sample => sample[key]));
    const row = [
      name,
      ms(of(panels, 'elapsed')),
      ms(of(scans, 'elapsed')),
      `${(of(panels, 'elapsed') / of(scans, 'elapsed')).toFixed(1)}`,
      ms(of(panels, 'processor')),
      `${(of(panels, 'processor') / of(scans, 'processor')).toFixed(1)}`,
      ms(again.elapsed),
    ];
    say(`| ${row.join(' | ')} |`);
  }
  const one = await measure(() => model(running, 2_000));
  const many = await measure(() =>
    Promise.all(Array.from({ length: CALLERS }, () => model(running, 3_000))),
  );
  say(
    `model health for one caller ${ms(
      one.processor,
    )} of processor time, for ${CALLERS} at once ${ms(many.processor)}`,
  );
  await running.tools.close();
  const peak = process.resourceUsage().maxRSS / 1024;
  say(`largest memory of the process: ${peak.toFixed(0)} MB`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
