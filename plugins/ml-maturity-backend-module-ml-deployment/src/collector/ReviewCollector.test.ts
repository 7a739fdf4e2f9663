import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DecisionSummary,
  MlDeploymentClient,
} from '@airworthy/plugin-ml-deployment-common';
import {
  reviewFacts,
  validateFacts,
} from '@airworthy/plugin-ml-maturity-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ReviewCollector } from './ReviewCollector';

const BASE = 'http://portal.test/api/ml-deployment';
const NOW = new Date('2026-11-25T12:00:00Z');

const model = (name: string, deployments: string[]): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name },
  relations: deployments.map(one => ({
    type: 'deployedBy',
    targetRef: `MlDeployment:default/${one}`,
  })),
});

function deployment(
  name: string,
  environment: string,
  strategy: object,
  candidate?: string,
): Entity {
  const traffic = candidate ? 90 : 100;
  const variants = [
    { name: 'stable', role: 'stable', version: '1', traffic },
    { name: 'next', role: 'candidate', version: candidate, traffic: 10 },
  ];
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'kserve',
      environment,
      lifecycle: 'production',
      owner: 'team',
      model: 'model',
      strategy: { type: 'canary', ...strategy },
      variants: variants.slice(0, candidate ? 2 : 1),
    } as any,
  };
}

const STARTED = { state: 'progressing', startedAt: '2026-11-20T04:00:00Z' };

function decided(
  name: string,
  decidedAt: string,
  more: { version?: string; decision?: 'promote' | 'hold' | 'roll-back' } = {},
): DecisionSummary {
  const { version = '2', decision = 'promote' } = more;
  return {
    entityRef: `mldeployment:default/${name}`,
    latest: {
      id: '1',
      decision,
      overrides: false,
      decidedBy: 'user:default/guest',
      decidedAt,
      rollout: { candidate: { name: 'next', role: 'candidate', version } },
    },
    ...(decision === 'roll-back' && { lastRollBackAt: decidedAt }),
  };
}

const never = (name: string): DecisionSummary => ({
  entityRef: `mldeployment:default/${name}`,
});

