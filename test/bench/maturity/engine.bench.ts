/**
 * Time and memory of the maturity engine on synthetic facts: the whole
 * default rubric for ten thousand models, in one process, no database.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/maturity/engine.bench.ts [models]
 *
 * The processor time of the main thread stands beside the elapsed time: on a
 * busy machine only the former says what the engine costs.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type {
  Attestation,
  EntityFacts,
  Evaluation,
  EvaluationInput,
} from '@airworthy/plugin-ml-maturity-common';
import {
  builtInVocabulary,
  BUILT_IN_FACTS,
  compileRubric,
  computeScorecard,
  evaluate,
  nextBestActions,
  parseRubric,
  reevaluate,
  rollUp,
  RollupTable,
  summarise,
} from '@airworthy/plugin-ml-maturity-common';

const MODELS = Number(process.argv[2] ?? 10_000);
const GROUPS = 500;
const ROUNDS = 5;
const NOW = new Date('2026-03-01T00:00:00Z');
const RUBRIC = resolve(
  __dirname,
  '../../../plugins/ml-maturity-backend/config/rubrics/mlops.yaml',
);

/** Mulberry32: the same models on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = random(42);

function factValue(type: string) {
  switch (type) {
    case 'boolean':
      return next() < 0.6;
    case 'integer':
      return Math.floor(next() * 5);
    case 'number':
      return next() * 400;
    case 'string':
      return next() < 0.5 ? 'production' : 'canary';
    default:
      return next() < 0.5 ? ['staging', 'production'] : ['staging'];
  }
}

/** One fact in ten is not known; monitoring and reviews are not at all. */
function syntheticFacts(): EntityFacts {
  const facts: EntityFacts = {};
  for (const schema of BUILT_IN_FACTS) {
    if (schema.collector === 'monitoring' || schema.collector === 'review') {
      continue;
    }
    const values: Record<string, any> = {};
    for (const fact of schema.facts) {
      if (next() < 0.1) continue;
      const names = fact.path.split('.');
      let at = values;
      for (const name of names.slice(0, -1)) at = at[name] ??= {};
      at[names[names.length - 1]] = factValue(fact.type);
    }
    facts[schema.collector] = {
      collectedAt: '2026-02-28T12:00:00Z',
      values,
    };
  }
  return facts;
}

function entity(index: number): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlModel',
    metadata: { name: `model-${index}`, namespace: 'default' },
    spec: {
      type: 'tabular-classification',
      lifecycle: 'production',
      owner: `group:default/team-${index % GROUPS}`,
    },
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

interface Timing<T> {
  ms: number;
  cpu: number;
  value: T;
}

