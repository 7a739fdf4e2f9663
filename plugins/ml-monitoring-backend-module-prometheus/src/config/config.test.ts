import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readPresets } from './readPresets';
import { readAlertmanagerServers, readPrometheusServers } from './readServers';

const rootConfig = (mlMonitoring: JsonObject) =>
  mockServices.rootConfig({ data: { mlMonitoring } });

describe('servers of app-config', () => {
  const read = (server: JsonObject) =>
    readPrometheusServers(
      rootConfig({
        prometheus: {
          servers: [{ name: 'main', url: 'http://prometheus:9090', ...server }],
        },
      }),
    );

  it('have defaults', () => {
    expect(read({})).toEqual([
      {
        product: 'Prometheus',
        name: 'main',
        url: new URL('http://prometheus:9090'),
        auth: undefined,
        headers: {},
        timeoutSeconds: 30,
        concurrency: 8,
        method: 'POST',
        maxPoints: 11_000,
        scrapeIntervalSeconds: 30,
      },
    ]);
    expect(readPrometheusServers(rootConfig({}))).toEqual([]);
    expect(readAlertmanagerServers(rootConfig({}))).toEqual([]);
  });

  it('take spans in words and as fields', () => {
    expect(
      read({ timeout: '5s', scrapeInterval: { minutes: 1 } }),
    ).toMatchObject([{ timeoutSeconds: 5, scrapeIntervalSeconds: 60 }]);
  });

  const SERVER = 'mlMonitoring.prometheus.servers[0]';
  it.each<[JsonObject, string]>([
    [{ name: 'Main' }, `${SERVER}.name: expected lower-case letters`],
    [{ url: 'prometheus' }, `${SERVER}.url: expected an address such as`],
    [
      { url: 'file:///etc' },
      `${SERVER}.url: expected an http or https address`,
    ],
    [
      { url: 'http://a?b=c' },
      `${SERVER}.url: expected an address without a query`,
    ],
    [
      { maxPoints: 20_000 },
      `${SERVER}.maxPoints: expected a whole number from 1 to 11000, was 20000`,
    ],
    [
      { concurrency: 0 },
      `${SERVER}.concurrency: expected a whole number from 1 to 100, was 0`,
    ],
    [
      { method: 'PUT' },
      `${SERVER}.method: expected "GET" or "POST", was "PUT"`,
    ],
    [
      { timeout: { seconds: 0 } },
      `${SERVER}.timeout: expected a duration above zero`,
    ],
    [
      { auth: {} },
      `${SERVER}.auth: expected a token, or a username with a password`,
    ],
    [
      { auth: { token: 'x', username: 'y' } },
      `${SERVER}.auth: expected a token, or`,
    ],
    [
      { headers: { 'X-Scope-OrgID': 'a\nb: c' } },
      `${SERVER}.headers.X-Scope-OrgID: expected the name`,
    ],
  ])('say which field is wrong: %j', (server, message) => {
    expect(() => read(server)).toThrow(message);
  });

  it('do not repeat a password that stands in an address', () => {
    expect(() => read({ url: 'http://portal:s3cret@prometheus' })).toThrow(
      expect.objectContaining({
        message: `${SERVER}.url: expected an address without user name and password; see \`auth\``,
      }),
    );
  });

  it('have names of their own', () => {
    const server = { name: 'main', url: 'http://alertmanager:9093' };
    expect(() =>
      readAlertmanagerServers(
        rootConfig({ alertmanager: { servers: [server, server] } }),
      ),
    ).toThrow(
      'mlMonitoring.alertmanager.servers[1].name: expected a name that no other server has, was "main"',
    );
  });
});

describe('presets of app-config', () => {
  const read = (presets: JsonObject) =>
    readPresets(rootConfig({ prometheus: { presets } }));

  const REQUESTS =
    'sum by ({{by}}) (increase(scored_total{ {{selector}} }[{{window}}]))';

  it('stand beside those that are built in, or in place of them', () => {
    expect([...read({}).keys()]).toEqual([
      'kserve',
      'knative',
      'knative-1.18',
      'seldon',
      'seldon-v2',
      'triton',
      'vllm',
      'mlserver',
      'bentoml',
      'torchserve',
      'tensorflow-serving',
      'istio',
      'http',
    ]);
    const presets = read({
      scoring: { requests: REQUESTS },
      kserve: { title: 'Ours', requests: REQUESTS },
    });
    expect(presets.get('scoring')).toMatchObject({ title: 'scoring' });
    expect(presets.get('kserve')).toMatchObject({ title: 'Ours', notices: [] });
  });

  it.each<[JsonObject, RegExp]>([
    [{ Scoring: {} }, /presets\.Scoring: .*/],
    [
      { scoring: { request: 'x' } },
      /presets\.scoring: Unrecognized key: "request"/,
    ],
    [
      { scoring: { requests: 'sum(x[{{window}}])' } },
      /presets\.scoring\.requests: expected {{selector}} in the query/,
    ],
    [
      { scoring: { requests: 'x{ {{selector}} }' } },
      /presets\.scoring\.requests: expected {{window}} in the query/,
    ],
    [
      { scoring: { latency: REQUESTS } },
      /presets\.scoring\.latency: expected {{quantile}} in the query/,
    ],
    [
      { scoring: { requests: 'x{model="{{selector}}"}[{{window}}]' } },
      /presets\.scoring\.requests: expected no {{selector}} within quotes/,
    ],
    [
      { scoring: { variantLabel: 'a-b' } },
      /presets\.scoring\.variantLabel: expected a Prometheus label name/,
    ],
    [
      { scoring: { discovery: { metrics: ['x"} or y{z="'], names: {} } } },
      /presets\.scoring\.discovery\.metrics\.0: expected the name of a metric/,
    ],
    [
      {
        scoring: {
          data: {
            featureLabel: 'feature',
            rows: 'x{ {{selector}} }',
            drift: { query: 'x{ {{selector}} }', test: 'psi' },
          },
        },
      },
      /presets\.scoring\.data\.drift: expected a warning or a critical limit/,
    ],
  ])('say which field is wrong: %j', (presets, message) => {
    expect(() => read(presets)).toThrow(message);
  });
});
