import * as fc from 'fast-check';
import { PAIRS, requestFor } from '../__testUtils__/requests';
import { hasCrds, readCrds } from '../__testUtils__/crds';
import { serialiseManifests } from '../manifests/serialise';
import { RenderRequest } from '../request/requestSchema';
import { at, listAt, numberAt } from '../validate/read';
import { validateManifests } from '../validate/validateManifests';
import { renderManifests } from './renderManifests';

const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });

const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 })
  .map(values => [...values].sort((a, b) => a - b));

const check = fc.record(
  {
    metric: fc.constantFrom(
      'error_ratio',
      'latency_p95',
      'latency_p99',
      'rmse',
    ),
    measure: fc.constantFrom('value', 'difference', 'ratio'),
    limit: fc.double({ min: -10, max: 1_000, noNaN: true }),
    direction: fc.constantFrom('above', 'below'),
  },
  { requiredKeys: ['metric', 'limit'] },
);

const metrics = fc
  .record({
    address: fc.constant('http://prometheus.monitoring:9090'),
    count: optional(fc.integer({ min: 1, max: 30 })),
    failureLimit: optional(fc.integer({ min: 0, max: 5 })),
    queries: optional(
      fc.constant({ rmse: 'avg(model_rmse{version="{{version}}"})' }),
    ),
  })
  .filter(m => (m.failureLimit ?? 2) <= (m.count ?? 10))
  .filter(m => (m.count ?? 10) >= 2);

const name = fc
  .tuple(
    fc.constantFrom(...'abcxyz'),
    fc.stringMatching(/^[a-z0-9-]{0,16}$/),
    fc.constantFrom(...'az09'),
  )
  .map(parts => parts.join(''));

const options = fc.record({
  name,
  version: fc.stringMatching(
    /^[0-9A-Za-z]([0-9A-Za-z.+_-]{0,20}[0-9A-Za-z])?$/,
  ),
  steps: optional(steps),
  mirrorPercent: optional(fc.integer({ min: 1, max: 100 })),
  stepDuration: optional(fc.constantFrom('PT10M', 'PT6H', 'P7D')),
  by: fc.constantFrom('header' as const, 'cookie' as const),
  metrics: optional(metrics),
  checks: optional(fc.array(check, { maxLength: 4 })),
  stopRules: optional(fc.array(check, { maxLength: 3 })),
  replicas: fc.integer({ min: 2, max: 20 }),
  autoscaling: optional(
    fc.constant({ minReplicas: 2, maxReplicas: 9, targetCpuPercent: 60 }),
  ),
  disruptionBudget: optional(
    fc.constantFrom({ minAvailable: 1 }, { maxUnavailable: 1 }),
  ),
  resources: optional(
    fc.constant({
      requests: { cpu: '500m', memory: '1Gi' },
      limits: { cpu: '2', memory: '2Gi', 'nvidia.com/gpu': '1' },
    }),
  ),
  probes: optional(
    fc.constant({
      readiness: { path: '/v2/health/ready', periodSeconds: 5 },
      liveness: { path: '/v2/health/live' },
    }),
  ),
  runAsNonRoot: fc.boolean(),
});

type Options = typeof options extends fc.Arbitrary<infer T> ? T : never;

function requestOf(
  [strategy, target]: (typeof PAIRS)[number],
  given: Options,
): RenderRequest {
  const plain = requestFor(strategy, target);
  const { version, steps: asked, mirrorPercent, stepDuration, by } = given;
  const { runAsNonRoot, ...rest } = given;
  const request = {
    ...plain,
    ...rest,
    policy: { runAsNonRoot },
    traffic: { steps: asked, mirrorPercent, stepDuration },
    versions: {
      ...plain.versions,
      candidate: { ...plain.versions.candidate, version },
    },
    ...(strategy === 'ab-test'
      ? { assignment: { by, name: 'group', value: 'b.1' } }
      : {}),
  };
  // What a caller would send: no fields without a value.
  const {
    version: _,
    steps: __,
    ...clean
  } = JSON.parse(JSON.stringify(request));
  delete clean.mirrorPercent;
  delete clean.stepDuration;
  delete clean.by;
  return clean;
}

const crds = hasCrds ? readCrds() : [];

describe('manifests of every strategy and target', () => {
  it.each(PAIRS)(
    '%s on %s is valid and the same each time, whatever the options',
    (strategy, target) => {
      fc.assert(
        fc.property(options, given => {
          fc.pre(given.version !== '1.4.0');
          const request = requestOf([strategy, target], given);
          const { files } = renderManifests(request);
          const documents = files.flatMap(file => file.documents);

          const { problems, unchecked } = validateManifests(documents, {
            schemas: crds,
            closed: true,
          });
          expect(problems.map(({ message }) => message)).toEqual([]);
          expect(unchecked).toEqual([]);

          expect(serialiseManifests(renderManifests(request).files)).toEqual(
            serialiseManifests(files),
          );
          for (const { metadata } of documents) {
            expect(metadata.name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
            expect(metadata.namespace).toBe('flights');
          }
          for (const document of documents) {
            const shares = [
              ...listAt(document, 'spec', 'rules').map(rule =>
                listAt(rule, 'backendRefs').map(ref => numberAt(ref, 'weight')),
              ),
              ...listAt(document, 'spec', 'http').map(http =>
                listAt(http, 'route').map(route => numberAt(route, 'weight')),
              ),
            ].filter(weights => weights.length > 1);
            for (const weights of shares) {
              expect(weights.reduce<number>((a, b) => a + (b ?? NaN), 0)).toBe(
                100,
              );
            }
          }
        }),
        { numRuns: 15 },
      );
    },
  );
});

const describeWithCrds = hasCrds ? describe : describe.skip;

describeWithCrds('the schemas of the engines in AIRWORTHY_CRDS', () => {
  it('are those that the manifests are held against', () => {
    const kinds = crds.map(crd => at(crd, 'spec', 'names', 'kind'));
    expect(kinds).toEqual(
      expect.arrayContaining([
        'InferenceService',
        'Rollout',
        'AnalysisTemplate',
        'HTTPRoute',
      ]),
    );
  });
});
