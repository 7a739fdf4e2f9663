import { readFileSync } from 'fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  Attestation,
  builtInVocabulary,
  CheckResult,
  CompiledRubric,
  evaluate,
  FactType,
  parseRubric,
} from '@airworthy/plugin-ml-maturity-common';

export const NOW = new Date('2026-06-01T12:00:00Z');

function load(id: string): CompiledRubric {
  const file = resolvePackagePath(
    '@airworthy/plugin-ml-maturity-backend',
    `config/rubrics/${id}.yaml`,
  );
  const result = parseRubric(readFileSync(file, 'utf8'), { file });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return CompiledRubric.create(result.rubric);
}

/** The rubrics of the package, compiled. */
export const rubrics = {
  mlops: load('mlops'),
  'language-models': load('language-models'),
};
export type Id = keyof typeof rubrics;
export const IDS = Object.keys(rubrics) as Id[];

/** `{ 'versions.newest.metrics': 1 }` as the collectors' nested facts. */
function collected(paths: JsonObject) {
  const facts: Record<string, { collectedAt: string; values: JsonObject }> = {};
  for (const [path, value] of Object.entries(paths)) {
    const [collector, ...names] = path.split('.');
    const last = names.pop()!;
    facts[collector] ??= { collectedAt: NOW.toISOString(), values: {} };
    let group = facts[collector].values;
    for (const name of names) group = (group[name] ??= {}) as JsonObject;
    group[last] = value;
  }
  return facts;
}

/** Results of a model on the longer track, by check. */
export function results(
  id: Id,
  facts: JsonObject,
  attestations: Attestation[] = [],
): Record<string, CheckResult> {
  const evaluation = evaluate(rubrics[id], {
    entity: {
      apiVersion: 'airworthy.dev/v1alpha1',
      kind: 'MlModel',
      metadata: { name: 'm' },
      spec: { type: 'text-generation' },
    },
    track: 'large-organisation',
    facts: collected(facts),
    attestations: Object.fromEntries(attestations.map(a => [a.checkId, a])),
    now: NOW,
  });
  expect(evaluation.applies).toBe(true);
  return Object.fromEntries(evaluation.results.map(r => [r.checkId, r]));
}

const of = (values: Record<Exclude<FactType, 'list<string>'>, unknown>) =>
  Object.fromEntries(
    [...builtInVocabulary.facts].map(([path, { type }]) => [
      path,
      type === 'list<string>' ? [] : values[type],
    ]),
  ) as JsonObject;

/** Facts of a model of which everything is known and good. */
export const GOOD: JsonObject = {
  ...of({ boolean: true, integer: 2, number: 0.2, string: 'ok' }),
  'catalog.datasets.missing': 0,
  'deployments.environments': ['production'],
  'deployments.newest.strategy': 'canary',
  'deployments.monitoring.maxAgeDays': 30,
  'deployments.monitoring.thresholdMetrics': [
    'latency_p95',
    'time_to_first_token_p95',
  ],
};

/** Facts of a model of which everything is known and nothing is there. */
export const EMPTY: JsonObject = of({
  boolean: false,
  integer: 0,
  number: 1e9,
  string: 'unknown',
});
