import { deployment } from '../__testUtils__/deployments';
import {
  Received,
  matrix,
  mockUpstreams,
  nothing,
  question,
  sourcesWith,
  vector,
} from '../__testUtils__/upstream';

const BASE = 'http://prometheus.example.com';

const PRESET = {
  title: 'Scoring service',
  variantLabel: 'release',
  notices: ['Counts are of the gateway.'],
  requests:
    'sum by ({{by}}) (increase(scored_total{ {{selector}} }[{{window}}]))',
  errors:
    'sum by ({{by}}) (increase(scored_total{ok="no", {{selector}}}[{{window}}]))',
  data: {
    featureLabel: 'feature',
    rows: 'sum by ({{by}}) (rows{ {{selector}} })',
    missingShare: 'max by ({{by}}) (missing{ {{selector}} })',
    drift: {
      query: 'max by ({{by}}) (psi{ {{selector}} })',
      test: 'psi',
      warning: 0.1,
      critical: 0.25,
    },
  },
  model: {
    accuracy: {
      query: 'max by ({{by}}) (accuracy{ {{selector}} })',
      unit: 'share',
    },
  },
};

describe('presets of app-config', () => {
  const upstreams = mockUpstreams();
  const { prometheus } = sourcesWith({
    prometheus: {
      servers: [{ name: 'main', url: BASE }],
      presets: { scoring: PRESET },
    },
  });
  const target = deployment({
    prometheus: { preset: 'scoring', labels: { app: 'churn' } },
  });

  const answerQueries = (
    answers: Record<string, (request: Received) => Response>,
  ) =>
    upstreams.answer(BASE, request => {
      const query = request.params.get('query') ?? '';
      const match = Object.keys(answers).find(text => query.includes(text));
      return match ? answers[match](request) : nothing(request);
    });

  it('are asked with their places filled in', async () => {
    const received = answerQueries({});
    const { notices } = await prometheus.serviceHealth!(target, question());
    const asked = (path: string) =>
      received
        .filter(request => request.path.endsWith(path))
        .map(({ params }) => params.get('query'));
    expect(asked('/query')).toEqual([
      'sum by (release) (increase(scored_total{ app="churn" }[3600s]))',
      'sum by (release) (increase(scored_total{ok="no", app="churn"}[3600s]))',
    ]);
    // A rate over time is told over four scrapes of thirty seconds.
    expect(asked('/query_range')).toEqual([
      'sum by (release) (increase(scored_total{ app="churn" }[120s]))',
      'sum by (release) (increase(scored_total{ok="no", app="churn"}[120s]))',
    ]);
    expect(notices).toContain('Counts are of the gateway.');
  });

  it('are asked for no chart where only the status is wanted', async () => {
    const received = answerQueries({
      scored_total: () => vector([{ release: 'stable' }, '7']),
    });
    const { variants, series } = await prometheus.serviceHealth!(target, {
      ...question(),
      maxPoints: 2,
    });
    expect(variants).toMatchObject([{ variant: 'stable', requests: 7 }]);
    expect(series).toEqual([]);
    expect(received.map(({ path }) => path)).toEqual([
      '/api/v1/query',
      '/api/v1/query',
    ]);
  });

  it('end now where the window ends in the future', async () => {
    const received = answerQueries({});
    const now = Date.now();
    await prometheus.serviceHealth!(target, {
      ...question(),
      window: {
        from: new Date(now - 1_800_000).toISOString(),
        to: new Date(now + 1_800_000).toISOString(),
      },
    });
    const [first] = received;
    expect(Number(first.params.get('time'))).toBeLessThanOrEqual(
      Date.now() / 1000,
    );
    expect(first.params.get('query')).toMatch(
      /\[(1799\d\d\d|18\d\d\d\d\d)ms\]|\[1800s\]/,
    );
  });

  it('tell of the inputs, worst first', async () => {
    answerQueries({
      rows: () =>
        vector(
          [{ feature: 'age' }, '1000'],
          [{ feature: 'city' }, '1000'],
          [{ feature: 'plan' }, '1000'],
        ),
      missing: () => vector([{ feature: 'age' }, '0.02']),
      psi: () =>
        vector(
          [{ feature: 'age' }, '0.04'],
          [{ feature: 'city' }, '0.3'],
          [{ feature: 'plan' }, 'NaN'],
        ),
    });
    expect(prometheus.capabilities(target)).toContain('data');
    const { features } = await prometheus.dataHealth!(target, question());
    expect(
      features.map(({ feature, missingShare, drift, status }) => [
        feature,
        missingShare,
        drift?.value,
        drift?.plan.title,
        status,
      ]),
    ).toEqual([
      ['city', null, 0.3, 'Population stability index', 'critical'],
      ['plan', null, NaN, 'Population stability index', 'unknown'],
      ['age', 0.02, 0.04, 'Population stability index', 'ok'],
    ]);
  });

  it('tell the quality of the model over time', async () => {
    answerQueries({
      accuracy: () => matrix([{ release: 'canary' }, [[1772366340, '0.91']]]),
    });
    const { series, generation } = await prometheus.modelHealth!(
      target,
      question(),
    );
    expect(generation).toBeUndefined();
    expect(series).toMatchObject([
      { metric: 'accuracy', unit: 'share', variant: 'canary' },
    ]);
    expect(series[0].points.find(({ value }) => value !== null)).toEqual({
      at: '2026-03-01T11:58:00.000Z',
      value: 0.91,
    });
  });

  it('compare variants by counts, where only these are known', async () => {
    answerQueries({
      'ok="no"': () => vector([{ release: 'canary' }, '30.2']),
      scored_total: () =>
        vector(
          [{ release: 'stable' }, '900'],
          [{ release: 'canary' }, '299.8'],
        ),
    });
    const { metrics, candidate } = await prometheus.comparison!(target, {
      ...question(),
      stable: target.variants[0],
      candidate: target.variants[1],
    });
    expect(candidate).toEqual({
      variant: 'canary',
      modelVersion: '2',
      role: 'candidate',
    });
    expect(metrics.map(({ metric }) => metric)).toEqual([
      'rate',
      'error_ratio',
    ]);
    const [rate, ratio] = metrics.map(({ difference }) => difference);
    expect(rate.rows).toEqual({ stable: 900, candidate: 300 });
    expect(rate.difference).toBeCloseTo(-600 / 3600, 10);
    // 1.96 standard deviations of the sum of both counts.
    expect(rate.interval.upper - rate.difference).toBeCloseTo(
      (1.96 * Math.sqrt(1200)) / 3600,
      4,
    );
    // The stable variant never failed, so its counter does not exist.
    expect([ratio.stable, ratio.candidate]).toEqual([0, 0.1]);
    expect(ratio.interval.lower).toBeGreaterThan(0.05);
    expect(ratio.pValue).toBeLessThan(1e-6);
  });

  it('tell when a variant began to answer, and nothing of the end of silence', async () => {
    const points = (from: number): [number, string][] =>
      Array.from({ length: 60 }, (_, i) => [
        1772362860 + i * 60,
        i < from ? '0' : '5',
      ]);
    answerQueries({
      scored_total: () =>
        matrix(
          [{ release: 'stable' }, points(10)],
          [{ release: 'canary' }, points(30)],
        ),
    });
    expect(await prometheus.changes!(target, question())).toEqual([
      {
        at: '2026-03-01T11:30:00.000Z',
        kind: 'rollout',
        title: 'canary began to answer',
        variant: 'canary',
      },
    ]);
  });

  it('that are built in tell which version came when', async () => {
    const series = (version: string, first: number, last: number) =>
      [
        { version },
        Array.from({ length: last - first + 1 }, (_, i): [number, string] => [
          1772362860 + (first + i) * 60,
          '5',
        ]),
      ] as [Record<string, string>, [number, string][]];
    upstreams.answer(BASE, () =>
      matrix(series('1', 0, 45), series('2', 40, 59)),
    );
    const changes = await prometheus.changes!(
      deployment(
        { prometheus: { preset: 'triton', labels: { model: 'churn' } } },
        {
          variants: [
            { name: 'only', role: 'stable', version: '2', traffic: 100 },
          ],
        },
      ),
      question(),
    );
    expect(changes).toEqual([
      {
        at: '2026-03-01T11:40:00.000Z',
        kind: 'version',
        title: 'only: version 2',
        variant: 'only',
        modelVersion: '2',
      },
    ]);
  });
});