/** Milliseconds that this thread has spent on a processor; other threads compile and collect garbage. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage
    ? process.threadCpuUsage()
    : process.cpuUsage();
  return (user + system) / 1_000;
}

function time<T>(work: () => T): Timing<T> {
  const elapsed: number[] = [];
  const spent: number[] = [];
  let value!: T;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const cpu = threadTime();
    value = work();
    spent.push(threadTime() - cpu);
    elapsed.push(performance.now() - start);
  }
  return { ms: median(elapsed), cpu: median(spent), value };
}

function report(
  what: string,
  { ms, cpu }: Timing<unknown>,
  per: number,
  unit: string,
) {
  process.stdout.write(
    `${what.padEnd(44)} ${ms.toFixed(1).padStart(8)} ms elapsed ${cpu
      .toFixed(1)
      .padStart(8)} ms cpu ${((cpu * 1_000) / per)
      .toFixed(3)
      .padStart(9)} µs cpu per ${unit}\n`,
  );
}

const text = readFileSync(RUBRIC, 'utf8');
const parsing = time(() => parseRubric(text, { file: 'mlops.yaml' }));
if (!parsing.value.ok) throw new Error(JSON.stringify(parsing.value.problems));
const { rubric } = parsing.value;
report('parse the rubric', parsing, rubric.checks.length, 'check');
const compiling = time(() =>
  compileRubric(rubric, { vocabulary: builtInVocabulary }),
);
report('compile the rubric', compiling, rubric.checks.length, 'check');
const compiled = compiling.value;

const inputs: EvaluationInput[] = Array.from({ length: MODELS }, (_, i) => {
  const attestations: Record<string, Attestation> = {};
  for (const check of rubric.checks) {
    if (check.attestation && !check.attestation.fields && next() < 0.4) {
      attestations[check.id] = {
        id: `${i}-${check.id}`,
        checkId: check.id,
        answer: next() < 0.8 ? 'yes' : 'no',
        fields: {},
        evidence: { url: 'https://example.com/evidence' },
        author: 'user:default/guest',
        createdAt: '2026-01-15T00:00:00.000Z',
        expiresAt: '2026-07-14T00:00:00.000Z',
      };
    }
  }
  return {
    entity: entity(i),
    track: next() < 0.5 ? 'startup' : 'large-organisation',
    facts: syntheticFacts(),
    attestations,
    now: NOW,
  };
});

const cells = MODELS * rubric.checks.length;
process.stdout.write(
  `${MODELS} models x ${rubric.checks.length} checks = ${cells} results, median of ${ROUNDS} rounds, node ${process.version}\n`,
);
function memory(when: string) {
  const { rss, heapUsed } = process.memoryUsage();
  const mb = (bytes: number) => Math.round(bytes / 1_048_576);
  process.stdout.write(
    `${when.padEnd(44)} ${mb(rss)} MB resident, ${mb(heapUsed)} MB heap\n`,
  );
}

memory('memory: facts and answers');

const streamed = time(() => {
  let levels = 0;
  for (const input of inputs) {
    levels += summarise(compiled, evaluate(compiled, input).results).level;
  }
  return levels;
});
report('evaluate and summarise, keeping nothing', streamed, cells, 'check');
memory('memory: after that');

const full = time(() => inputs.map(input => evaluate(compiled, input)));
report('evaluate all', full, cells, 'check');
const evaluations: Evaluation[] = full.value;

const touched = Math.max(1, Math.floor(MODELS / 100));
const incremental = time(() => {
  for (let i = 0; i < touched; i++) {
    reevaluate(compiled, evaluations[i], inputs[i], {
      collectors: ['repository'],
    });
  }
});
report(
  're-evaluate 1 % after new repository facts',
  incremental,
  touched,
  'model',
);

const cards = time(() =>
  evaluations
    .slice(0, 1_000)
    .map(({ results }) => computeScorecard(compiled, results)),
);
report('1,000 scorecards', cards, 1_000, 'scorecard');

const actions = time(() =>
  evaluations.slice(0, 1_000).map(({ results }, i) =>
    nextBestActions(compiled, results, {
      entity: inputs[i].entity,
      limit: 3,
    }),
  ),
);
report('1,000 lists of next actions', actions, 1_000, 'list');

const building = time(() =>
  RollupTable.create(
    compiled,
    evaluations.map(({ results }, i) => ({
      ref: `mlmodel:default/model-${i}`,
      groups: [`group:default/team-${i % GROUPS}`],
      results,
    })),
  ),
);
report('fill the rollup table', building, MODELS, 'model');

// A tree of groups, ten below each, and some that belong to two.
const parents = new Map<string, string[]>();
for (let i = 1; i < GROUPS; i++) {
  const above = [`group:default/team-${Math.floor((i - 1) / 10)}`];
  if (i % 7 === 0) above.push(`group:default/team-${(i * 3) % 10}`);
  parents.set(`group:default/team-${i}`, above);
}
for (const columns of ['category', 'level', 'phase', 'check'] as const) {
  const samples: number[] = [];
  const spent: number[] = [];
  for (let round = 0; round < 40; round++) {
    const start = performance.now();
    const cpu = threadTime();
    rollUp(building.value, { columns, parents });
    spent.push(threadTime() - cpu);
    samples.push(performance.now() - start);
  }
  samples.sort((a, b) => a - b);
  spent.sort((a, b) => a - b);
  process.stdout.write(
    `rollup of ${GROUPS} groups by ${columns}`.padEnd(44) +
      ` p50 ${samples[20].toFixed(1)} ms, p95 ${samples[37].toFixed(
        1,
      )} ms elapsed; p50 ${spent[20].toFixed(1)} ms, p95 ${spent[37].toFixed(
        1,
      )} ms cpu\n`,
  );
}
const gaps = time(() => building.value.gaps());
report('gaps', gaps, MODELS, 'model');
memory('memory: all results held');
