import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  FleetEntry,
  GroupHealth,
  MlMonitoringClient,
} from '@airworthy/plugin-ml-monitoring-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { MonitoringCollector } from './MonitoringCollector';

const BASE = 'http://monitoring.test/api/ml-monitoring';
const NOW = new Date('2026-11-25T12:00:00Z');

const model = (name: string, deployments: string[]): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name },
  relations: deployments.map(deployment => ({
    type: 'deployedBy',
    targetRef: `mldeployment:default/${deployment}`,
  })),
});

const deployment = (
  name: string,
  spec: { environment: string; lifecycle?: string; monitoring?: object },
): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name },
  spec: { type: 'kserve', owner: 'team', model: 'model', ...spec } as any,
});

const LOG = { inferenceLog: { path: 'log.parquet' } };
const TABLE = { ...LOG, baseline: { path: 'churn/baseline.parquet' } };
const WINDOW = { ...LOG, baseline: { previousWindow: true } };

const ENTITIES = [
  deployment('churn-production', {
    environment: 'production',
    lifecycle: 'production',
    monitoring: TABLE,
  }),
  deployment('churn-staging', { environment: 'staging' }),
  deployment('pilot-staging', { environment: 'staging', monitoring: WINDOW }),
  deployment('pilot-old', { environment: 'staging', lifecycle: 'retired' }),
  deployment('quiet-production', { environment: 'production' }),
];

const UNKNOWN: GroupHealth = { status: 'unknown', metrics: [] };

function entry(name: string, more: Partial<FleetEntry>): FleetEntry {
  return {
    entityRef: `mldeployment:default/${name}`,
    title: name,
    status: 'ok',
    causes: [],
    checks: { ok: 0, warning: 0, critical: 0, unknown: 0, muted: 0 },
    hours: [],
    failingSources: 0,
    ...more,
  };
}

const WATCHED = entry('churn-production', {
  freshAt: '2026-11-25T11:58:20Z',
  groups: {
    service: { status: 'ok', metrics: ['error_ratio', 'latency_p95'] },
    data: {
      status: 'critical',
      metrics: ['data_age', 'missing_share', 'out_of_range_share', 'psi'],
    },
    model: { status: 'warning', metrics: ['psi', 'roc_auc'] },
  },
});

describe('MonitoringCollector', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  let asked: { refs: string[]; authorization: string | null }[];
  beforeEach(() => {
    asked = [];
  });

  const answerWith = (items: FleetEntry[]) =>
    server.use(
      http.get(`${BASE}/fleet`, ({ request }) => {
        const refs = new URL(request.url).searchParams.getAll('ref');
        const authorization = request.headers.get('authorization');
        asked.push({ refs, authorization });
        return HttpResponse.json({
          items: items.filter(item => refs.includes(item.entityRef)),
        });
      }),
    );

  const auth = mockServices.auth({ pluginId: 'ml-maturity' });

  async function collect(entities: Entity[], known = ENTITIES) {
    const byRef = new Map(
      known.map(e => [`mldeployment:default/${e.metadata.name}`, e]),
    );
    const getEntitiesByRefs = jest.fn(async ({ entityRefs }) => ({
      items: entityRefs.map((ref: string) => byRef.get(ref)),
    }));
    const collector = new MonitoringCollector({
      auth,
      catalog: { getEntitiesByRefs } as unknown as CatalogService,
      monitoring: new MlMonitoringClient({
        discoveryApi: { getBaseUrl: async () => BASE },
      }),
      now: () => NOW,
    });
    return collector.collect({
      entities,
      credentials: await auth.getOwnServiceCredentials(),
      signal: new AbortController().signal,
    });
  }

  it('tells what is watched in production, and how it does', async () => {
    answerWith([WATCHED]);
    expect(
      await collect([model('churn', ['churn-production', 'churn-staging'])]),
    ).toEqual([
      {
        entityRef: 'mlmodel:default/churn',
        values: {
          reported: true,
          serviceHealth: 'ok',
          dataHealth: 'critical',
          modelHealth: 'warning',
          dataFreshSeconds: 100,
          inputInvariants: true,
          driftReported: true,
          latencyReported: true,
          errorsReported: true,
          labelsReported: true,
        },
      },
    ]);
    expect(asked.map(({ refs }) => refs)).toEqual([
      ['mldeployment:default/churn-production'],
    ]);
    expect(asked[0].authorization).toMatch(/^Bearer mock-service-token:/);
  });

  it('looks where a pilot runs, and takes no window of the log for training data', async () => {
    answerWith([
      entry('pilot-staging', {
        freshAt: '2026-11-20T12:00:00Z',
        groups: {
          service: UNKNOWN,
          data: { status: 'ok', metrics: ['missing_share', 'wasserstein'] },
          model: { status: 'ok', metrics: ['label_share'] },
        },
      }),
    ]);
    const [{ values }] = (await collect([
      model('pilot', ['pilot-old', 'pilot-staging']),
    ])) as { values: object }[];
    expect(values).toEqual({
      reported: true,
      serviceHealth: 'unknown',
      dataHealth: 'ok',
      modelHealth: 'ok',
      dataFreshSeconds: 5 * 86_400,
      inputInvariants: false,
      driftReported: false,
      latencyReported: false,
      errorsReported: false,
      labelsReported: false,
    });
    expect(asked[0].refs).toEqual(['mldeployment:default/pilot-staging']);
  });

  it('says no of what nothing is reported of, and nothing before monitoring has looked', async () => {
    answerWith([entry('quiet-production', {}), entry('churn-production', {})]);
    const answers = await collect([
      model('quiet', ['quiet-production']),
      model('churn', ['churn-production']),
      model('base', []),
    ]);
    expect(answers).toMatchObject([
      { values: { reported: false, serviceHealth: 'unknown' } },
      { values: {} },
      { values: { reported: false, inputInvariants: false } },
    ]);
    expect(answers[1]).toEqual({
      entityRef: 'mlmodel:default/churn',
      values: {},
    });
  });

  it('takes the worst of several deployments, and the age of the one that fell silent', async () => {
    answerWith([
      WATCHED,
      entry('quiet-production', {
        freshAt: '2026-11-22T12:00:00Z',
        groups: {
          service: { status: 'critical', metrics: ['error_ratio'] },
          data: UNKNOWN,
          model: UNKNOWN,
        },
      }),
    ]);
    const [answer] = await collect([
      model('both', ['churn-production', 'quiet-production']),
    ]);
    expect(answer).toMatchObject({
      values: {
        serviceHealth: 'critical',
        dataHealth: 'critical',
        modelHealth: 'warning',
        dataFreshSeconds: 3 * 86_400,
      },
    });
  });

  it('asks for many deployments in few requests', async () => {
    answerWith([]);
    const names = Array.from({ length: 250 }, (_, i) => `d-${i}`);
    await collect(
      names.map(name => model(name, [name])),
      names.map(name => deployment(name, { environment: 'production' })),
    );
    expect(asked.map(({ refs }) => refs.length)).toEqual([100, 100, 50]);
  });

  it('fails as a whole when monitoring does not answer, which keeps the last facts', async () => {
    server.use(
      http.get(`${BASE}/fleet`, () =>
        HttpResponse.json({ error: { message: 'no' } }, { status: 503 }),
      ),
    );
    await expect(
      collect([model('churn', ['churn-production'])]),
    ).rejects.toThrow(/503/);
  });
});
