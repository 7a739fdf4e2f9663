import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  FactSchema,
  validateFacts,
} from '@airworthy/plugin-ml-maturity-common';
import { FactCollector } from '@airworthy/plugin-ml-maturity-node';
import { loggerMock } from '../__testUtils__/environment';
import { CatalogCollector } from './catalog/CatalogCollector';
import { DeploymentsCollector } from './deployments/DeploymentsCollector';
import { ModelCollector } from './model/ModelCollector';
import { RepositoryCollector } from './repository/RepositoryCollector';
import { RepositoryReader } from './repository/RepositoryReader';
import { VersionsCollector } from './versions/VersionsCollector';

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000 - 60_000).toISOString();

const model: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: {
    name: 'delay',
    namespace: 'default',
    description: 'How late.',
    annotations: {
      'backstage.io/source-location': 'url:https://github.com/o/delay/',
    },
  },
  spec: {
    type: 'tabular-classification',
    lifecycle: 'production',
    owner: 'team',
    license: 'Apache-2.0',
    framework: ' ',
    modelCard: { intendedUse: 'Gates.', limitations: ' ' },
    versions: [
      {
        version: '2',
        createdAt: daysAgo(3),
        aliases: ['candidate'],
        metrics: [
          { name: 'auc', value: 0.8, baseline: 0.7 },
          { name: 'auc', value: 0.7, slice: 'night' },
        ],
        hyperparameters: { 'search.trials': 60 },
        run: { id: 'r2', commit: 'abcdef1' },
      },
      { version: '1', createdAt: daysAgo(40), metrics: [] },
    ],
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team' },
    { type: 'partOf', targetRef: 'system:default/nowhere' },
    { type: 'dependsOn', targetRef: 'resource:default/flights' },
    { type: 'dependsOn', targetRef: 'resource:default/gone' },
    { type: 'trainedBy', targetRef: 'component:default/pipeline' },
    { type: 'deployedBy', targetRef: 'mldeployment:default/live' },
    { type: 'deployedBy', targetRef: 'mldeployment:default/try' },
  ],
};
const others: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team', namespace: 'default' },
    spec: { type: 'team', profile: { email: 'team@example.com' } },
    relations: [{ type: 'parentOf', targetRef: 'group:default/child' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'flights', namespace: 'default' },
    spec: { type: 'dataset', owner: 'team' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'pipeline',
      namespace: 'default',
      annotations: {
        'backstage.io/source-location': 'url:https://github.com/o/pipeline/',
      },
    },
    spec: { type: 'kubeflow-pipeline', lifecycle: 'production', owner: 'team' },
  },
  {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name: 'live', namespace: 'default' },
    spec: {
      environment: 'production',
      lifecycle: 'production',
      strategy: { type: 'canary', startedAt: daysAgo(5) },
      variants: [
        { name: 's', role: 'stable', version: '1', traffic: 90 },
        { name: 'c', role: 'candidate', version: '2', traffic: 10 },
      ],
      monitoring: {
        inferenceLog: { path: 'delay/log.parquet' },
        thresholds: [
          { metric: 'latency_p95', warning: 100 },
          { metric: 'model_age_days', critical: 60 },
        ],
      },
    },
  },
  {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name: 'try', namespace: 'default' },
    spec: {
      environment: 'staging',
      strategy: { type: 'recreate', startedAt: daysAgo(9) },
      variants: [{ name: 's', role: 'stable', version: '2', traffic: 100 }],
    },
  },
];
const hostile: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'hostile', namespace: 'default', description: 7 as any },
  spec: { versions: 'none', modelCard: ['x'], license: {}, owner: [] } as any,
  relations: [
    { type: 'dependsOn', targetRef: 'no reference at all' },
    { type: 'trainedBy', targetRef: '__proto__' },
    { type: 'deployedBy', targetRef: 'mldeployment:default/none' },
  ],
};

/** Other models of the team, of which one is in production. */
const siblings = ['production', 'experimental'].map(
  (lifecycle): Entity => ({
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlModel',
    metadata: { name: `sibling-${lifecycle}`, namespace: 'default' },
    spec: { type: 'tabular-classification', lifecycle },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
  }),
);

const catalog = catalogServiceMock({
  entities: [model, ...others, ...siblings, hostile],
});

async function collect(collector: FactCollector, entities: Entity[]) {
  const answers = await collector.collect({
    entities,
    credentials: mockCredentials.service(),
    signal: new AbortController().signal,
  });
  expect(answers.map(({ entityRef }) => entityRef)).toEqual(
    entities.map(e => `mlmodel:default/${e.metadata.name}`),
  );
  return answers.map(answer => ('values' in answer ? answer.values : answer));
}

/** A collector declares all that it says. */
function expectDeclared(schema: FactSchema, values: unknown) {
  expect(validateFacts(schema, values).problems).toEqual([]);
}

