import { listEntityProblems } from './validate';

const model = (spec: object) => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'a' },
  spec: {
    type: 'text-generation',
    lifecycle: 'production',
    owner: 'a',
    ...spec,
  },
});
const deployment = (spec: object) => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name: 'a' },
  spec: {
    type: 'kserve',
    environment: 'production',
    lifecycle: 'production',
    owner: 'a',
    model: 'a',
    ...spec,
  },
});
const monitoring = (fields: object) => deployment({ monitoring: fields });
const version = (fields: object) =>
  model({ versions: [{ version: '1', ...fields }] });
const threshold = (fields: object) =>
  monitoring({ thresholds: [{ metric: 'psi', ...fields }] });

describe('listEntityProblems', () => {
  it.each<[object, string[]]>([
    [
      model({ owner: '' }),
      ['/spec/owner: expected a text that is not empty, was ""'],
    ],
    [model({ owner: null }), ['/spec/owner: expected a text, was null']],
    [
      model({ owner: ['a'] }),
      ['/spec/owner: expected a text, was a list of 1'],
    ],
    [
      model({ owner: 'component:a' }),
      [
        '/spec/owner: expected a reference to a group or user such as "group:default/forecasting", was "component:a"',
      ],
    ],
    [
      model({ dependsOn: ['flights'] }),
      [
        '/spec/dependsOn/0: expected a reference to a resource, component, api, mlmodel or mldeployment, with its kind, such as "resource:default/flights", was "flights"',
      ],
    ],
    [
      model({ framework: 'PyTorch' }),
      [
        '/spec/framework: expected lower-case letters and digits, with single hyphens, dots or underscores between them, such as "text-generation", was "PyTorch"',
      ],
    ],
    [
      model({ parameters: 1.5 }),
      ['/spec/parameters: expected a whole number, was number 1.5'],
    ],
    [
      model({ modelCard: { limitations: 'x'.repeat(20_001) } }),
      [
        `/spec/modelCard/limitations: expected at most 20000 characters, was "${'x'.repeat(
          60,
        )}… (20001 characters)"`,
      ],
    ],
    [
      model({
        versions: [
          { version: '2', aliases: ['champion'] },
          { version: '1', aliases: ['old', 'champion'] },
        ],
      }),
      [
        '/spec/versions/1/aliases/1: expected an alias that points to one version only, was "champion"',
      ],
    ],
    [
      version({
        metrics: [
          { name: 'f1', value: 1 },
          { name: 'f1', value: 2 },
        ],
      }),
      [
        '/spec/versions/0/metrics/1: expected a name, dataset, slice and unit that no other entry has, was "f1"',
      ],
    ],
    [
      version({ metrics: [{ name: 'f1', value: '0.9' }] }),
      ['/spec/versions/0/metrics/0/value: expected a number, was "0.9"'],
    ],
    [
      version({ hyperparameters: { depth: [3] } }),
      [
        '/spec/versions/0/hyperparameters/depth: expected a text or a number or true or false, was a list of 1',
      ],
    ],
    [
      version({
        hyperparameters: Object.fromEntries(
          Array.from({ length: 501 }, (_, i) => [`h${i}`, i]),
        ),
      }),
      [
        '/spec/versions/0/hyperparameters: expected at most 500 entries, was 501',
      ],
    ],
    [
      deployment({
        variants: [{ name: 'a', role: 'shadow', version: '1', traffic: 100 }],
      }),
      [
        '/spec/variants: expected traffic of the stable and candidate variants that sums to 100, was no stable or candidate variant',
      ],
    ],
    [
      deployment({ scaling: { minReplicas: 3, maxReplicas: 2 } }),
      [
        '/spec/scaling: expected minReplicas that is not above maxReplicas, was an object with minReplicas, maxReplicas',
      ],
    ],
    [
      deployment({
        strategy: {
          type: 'canary',
          phase: 1,
          plan: { phases: [{ name: 'a' }] },
        },
      }),
      [
        '/spec/strategy/phase: expected the index of one of the 1 phases of the plan, from 0, was number 1',
      ],
    ],
    [
      monitoring({ prometheus: { preset: 'kserve', labels: { 'a-b': 'c' } } }),
      [
        '/spec/monitoring/prometheus/labels/a-b: expected a Prometheus label name such as "model_name", was "a-b"',
      ],
    ],
    [
      monitoring({ baseline: {} }),
      [
        '/spec/monitoring/baseline: expected just one of path, from with to, and previousWindow, was an empty object',
      ],
    ],
    [
      monitoring({ baseline: { from: '2026-01-01T00:00:00Z' } }),
      [
        '/spec/monitoring/baseline: expected both from and to, was an object with from',
      ],
    ],
    [
      threshold({}),
      [
        '/spec/monitoring/thresholds/0: expected a warning or a critical limit, or both, was an object with metric',
      ],
    ],
    [
      threshold({ warning: 0.25, critical: 0.1 }),
      [
        '/spec/monitoring/thresholds/0/critical: expected a limit that is not below the warning of 0.25, was number 0.1',
      ],
    ],
    [
      monitoring({
        thresholds: [
          { metric: 'psi', feature: 'distance', warning: 1 },
          { metric: 'psi', warning: 1 },
          { metric: 'psi', feature: 'distance', warning: 2 },
        ],
      }),
      [
        '/spec/monitoring/thresholds/2/metric: expected a metric, feature and variant that no other entry has, was "psi, distance"',
      ],
    ],
  ])('says what is wrong: %#', (entity, problems) => {
    expect(listEntityProblems(entity as any)).toEqual(problems);
  });

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    'https://user:secret@example.com',
    'https://user@example.com',
    ' https://example.com',
    'https://exa\nmple.com',
    '//example.com',
    'https:example.com',
    'https://',
  ])('refuses the address %j', url => {
    expect(listEntityProblems(deployment({ endpoint: url }))).toHaveLength(1);
  });

  it.each([
    'https://example.com/a?b#c',
    'HTTP://localhost:8080',
    'https://[::1]/',
  ])('accepts the address %j', url => {
    expect(listEntityProblems(deployment({ endpoint: url }))).toEqual([]);
  });

  it.each([
    'a b',
    'group:a/b/c',
    'group:a:b',
    'group:',
    'x'.repeat(64),
    'a/../b',
  ])('refuses the reference %j', owner => {
    expect(listEntityProblems(model({ owner }))).toHaveLength(1);
  });

  it('accepts names in any script, emoji and text from right to left', () => {
    expect(
      listEntityProblems(
        version({
          description: 'نموذج 🛩️',
          metrics: [{ name: 'دقة', value: 1 }],
        }),
      ),
    ).toEqual([]);
  });

  it('judges 100,000 versions and a megabyte of text in an instant', () => {
    const versions = Array.from({ length: 100_000 }, (_, i) => ({
      version: i,
    }));
    const started = performance.now();
    expect(
      listEntityProblems(
        model({ versions, owner: ' '.repeat(1e6), type: 'a-'.repeat(5e5) }),
      ),
    ).toHaveLength(3);
    // A few tens of milliseconds alone; room for a busy machine.
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
