/**
 * Time, rows and memory of the maturity backend on the embedded database, and
 * of tech-insights with its json-rules engine in the same run.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/maturity/backend.bench.ts [models] [models for tech-insights]
 */
import { createAirworthy } from './lib/airworthy';
import { measured, number } from './lib/measure';
import { open, refOf, withPrepared } from './lib/prepare';
import { factsOf, modelOf, random } from './lib/synthetic';
import { createTechInsights } from './lib/techInsights';

const MODELS = Number(process.argv[2] ?? 10_000);
const OTHERS = Number(process.argv[3] ?? MODELS);
const signal = new AbortController().signal;

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1_024);

async function measureAirworthy(folder: string) {
  const next = random(7);
  const entities = Array.from({ length: MODELS }, (_, i) => modelOf(i));
  const knex = open(folder, 'airworthy');
  const env = await createAirworthy(knex, entities);
  const { checks } = env.rubric.rubric;
  const full = await measured(knex, () => env.sweep.run(signal));
  const again = await measured(knex, () => env.sweep.run(signal));
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
  const some = await measured(knex, () => env.sweep.run(signal));
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

withPrepared(__filename, MODELS, async folder => {
  const ours = await measureAirworthy(folder);
  const knex = open(folder, 'tech-insights');
  const other = await createTechInsights(
    knex,
    ours.compiled,
    MODELS,
    random(42),
  );
  await other.run(20);
  const theirs = await measured(knex, () => other.run(OTHERS));
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
  const row = (
    what: string,
    models: number,
    { ms, writes, pauseMs }: { ms: number; writes: number; pauseMs: number },
  ) =>
    `| ${what} | ${number(models)} | ${number(ms / 1_000, 2)} s | ${number(
      each(ms, models),
      1,
    )} µs | ${number(theirEach / each(ms, models), 0)}x | ${number(
      writes,
    )} | ${number(pauseMs)} ms |`;
  console.log(
    [
      `| ${ours.checks} checks | Models | Time | Each check of each model | Against tech-insights | Statements that write | Longest pause |`,
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      row('Full evaluation, all stored', MODELS, ours.full),
      row('Again, nothing changed', MODELS, ours.again),
      row('Again, 1 % of the models changed', MODELS, ours.some),
      row('tech-insights, nothing stored', OTHERS, { ...theirs, writes: 0 }),
      '',
      `Scorecards written: ${ours.full.value.changed}, ${ours.again.value.changed}, ${ours.some.value.changed}. Largest memory up to there: ${ours.memory} MB.`,
    ].join('\n'),
  );
});
