import { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
// Only the test runs the plugin, as a portal does.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import mlMonitoringPlugin from '@airworthy/plugin-ml-monitoring-backend';
import { histogram, line } from './__testUtils__/exposition';
import {
  PROMETHEUS,
  describeWith,
  startExporter,
  startPrometheus,
  temporaryFolder,
} from './__testUtils__/programs';
import mlMonitoringModulePrometheus from './index';

jest.setTimeout(90_000);

function deployment(name: string, monitoring?: JsonObject): Entity {
  return {
    apiVersion: 'airworthy.dev/v1alpha1',
    kind: 'MlDeployment',
    metadata: { name },
    spec: {
      type: 'triton',
      environment: 'production',
      lifecycle: 'production',
      owner: 'group:default/team',
      model: 'mlmodel:default/churn',
      variants: [
        { name: 'stable', role: 'stable', version: '1', traffic: 80 },
        { name: 'canary', role: 'candidate', version: '2', traffic: 20 },
      ],
      ...(monitoring && { monitoring }),
    },
  };
}

const http = (server: string) => ({
  prometheus: {
    server,
    preset: 'http',
    labels: { model: 'churn' },
    variantLabel: 'version',
  },
});

describeWith(
  { Prometheus: PROMETHEUS },
  'the portal with a real Prometheus',
  () => {
    const { folder, remove } = temporaryFolder();
    const began = Date.now();
    let exporter: Awaited<ReturnType<typeof startExporter>>;
    let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
    let backend: Awaited<ReturnType<typeof startTestBackend>>;

    beforeAll(async () => {
      exporter = await startExporter(() => {
        const count = 500 + (Date.now() - began) / 100;
        return ['1', '2']
          .map(version => {
            const labels = { model: 'churn', version };
            const failed = version === '2' ? count / 2 : 0;
            return [
              line('http_requests_total', { ...labels, code: '200' }, count),
              line('http_requests_total', { ...labels, code: '500' }, failed),
              histogram('http_request_duration_seconds', labels, count, [
                ['0.1', 1],
                ['+Inf', 0],
              ]),
            ].join('');
          })
          .join('');
      });
      prometheus = await startPrometheus(folder, { target: exporter.target });
      const server = {
        url: prometheus.url,
        scrapeInterval: { milliseconds: 500 },
      };
      backend = await startTestBackend({
        features: [
          mlMonitoringPlugin,
          mlMonitoringModulePrometheus,
          catalogServiceMock.factory({
            entities: [
              deployment('watched', http('main')),
              deployment('elsewhere', http('other')),
              deployment('churn-new'),
            ],
          }),
          mockServices.rootConfig.factory({
            data: {
              mlMonitoring: {
                prometheus: { servers: [{ name: 'main', ...server }] },
              },
            },
          }),
        ],
      });
      await prometheus.scraped(12);
    });
    afterAll(async () => {
      await backend?.stop();
      await prometheus?.stop();
      await exporter?.stop();
      remove();
    });

    const get = async (path: string) => {
      const { port } = backend.server.address() as AddressInfo;
      const response = await fetch(
        `http://127.0.0.1:${port}/api/ml-monitoring/deployments/default/${path}`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      expect(response.status).toBe(200);
      return response.json() as Promise<any>;
    };

    it('shows how its variants serve, and judges them', async () => {
      const { results, checks } = await get('watched/service?window=PT5M');
      expect(results).toMatchObject([
        { ok: true, answer: { source: { type: 'prometheus', name: 'main' } } },
      ]);
      const errors = checks.filter(
        ({ metric }: { metric: string }) => metric === 'error_ratio',
      );
      expect(
        errors.map(({ variant, value, status }: any) => [
          variant,
          value,
          status,
        ]),
      ).toEqual([
        // A third: half as many fail as go well.
        ['canary', expect.closeTo(1 / 3, 5), 'critical'],
        ['stable', 0, 'ok'],
      ]);
    });

    it('compares its variants', async () => {
      const { results } = await get('watched/comparison?window=PT5M');
      const { metrics } = results[0].answer;
      expect(metrics.map(({ metric }: any) => metric)).toEqual([
        'rate',
        'error_ratio',
        'latency_p50',
        'latency_p95',
        'latency_p99',
      ]);
      expect(metrics[1].difference.difference).toBeCloseTo(1 / 3, 1);
    });

    it('says in its panel that a server is not configured', async () => {
      const { results } = await get('elsewhere/service?window=PT5M');
      expect(results).toMatchObject([
        {
          ok: false,
          failure: {
            source: { type: 'prometheus', name: 'other' },
            kind: 'not-allowed',
            message:
              'The Prometheus server "other" is not configured; configured: "main"',
          },
        },
      ]);
    });

    it('proposes what it finds for a deployment without monitoring', async () => {
      const { proposal, yaml } = await get('churn-new/setup');
      expect(proposal).toEqual(http('main'));
      expect(yaml).toContain('preset: http');
    });
  },
);
