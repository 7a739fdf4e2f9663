/**
 * Time, rows and memory of the maturity backend on the embedded database, and
 * of tech-insights with its json-rules engine in the same run.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/maturity/backend.bench.ts [models] [models for tech-insights]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { Knex } from 'knex';
import { createAirworthy } from './lib/airworthy';
import { factsOf, modelOf, random } from './lib/synthetic';
import { createTechInsights } from './lib/techInsights';

const PREPARE = 'MATURITY_BENCH_PREPARE';
const MODELS = Number(process.argv[2] ?? 10_000);
const OTHERS = Number(process.argv[3] ?? MODELS);
const ANSWERS = 6;
const BATCH = 500;
const signal = new AbortController().signal;
const refOf = (index: number) => `mlmodel:default/model-${index}`;

function open(folder: string, name: string): Knex {
  return createKnex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, `${name}.sqlite`) },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
}

async function timed<T>(work: () => Promise<T>) {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** Rows that a piece of work writes, by the statements that it sends. */
async function withWrites<T>(db: Knex, work: () => Promise<T>) {
  let writes = 0;
  const count = ({ sql }: { sql: string }) => {
    if (/^\s*(insert|update|delete)/i.test(sql)) writes++;
  };
  db.on('query', count);
  const result = await timed(work);
  db.removeListener('query', count);
  return { ...result, writes };
}

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1_024);
const number = (value: number, digits = 0) =>
  value.toLocaleString('en-GB', {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });

/** Stores facts and answers of all models. */
async function prepare(folder: string) {
  const next = random(42);
  const entities = Array.from({ length: MODELS }, (_, i) => modelOf(i));
  const knex = open(folder, 'airworthy');
  const env = await createAirworthy(knex, entities);
  const { checks } = env.rubric.rubric;
  const asked = checks.filter(
    ({ attestation }) =>
      attestation && !attestation.fields?.length && !attestation.passIf,
  );
  for (let start = 0; start < MODELS; start += BATCH) {
    const now = new Date();
    await env.factStore.store(
      entities.slice(start, start + BATCH).flatMap((_, offset) =>
        factsOf(next, 0.9).map(facts => ({
          entityRef: refOf(start + offset),
          ...facts,
        })),
      ),
      now,
    );
    await knex.transaction(async tx => {
      for (let i = start; i < Math.min(MODELS, start + BATCH); i++) {
        await env.attestations.importAll(
          tx,
          { entityRef: refOf(i), rubricId: 'mlops' },
          [...asked, ...checks.filter(c => c.attestation)]
            .slice(0, ANSWERS)
            .map((check, index) => ({
              id: `${i}-${index}`,
              checkId: check.id,
              answer: 'yes' as const,
              fields: {},
              author: 'user:default/ada',
              createdAt: now.toISOString(),
              expiresAt: new Date(
                now.getTime() + 90 * 86_400_000,
              ).toISOString(),
            })),
          'benchmark',
        );
      }
    });
  }
  await knex.destroy();
}

async function measureAirworthy(folder: string) {
  const next = random(7);
  const entities = Array.from({ length: MODELS }, (_, i) => modelOf(i));
  const knex = open(folder, 'airworthy');
  const env = await createAirworthy(knex, entities);
  const { checks } = env.rubric.rubric;
  const full = await withWrites(knex, () => env.sweep.run(signal));
  const again = await withWrites(knex, () => env.sweep.run(signal));
  const touched = Math.max(1, Math.floor(MODELS / 100));
  await env.factStore.store(
    Array.from({ length: touched }, (_, i) =>
      factsOf(next, 0.9).map(facts => ({
        entityRef: refOf(i * 100),
        ...facts,
      })),
    ).flat(),
    new Date(),
  );
  const some = await withWrites(knex, () => env.sweep.run(signal));
  const memory = megabytes();
  await knex.destroy();
  return {
    full,
    again,
    some,
    memory,
    compiled: env.rubric,
    checks: checks.length,
  };
}

async function main() {
  if (process.env[PREPARE]) {
    await prepare(process.env[PREPARE]);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'maturity-bench-'));
  try {
    // In a process of its own, so that its memory is not counted.
    execFileSync(
      process.execPath,
      [...process.execArgv, __filename, String(MODELS)],
      { env: { ...process.env, [PREPARE]: folder }, stdio: 'inherit' },
    );
    const ours = await measureAirworthy(folder);
    const knex = open(folder, 'tech-insights');
    const other = await createTechInsights(
      knex,
      ours.compiled,
      MODELS,
      random(42),
    );
    await other.run(20);
    const theirs = await timed(() => other.run(OTHERS));
    await knex.destroy();
    if (theirs.value !== OTHERS * other.checks) {
      throw new Error(
        `tech-insights gave ${theirs.value} results, expected ${
          OTHERS * other.checks
        }`,
      );
    }
    const each = (ms: number, models: number) =>
      (ms * 1_000) / (models * ours.checks);
    const theirEach = each(theirs.ms, OTHERS);
    const row = (what: string, models: number, ms: number, rows: string) =>
      `| ${what} | ${number(models)} | ${number(ms / 1_000, 2)} s | ${number(
        each(ms, models),
        1,
      )} µs | ${number(theirEach / each(ms, models), 0)}x | ${rows} |`;
    console.log(
      [
        `| ${ours.checks} checks | Models | Time | Each check of each model | Against tech-insights | Statements that write |`,
        '| --- | ---: | ---: | ---: | ---: | ---: |',
        row(
          'Full evaluation, all stored',
          MODELS,
          ours.full.ms,
          number(ours.full.writes),
        ),
        row(
          'Again, nothing changed',
          MODELS,
          ours.again.ms,
          number(ours.again.writes),
        ),
        row(
          'Again, 1 % of the models changed',
          MODELS,
          ours.some.ms,
          number(ours.some.writes),
        ),
        row('tech-insights, nothing stored', OTHERS, theirs.ms, '0'),
        '',
        `Scorecards written: ${ours.full.value.changed}, ${ours.again.value.changed}, ${ours.some.value.changed}. Largest memory up to there: ${ours.memory} MB.`,
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
