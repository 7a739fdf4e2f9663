import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { Knex } from 'knex';
import { createAirworthy } from './airworthy';
import { factsOf, modelOf, random } from './synthetic';

const PREPARE = 'MATURITY_BENCH_PREPARE';
const ANSWERS = 6;
const BATCH = 500;

/** Reference of a synthetic model. */
export const refOf = (index: number) => `mlmodel:default/model-${index}`;

/** Opens a database in a folder. */
export function open(folder: string, name: string): Knex {
  return createKnex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, `${name}.sqlite`) },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
}

/** Stores facts and answers of models. */
async function prepare(folder: string, models: number) {
  const next = random(42);
  const entities = Array.from({ length: models }, (_, i) => modelOf(i));
  const knex = open(folder, 'airworthy');
  const env = await createAirworthy(knex, entities);
  const { checks } = env.rubric.rubric;
  const asked = checks.filter(
    ({ attestation }) =>
      attestation && !attestation.fields?.length && !attestation.passIf,
  );
  const answered = [...asked, ...checks.filter(c => c.attestation)].slice(
    0,
    ANSWERS,
  );
  for (let start = 0; start < models; start += BATCH) {
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
      for (let i = start; i < Math.min(models, start + BATCH); i++) {
        await env.attestations.importAll(
          tx,
          { entityRef: refOf(i), rubricId: 'mlops' },
          answered.map((check, index) => ({
            id: `${i}-${index}`,
            checkId: check.id,
            answer: 'yes' as const,
            fields: {},
            author: 'user:default/ada',
            createdAt: now.toISOString(),
            expiresAt: new Date(now.getTime() + 90 * 86_400_000).toISOString(),
          })),
          'benchmark',
        );
      }
    });
  }
  await knex.destroy();
}

/**
 * Runs a benchmark on a folder with the facts and answers of models. They are
 * made in a process of their own, so that its memory is not counted.
 */
export function withPrepared(
  file: string,
  models: number,
  run: (folder: string) => Promise<void>,
): void {
  const measure = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maturity-bench-'));
    try {
      execFileSync(
        process.execPath,
        [...process.execArgv, file, String(models)],
        { env: { ...process.env, [PREPARE]: folder }, stdio: 'inherit' },
      );
      await run(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const target = process.env[PREPARE];
  (target ? prepare(target, models) : measure()).then(
    () => process.exit(0),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
}