describe('ReviewCollector', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  let asked: { entityRefs: string[]; authorization: string | null }[];
  beforeEach(() => {
    asked = [];
  });

  const auth = mockServices.auth({ pluginId: 'ml-maturity' });

  async function collect(
    models: Entity[],
    deployments: Entity[],
    summaries: DecisionSummary[],
  ) {
    server.use(
      http.post(`${BASE}/decisions/query`, async ({ request }) => {
        const { entityRefs } = (await request.json()) as any;
        const authorization = request.headers.get('authorization');
        asked.push({ entityRefs, authorization });
        return HttpResponse.json({
          items: summaries.filter(one => entityRefs.includes(one.entityRef)),
        });
      }),
    );
    return new ReviewCollector({
      auth,
      catalog: catalogServiceMock({ entities: deployments }),
      rollouts: new MlDeploymentClient({
        discoveryApi: { getBaseUrl: async () => BASE },
      }),
      now: () => NOW,
    }).collect({
      entities: models,
      credentials: await auth.getOwnServiceCredentials(),
      signal: new AbortController().signal,
    });
  }

  async function factsOf(deployments: Entity[], summaries: DecisionSummary[]) {
    const names = deployments.map(({ metadata }) => metadata.name);
    const [answer] = await collect([model('m', names)], deployments, summaries);
    const { values } = answer as { values: any };
    expect(validateFacts(reviewFacts, values).problems).toEqual([]);
    return values;
  }

  it('takes the decision on the rollout that began last', async () => {
    const production = deployment('production', 'production', STARTED, '2');
    const earlier = { ...STARTED, startedAt: '2026-11-10T04:00:00Z' };
    const staging = deployment('staging', 'staging', earlier, '3');
    expect(
      await factsOf(
        [staging, production],
        [
          never('staging'),
          decided('production', '2026-11-21T09:00:00Z', { decision: 'hold' }),
        ],
      ),
    ).toEqual({ newestRollout: { reviewed: true, verdict: 'hold' } });
    expect(
      await factsOf(
        [staging, production],
        [decided('staging', '2026-11-24T09:00:00Z'), never('production')],
      ),
    ).toEqual({ newestRollout: { reviewed: false } });
  });

  it.each([
    [
      'a decision before the rollout began',
      STARTED,
      '2',
      '2026-11-20T03:59:59Z',
      '2',
      false,
    ],
    [
      'a decision when it began',
      STARTED,
      '2',
      '2026-11-20T04:00:00Z',
      '2',
      true,
    ],
    [
      'a candidate that another replaced',
      STARTED,
      '3',
      '2026-11-21T04:00:00Z',
      '2',
      false,
    ],
    [
      'an end with the new version',
      STARTED,
      undefined,
      '2026-11-21T04:00:00Z',
      '2',
      true,
    ],
    [
      'no known start, the same candidate',
      {},
      '2',
      '2026-01-01T00:00:00Z',
      '2',
      true,
    ],
    [
      'no known start, another candidate',
      {},
      '3',
      '2026-01-01T00:00:00Z',
      '2',
      false,
    ],
  ])('%s', async (_, strategy, candidate, decidedAt, version, reviewed) => {
    const facts = await factsOf(
      [deployment('production', 'production', strategy, candidate)],
      [decided('production', decidedAt, { version })],
    );
    expect(facts.newestRollout.reviewed).toBe(reviewed);
    expect(facts.newestRollout.verdict).toBe(reviewed ? 'promote' : undefined);
  });

  it.each([
    ['recorded on any deployment', '2026-06-01T00:00:00Z', {}, true],
    ['recorded over half a year ago', '2026-05-01T00:00:00Z', {}, undefined],
    ['none', undefined, {}, undefined],
    [
      'told by the entity',
      undefined,
      { state: 'rolled-back', startedAt: '2026-11-01T00:00:00Z' },
      true,
    ],
    [
      'told by the entity, long ago',
      undefined,
      { state: 'rolled-back', startedAt: '2026-01-01T00:00:00Z' },
      undefined,
    ],
    [
      'told by the entity without a time',
      undefined,
      { state: 'rolled-back' },
      undefined,
    ],
  ])('a roll-back: %s', async (_, lastRollBackAt, strategy, known) => {
    const facts = await factsOf(
      [
        deployment('production', 'production', STARTED, '2'),
        deployment('staging', 'staging', strategy),
      ],
      [never('production'), { ...never('staging'), lastRollBackAt }],
    );
    expect(facts.rollbackRehearsed).toBe(known);
    expect(facts.newestRollout).toEqual({ reviewed: false });
  });

  it('knows nothing of a deployment that the backend does not tell of, and no review without one', async () => {
    expect(
      await factsOf([deployment('a', 'production', STARTED, '2')], []),
    ).toEqual({});
    expect(await factsOf([], [])).toEqual({
      newestRollout: { reviewed: false },
    });
    expect(asked.map(({ entityRefs }) => entityRefs)).toEqual([
      ['mldeployment:default/a'],
    ]);
  });

  it('asks for many deployments in few requests, as the maturity plugin', async () => {
    const names = Array.from({ length: 1_200 }, (_, i) => `d-${i}`);
    const answers = await collect(
      Array.from({ length: 200 }, (_, i) =>
        model(`m-${i}`, names.slice(6 * i, 6 * i + 6)),
      ),
      names.map(name => deployment(name, 'production', STARTED, '2')),
      names.map(never),
    );
    expect(answers).toHaveLength(200);
    expect(asked.map(({ entityRefs }) => entityRefs.length)).toEqual([
      500, 500, 200,
    ]);
    expect(asked[0].authorization).toMatch(/^Bearer mock-service-token:/);
  });

  it('fails as a whole when the backend does not answer, which keeps the last facts', async () => {
    server.use(
      http.post(`${BASE}/decisions/query`, () =>
        HttpResponse.json({ error: { message: 'no' } }, { status: 503 }),
      ),
    );
    const collector = new ReviewCollector({
      auth,
      catalog: catalogServiceMock({
        entities: [deployment('a', 'production', STARTED, '2')],
      }),
      rollouts: new MlDeploymentClient({
        discoveryApi: { getBaseUrl: async () => BASE },
      }),
    });
    await expect(
      collector.collect({
        entities: [model('m', ['a'])],
        credentials: await auth.getOwnServiceCredentials(),
        signal: new AbortController().signal,
      }),
    ).rejects.toThrow(/503/);
  });
});
