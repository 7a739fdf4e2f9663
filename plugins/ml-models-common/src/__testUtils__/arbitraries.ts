import fc from 'fast-check';

const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const keyword = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
const line = fc.stringMatching(/^[A-Za-z0-9](.{0,20}[A-Za-z0-9])?$/);
const time = fc
  .date({
    min: new Date('1990-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());
const url = fc.webUrl({ validSchemes: ['http', 'https'] });
const figure = fc.double({ noNaN: true, noDefaultInfinity: true });
const duration = fc.constantFrom('PT1H', 'P7D', 'P1DT12H', 'PT90S');
const percent = fc.double({ min: 0, max: 100, noNaN: true });
const ref = (kind: string) =>
  fc.constantFrom('a', 'b-c', 'team/d', `${kind}:e`, `${kind}:team/f`);
const optional = <T extends object>(
  required: { [K in keyof T]?: fc.Arbitrary<T[K]> },
  all: { [K in keyof T]: fc.Arbitrary<T[K]> },
) =>
  fc.record<T, keyof T>(all, {
    requiredKeys: Object.keys(required) as (keyof T)[],
  });

const metric = optional<Record<string, unknown>>(
  { name: line, value: figure },
  {
    name: line,
    value: figure,
    unit: word,
    direction: fc.constantFrom('higher-is-better', 'lower-is-better'),
    dataset: line,
    slice: line,
    baseline: figure,
    source: url,
  },
);

const version = optional<Record<string, unknown>>(
  { version: word },
  {
    version: word,
    createdAt: time,
    description: fc.string({ maxLength: 200 }),
    source: fc.string({ minLength: 1, maxLength: 200 }),
    registry: url,
    run: fc.record({ commit: fc.stringMatching(/^[0-9a-f]{40}$/) }),
    metrics: fc.uniqueArray(metric, {
      maxLength: 5,
      selector: m => m.name as string,
    }),
    hyperparameters: fc.dictionary(
      keyword.filter(key => key !== 'constructor' && key !== 'prototype'),
      fc.oneof(word, figure, fc.boolean()),
      { maxKeys: 5 },
    ),
  },
);

const metadata = fc.record({ name: word, description: fc.string() });

/** Any valid `MlModel`. */
export const anyModel = fc.record({
  apiVersion: fc.constant('airworthy.dev/v1alpha1'),
  kind: fc.constant('MlModel'),
  metadata,
  spec: optional<Record<string, unknown>>(
    { type: keyword, lifecycle: word, owner: ref('group') },
    {
      type: keyword,
      lifecycle: word,
      owner: ref('group'),
      system: ref('system'),
      framework: keyword,
      license: line,
      parameters: fc.integer({ min: 1 }),
      track: fc.constantFrom('startup', 'large-organisation'),
      baseModel: ref('mlmodel'),
      trainedBy: ref('component'),
      dependsOn: fc.array(
        fc.constantFrom('resource:flights', 'api:team/a', 'component:b'),
        { maxLength: 5 },
      ),
      modelCard: fc.record(
        { intendedUse: line, limitations: line },
        { requiredKeys: [] },
      ),
      versions: fc.uniqueArray(version, {
        maxLength: 20,
        selector: v => v.version as string,
      }),
    },
  ),
});

/** Shares that sum to 100. */
export const anyTraffic = fc
  .array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 6 })
  .map(weights => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map(weight => (weight / sum) * 100);
  });

const variants = fc
  .tuple(anyTraffic, fc.array(percent, { maxLength: 2 }))
  .map(([live, copied]) => [
    ...live.map((traffic, i) => ({
      name: `live-${i}`,
      role: i === 0 ? 'stable' : 'candidate',
      version: `${i}`,
      traffic,
    })),
    ...copied.map((traffic, i) => ({
      name: `shadow-${i}`,
      role: 'shadow',
      version: `s${i}`,
      traffic,
    })),
  ]);

const rule = { metric: line, limit: figure };

/** Any valid `MlDeployment`. */
export const anyDeployment = fc.record({
  apiVersion: fc.constant('airworthy.dev/v1alpha1'),
  kind: fc.constant('MlDeployment'),
  metadata,
  spec: optional<Record<string, unknown>>(
    {
      type: keyword,
      environment: keyword,
      lifecycle: word,
      owner: ref('user'),
      model: ref('mlmodel'),
    },
    {
      type: keyword,
      environment: keyword,
      lifecycle: word,
      owner: ref('user'),
      model: ref('mlmodel'),
      endpoint: url,
      variants,
      strategy: fc.record({
        type: fc.constantFrom('shadow', 'canary', 'ab-test'),
        plan: fc.record({
          phases: fc.array(
            fc.record({
              name: line,
              traffic: percent,
              duration,
              checks: fc.array(fc.record(rule), { maxLength: 3 }),
            }),
            { maxLength: 5 },
          ),
          stopRules: fc.array(
            fc.record({
              ...rule,
              action: fc.constantFrom('roll-back', 'pause'),
            }),
            { maxLength: 3 },
          ),
          budget: fc.record({
            amount: fc.nat(),
            currency: fc.constantFrom('EUR', 'USD'),
          }),
        }),
      }),
      monitoring: fc.record(
        {
          inferenceLog: fc.record({
            path: line,
            labels: fc.record({ path: line, label: word }),
          }),
          prometheus: fc.record({
            preset: keyword,
            labels: fc.constant({ model_name: 'a"b' }),
          }),
          alertmanager: fc.constant({
            matchers: [{ name: 'job', operator: '=~', value: 'churn.*' }],
          }),
          baseline: fc.constantFrom(
            { path: 'train.parquet' },
            { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
            { previousWindow: true },
          ),
          drift: fc.constant({ ruleSet: 'evidently', correction: 'none' }),
          labelDelay: duration,
        },
        { requiredKeys: [] },
      ),
    },
  ),
});
