import { initializePersistenceContext } from '@backstage-community/plugin-tech-insights-backend';
import {
  JSON_RULE_ENGINE_CHECK_TYPE,
  JsonRulesEngineFactCheckerFactory,
} from '@backstage-community/plugin-tech-insights-backend-module-jsonfc';
import type { CompiledRubric } from '@airworthy/plugin-ml-maturity-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { factsOf } from './synthetic';
import { quiet } from './quiet';

const RETRIEVER = 'model';
const BATCH = 100;

const nameOf = (path: string) => path.replace(/\./g, '_');

function conditionOf(path: string, type: string) {
  const fact = nameOf(path);
  switch (type) {
    case 'boolean':
      return { fact, operator: 'equal', value: true };
    case 'integer':
    case 'number':
      return { fact, operator: 'greaterThan', value: 0 };
    case 'string':
      return { fact, operator: 'notEqual', value: 'unknown' };
    default:
      return { fact, operator: 'contains', value: 'production' };
  }
}

/** One check for each of the rubric, which reads as many facts; what people answer is a fact too. */
function checksOf({ rubric, checksByFact, facts }: CompiledRubric) {
  const types = new Map(
    facts.map(({ collector, path, type }) => [`${collector}.${path}`, type]),
  );
  return rubric.checks.map(({ id, title, why }) => {
    const paths = [...checksByFact].flatMap(([path, ids]) =>
      ids.includes(id) ? [path] : [],
    );
    return {
      id,
      type: JSON_RULE_ENGINE_CHECK_TYPE,
      name: title,
      description: why,
      factIds: [RETRIEVER],
      rule: {
        conditions: {
          all: paths.length
            ? paths.map(path => conditionOf(path, types.get(path)!))
            : [
                {
                  fact: `answered_${nameOf(id)}`,
                  operator: 'equal',
                  value: true,
                },
              ],
        },
      },
    };
  });
}

function flatten(collector: string, values: object, into: any): void {
  for (const [key, value] of Object.entries(values)) {
    const path = `${collector}.${key}`;
    if (typeof value === 'object' && !Array.isArray(value)) {
      flatten(path, value, into);
    } else into[nameOf(path)] = value;
  }
}

const TYPES: Record<string, string> = {
  boolean: 'boolean',
  integer: 'integer',
  number: 'float',
  string: 'string',
  'list<string>': 'set',
};

/** Its own store and its json-rules engine, with the facts of many entities. */
export async function createTechInsights(
  knex: Knex,
  compiled: CompiledRubric,
  models: number,
  next: () => number,
) {
  const { techInsightsStore: store } = await initializePersistenceContext(
    { getClient: async () => knex },
    { logger: quiet },
  );
  const schema: Record<string, any> = {};
  for (const { collector, path, type } of compiled.facts) {
    schema[nameOf(`${collector}.${path}`)] = {
      type: TYPES[type],
      description: path,
    };
  }
  for (const { id } of compiled.rubric.checks) {
    schema[`answered_${nameOf(id)}`] = { type: 'boolean', description: id };
  }
  await store.insertFactSchema({
    id: RETRIEVER,
    version: '1.0.0',
    schema,
  } as any);
  for (let start = 0; start < models; start += BATCH) {
    const facts = Array.from(
      { length: Math.min(BATCH, models - start) },
      (_, offset) => {
        const flat: any = { assessment_complete: true };
        for (const { collectorId, values } of factsOf(next, 1)) {
          flatten(collectorId, values, flat);
        }
        for (const { id } of compiled.rubric.checks) {
          flat[`answered_${nameOf(id)}`] = next() < 0.2;
        }
        return {
          entity: {
            kind: 'MlModel',
            namespace: 'default',
            name: `model-${start + offset}`,
          },
          facts: flat,
          timestamp: DateTime.utc(),
        };
      },
    );
    await store.insertFacts({ id: RETRIEVER, facts });
  }
  const checks = checksOf(compiled);
  const checker = new JsonRulesEngineFactCheckerFactory({
    checks: checks as any,
    logger: quiet,
  }).construct(store);
  const ids = checks.map(({ id }) => id);
  return {
    checks: ids.length,
    /** As its router does for many entities: all at once, a hundred at a time. */
    async run(entities: number): Promise<number> {
      let results = 0;
      for (let start = 0; start < entities; start += BATCH) {
        const batch = Array.from(
          { length: Math.min(BATCH, entities - start) },
          (_, offset) => `mlmodel:default/model-${start + offset}`,
        );
        const answers = await Promise.all(
          batch.map(ref => checker.runChecks(ref, ids)),
        );
        results += answers.reduce((sum, { length }) => sum + length, 0);
      }
      return results;
    },
  };
}
