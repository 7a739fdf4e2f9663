import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { MonitoringSource } from '@airworthy/plugin-ml-monitoring-node';
import fc from 'fast-check';
import { deployment } from './__testUtils__/deployments';
import { histogram, line } from './__testUtils__/exposition';
import {
  PROMETHEUS,
  describeWith,
  startExporter,
  startPrometheus,
  temporaryFolder,
} from './__testUtils__/programs';
import { createSources } from './createSources';
import { selectorOf } from './promql/escape';

jest.setTimeout(90_000);

const INJECTION = '"} or some_metric{zzz="';
const NASTY = [
  INJECTION,
  '\\',
  '"',
  'two\nlines',
  '\\"',
  "'`",
  '{{selector}}',
  '${HOME}',
  '日本語 🛩',
  'a,b="c"',
  ...fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), {
    numRuns: 60,
    seed: 20,
  }),
];

// Requests of a second, and how they go.
const STABLE = { rate: 20, errors: 0.05 };
const CANARY = { rate: 10, errors: 0.2 };

describeWith({ Prometheus: PROMETHEUS }, 'a real Prometheus', () => {
  const { folder, remove } = temporaryFolder();
  const began = Date.now();
  let exporter: Awaited<ReturnType<typeof startExporter>>;
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  let source: MonitoringSource;

  const requests = (
    version: string,
    { rate, errors }: typeof STABLE,
    shares: [string, number][],
  ) => {
    const count = 1000 + (rate * (Date.now() - began)) / 1000;
    const labels = { model: 'churn', version };
    return [
      line(
        'http_requests_total',
        { ...labels, code: '200' },
        count * (1 - errors),
      ),
      line('http_requests_total', { ...labels, code: '503' }, count * errors),
      histogram('http_request_duration_seconds', labels, count, shares),
    ].join('');
  };

  const metrics = () =>
    [
      requests('1', STABLE, [
        ['0.1', 0.5],
        ['0.2', 0.4],
        ['0.4', 0.1],
        ['+Inf', 0],
      ]),
      requests('2', CANARY, [
        ['0.1', 0.25],
        ['0.2', 0.25],
        ['0.4', 0.5],
        ['+Inf', 0],
      ]),
      // Counts nothing: its ratio is 0 / 0.
      line('http_requests_total', { model: 'idle', code: '200' }, 5),
      line('some_metric', { zzz: '' }, 1),
      ...NASTY.map((name, i) => line('nasty', { name, index: `${i}` }, 1)),
    ].join('');

  const sourceWith = (prometheusConfig: JsonObject) =>
    createSources(
      mockServices.rootConfig({
        data: { mlMonitoring: { prometheus: prometheusConfig } },
      }),
    )[0];

  beforeAll(async () => {
    exporter = await startExporter(metrics);
    prometheus = await startPrometheus(folder, { target: exporter.target });
    source = sourceWith({
      servers: [
        {
          name: 'main',
          url: `${prometheus.url}/`,
          scrapeInterval: { milliseconds: 500 },
        },
      ],
    });
    await prometheus.scraped(18);
  });

  afterAll(async () => {
    await prometheus?.stop();
    await exporter?.stop();
    remove();
  });

  const monitored = (labels: Record<string, string>) =>
    deployment({
      prometheus: { preset: 'http', labels, variantLabel: 'version' },
    });

  const question = (seconds = 6) => ({
    window: {
      from: new Date(Date.now() - (seconds + 1) * 1000).toISOString(),
      to: new Date(Date.now() - 1000).toISOString(),
    },
    maxPoints: 100,
    signal: AbortSignal.timeout(20_000),
  });

  it('tells the true rate, error ratio and latency of each variant', async () => {
    const health = await source.serviceHealth!(
      monitored({ model: 'churn' }),
      question(),
    );
    expect(health.source).toEqual({ type: 'prometheus', name: 'main' });
    const [stable, canary] = ['stable', 'canary'].map(
      name => health.variants.find(({ variant }) => variant === name)!,
    );
    expect(health.variants).toHaveLength(2);
    // Scrapes come early or late, later on a busy machine.
    expect(Math.abs(stable.rate! / STABLE.rate - 1)).toBeLessThan(0.15);
    expect(Math.abs(canary.rate! / CANARY.rate - 1)).toBeLessThan(0.15);
    expect(stable.errorRatio).toBeCloseTo(STABLE.errors, 5);
    expect(canary.errorRatio).toBeCloseTo(CANARY.errors, 5);
    // Half of the requests are at most 100 ms; of the 40 % up to 200 ms none is
    // left at 90 %; 95 % is half way from 200 to 400 ms, 99 % nine tenths of it.
    expect(stable.latency.p50).toBeCloseTo(100, 5);
    expect(stable.latency.p95).toBeCloseTo(300, 5);
    expect(stable.latency.p99).toBeCloseTo(380, 5);
    expect(canary.latency.p50).toBeCloseTo(200, 5);
    expect(canary.latency.p95).toBeCloseTo(380, 5);
    expect(Date.now() - Date.parse(health.freshAt!)).toBeLessThan(5_000);
    expect(health.rowsRead).toBeGreaterThan(100);
  });

  it('tells them over time too', async () => {
    const { series } = await source.serviceHealth!(
      monitored({ model: 'churn' }),
      question(),
    );
    const of = (metric: string) =>
      series
        .find(one => one.metric === metric && one.variant === 'canary')!
        .points.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(of('rate').length).toBeGreaterThanOrEqual(3);
    for (const rate of of('rate')) {
      expect(Math.abs(rate / CANARY.rate - 1)).toBeLessThan(0.4);
    }
    for (const ratio of of('error_ratio')) {
      expect(ratio).toBeCloseTo(CANARY.errors, 5);
    }
    for (const p95 of of('latency_p95')) expect(p95).toBeCloseTo(380, 5);
  });

  it('shows that a ratio of nothing is unknown, and no errors are none', async () => {
    const { variants } = await source.serviceHealth!(
      monitored({ model: 'idle' }),
      question(),
    );
    expect(variants).toMatchObject([
      { requests: 0, rate: 0, errors: 0, errorRatio: null },
    ]);
  });

  it('compares the variants by what they counted', async () => {
    const target = monitored({ model: 'churn' });
    const { metrics: compared } = await source.comparison!(target, {
      ...question(),
      stable: target.variants[0],
      candidate: target.variants[1],
    });
    const difference = (metric: string) =>
      compared.find(one => one.metric === metric)!.difference;
    expect(Math.abs(difference('rate').difference + 10)).toBeLessThan(2);
    // Counts are whole requests, so the shares are near the true ones only.
    expect(Math.abs(difference('error_ratio').difference - 0.15)).toBeLessThan(
      0.02,
    );
    expect(difference('error_ratio').pValue).toBeLessThan(0.05);
    expect(difference('latency_p50').difference).toBeCloseTo(100, 5);
    expect(difference('latency_p50').interval.lower).toBeLessThan(100);
    expect(difference('latency_p50').pValue).toBeLessThan(0.01);
    expect(difference('latency_p99').enough.enough).toBe(false);
  });

  it('answers its own error text to a query that it refuses', async () => {
    const broken = sourceWith({
      servers: [{ name: 'main', url: prometheus.url }],
      presets: {
        broken: { requests: 'sum by ({{by}}) (x{ {{selector}} }[{{window}}])' },
      },
    });
    const asked = broken.serviceHealth!(
      deployment({ prometheus: { preset: 'broken', labels: { model: 'x' } } }),
      question(),
    );
    await expect(asked).rejects.toThrow(
      /^Prometheus "main" answered: bad_data: .*parse error: expected type instant vector/,
    );
    await expect(asked).rejects.toHaveProperty('kind', 'refused');
  });

  it('finds the deployment by the names of its metrics', async () => {
    const found = await source.discover!(deployment({}), {
      signal: AbortSignal.timeout(10_000),
      withExamples: false,
    });
    expect(found).toMatchObject([
      {
        proposal: {
          prometheus: {
            server: 'main',
            preset: 'http',
            labels: { model: 'churn' },
            variantLabel: 'version',
          },
        },
      },
    ]);
  });

  it('reads every label value as that value and nothing else', async () => {
    for (const [i, name] of NASTY.entries()) {
      const { status, data } = await prometheus.query(
        `nasty{${selectorOf({ name })}}`,
      );
      expect(status).toBe('success');
      expect(data.result.map(({ metric }) => metric.name)).toContain(name);
      expect(data.result.map(({ metric }) => metric.index)).toContain(`${i}`);
    }
  });

  it('gives an injected selector nothing, where plain text would have given it other series', async () => {
    const plain = await prometheus.query(
      `http_requests_total{model="${INJECTION}"}`,
    );
    expect(plain.data.result.map(({ metric }) => metric.__name__)).toEqual([
      'some_metric',
    ]);
    const health = await source.serviceHealth!(
      monitored({ model: INJECTION }),
      question(),
    );
    expect(health.variants).toEqual([]);
    expect(health.notices.join()).toMatch(/No series of Plain HTTP fits/);
  });
});