describe('collectors', () => {
  const catalogCollector = new CatalogCollector({
    catalog,
    orchestratorTypes: ['kubeflow-pipeline'],
  });

  it('reads the catalog around a model', async () => {
    const [facts] = await collect(catalogCollector, [model]);
    expect(facts).toEqual({
      lifecycle: 'production',
      description: true,
      owner: { exists: true, isGroup: true, hasContact: true, childGroups: 1 },
      system: { exists: false },
      siblings: { known: true, inProduction: 1 },
      relations: {
        trainedBy: {
          exists: true,
          type: 'kubeflow-pipeline',
          isOrchestrated: true,
        },
        baseModel: { exists: false },
      },
      datasets: {
        count: 1,
        missing: 1,
        withSize: 0,
        withOrigin: 0,
        withVersion: 0,
        withSchema: 0,
      },
    });
    expectDeclared(catalogCollector.schema, facts);
  });

  it('counts the models of the catalog once for many batches', async () => {
    const asked = jest.spyOn(catalog, 'streamEntities');
    const collector = new CatalogCollector({ catalog, orchestratorTypes: [] });
    const batches = await Promise.all([
      collect(collector, [model]),
      collect(collector, [siblings[1]]),
    ]);
    batches.push(await collect(collector, siblings));
    expect(asked).toHaveBeenCalledTimes(1);
    // Three of the team, two of them in production, less the model itself.
    expect(
      batches.flat().map((facts: any) => facts.siblings.inProduction),
    ).toEqual([1, 2, 1, 2]);
  });

  it('reads the model card, where blank is not written', async () => {
    const collector = new ModelCollector();
    const [facts] = await collect(collector, [model]);
    expect(facts).toEqual({
      ageDays: 40,
      card: {
        intendedUse: true,
        outOfScopeUse: false,
        limitations: false,
        ethicalConsiderations: false,
        trainingData: false,
        evaluationData: false,
        complete: false,
      },
      license: true,
      framework: false,
    });
    expectDeclared(collector.schema, facts);
  });

  it('reads the newest version and the one that serves most', async () => {
    const collector = new VersionsCollector({ catalog });
    const [facts] = await collect(collector, [model]);
    expect(facts).toMatchObject({
      count: 2,
      newest: {
        name: '2',
        ageDays: 3,
        metrics: 2,
        hasBaseline: true,
        hasSlices: true,
        hasSearch: true,
        hasCommit: true,
        hasAlias: true,
        registered: false,
      },
      serving: { name: '1', ageDays: 40, metrics: 0, hasAlias: false },
    });
    expectDeclared(collector.schema, facts);
  });

  it('reads the deployments, and judges monitoring in production', async () => {
    const collector = new DeploymentsCollector({ catalog });
    const [facts] = await collect(collector, [model]);
    expect(facts).toEqual({
      count: 2,
      production: { count: 1, serving: 1 },
      environments: ['production', 'staging'],
      newest: {
        strategy: 'canary',
        hasPlan: false,
        progressive: true,
        keepsPrevious: true,
      },
      monitoring: {
        declared: true,
        hasInferenceLog: true,
        thresholds: 2,
        thresholdMetrics: ['latency_p95', 'model_age_days'],
        maxAgeDays: 60,
        hasSlo: true,
      },
      alertRoute: false,
      scaling: { bounded: false },
    });
    expectDeclared(collector.schema, facts);
  });

  it('says of a hostile entity what it can, and harms no other', async () => {
    for (const collector of [
      catalogCollector,
      new ModelCollector(),
      new VersionsCollector({ catalog }),
      new DeploymentsCollector({ catalog }),
    ]) {
      const [bad, good] = await collect(collector, [hostile, model]);
      expect(bad).toBeDefined();
      expectDeclared(collector.schema, good);
      expect(good).not.toHaveProperty('failure');
    }
  });
});

describe('RepositoryCollector', () => {
  function create(read: RepositoryReader['read']) {
    const cache = mockServices.cache.mock();
    const kept = new Map<string, any>();
    cache.withOptions.mockReturnValue(cache);
    cache.get.mockImplementation(async key => kept.get(key));
    cache.set.mockImplementation(async (key, value) => {
      kept.set(key, value);
    });
    const logger = loggerMock();
    const reader = {
      reads: ({ type }: { type: string }) => type === 'url',
      read: jest.fn(read),
    };
    const collector = new RepositoryCollector({
      catalog,
      cache,
      logger,
      readers: [reader],
    });
    return { cache, reader, logger, collector };
  }
  const answer = (...paths: string[]) => ({
    state: 'read' as const,
    etag: 'e1',
    files: paths.map(path => ({ path })),
  });

  it('reads the repository of the model and of its pipeline, and only if they changed', async () => {
    const { collector, reader } = create(async (target, { etag }) => {
      if (etag === 'e1') return { state: 'unchanged' };
      return target.includes('pipeline')
        ? answer('uv.lock')
        : answer('README.md');
    });
    const expected = {
      readme: true,
      lockfile: false,
      pipeline: { readme: false, lockfile: true },
    };
    const [first] = await collect(collector, [model]);
    expect(first).toMatchObject(expected);
    expectDeclared(collector.schema, first);
    const [second] = await collect(collector, [model]);
    expect(second).toEqual(first);
    expect(reader.read.mock.calls.map(([, { etag }]) => etag)).toEqual([
      undefined,
      undefined,
      'e1',
      'e1',
    ]);
  });

  it('knows the model when its pipeline may not be read, and fails when it cannot be', async () => {
    const refused = create(async target => {
      if (target.includes('pipeline')) throw new NotAllowedError('private');
      return answer('README.md');
    });
    const [facts] = await collect(refused.collector, [model]);
    expect(facts).toMatchObject({ readme: true });
    expect(facts).not.toHaveProperty('pipeline');
    const down = create(async target => {
      if (target.includes('pipeline')) throw new Error('502');
      return answer('README.md');
    });
    const [failure] = await collect(down.collector, [model]);
    expect(failure).toMatchObject({
      failure: expect.stringContaining(
        'Repository https://github.com/o/pipeline/ could not be read',
      ),
    });
  });

  it('does without its cache, and without a location', async () => {
    const { collector, cache, logger } = create(async () =>
      answer('README.md'),
    );
    cache.get.mockRejectedValue(new Error('no cache'));
    cache.set.mockRejectedValue(new Error('no cache'));
    const [facts, none] = await collect(collector, [model, hostile]);
    expect(facts).toMatchObject({ readme: true });
    expect(none).toEqual({});
    expect(logger.warn).toHaveBeenCalled();
  });
});
