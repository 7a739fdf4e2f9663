import { MonitoredDeployment } from '@airworthy/plugin-ml-monitoring-node';
import { deployment, singleDeployment } from '../__testUtils__/deployments';
import {
  Received,
  mockUpstreams,
  matrix,
  nothing,
  question,
  sourcesWith,
  vector,
} from '../__testUtils__/upstream';

const BASE = 'http://prometheus.example.com';

describe('variants of a deployment', () => {
  const upstreams = mockUpstreams();
  const { prometheus } = sourcesWith({
    prometheus: { servers: [{ name: 'main', url: BASE }] },
  });

  /** Answers the number of requests with these series, and nothing else. */
  const requestsAre = (
    ...series: [labels: Record<string, string>, value: string][]
  ): Received[] =>
    upstreams.answer(BASE, request => {
      const query = request.params.get('query')!;
      const isCount =
        /^sum by \([^)]*\) \(increase\((nv_inference_request_success|http_requests_total)|^\(sum/.test(
          query,
        ) && request.path.endsWith('/query');
      return isCount && !query.includes('5..')
        ? vector(...series)
        : nothing(request);
    });

  const rows = async (target: MonitoredDeployment, variant?: string) => {
    const { variants, notices } = await prometheus.serviceHealth!(target, {
      ...question(),
      variant,
    });
    return {
      rows: variants.map(row => [row.variant, row.modelVersion, row.requests]),
      notices: notices.join('\n'),
    };
  };

  const triton = { preset: 'triton', labels: { model: 'churn' } };

  it('are told by the versions that they serve', async () => {
    requestsAre([{ version: '1' }, '80'], [{ version: '2' }, '20.4']);
    expect(await rows(deployment({ prometheus: triton }))).toMatchObject({
      rows: [
        ['stable', '1', 80],
        ['canary', '2', 20],
      ],
    });
  });

  it('are told by their names, and others are shown as they are', async () => {
    requestsAre([{ track: 'stable' }, '80'], [{ track: 'old' }, '3']);
    const target = deployment({
      prometheus: {
        preset: 'http',
        labels: { app: 'churn' },
        variantLabel: 'track',
      },
    });
    expect((await rows(target)).rows).toEqual([
      ['stable', undefined, 80],
      ['old', undefined, 3],
    ]);
  });

  it('are not told by a version that is of none of them', async () => {
    requestsAre([{ version: '9' }, '80']);
    const { rows: found, notices } = await rows(
      deployment({ prometheus: triton }),
    );
    expect(found).toEqual([[undefined, '9', 80]]);
    expect(notices).toMatch(/The label version has no value that is the name/);
  });

  it('are told by the labels that the entity names for each', async () => {
    const received = requestsAre([{}, '7']);
    const target = deployment({
      prometheus: {
        preset: 'http',
        labels: { app: 'churn' },
        variants: { stable: { pod: 'a"b' }, canary: { pod: 'c' } },
      },
    });
    expect((await rows(target)).rows).toEqual([
      ['stable', undefined, 7],
      ['canary', undefined, 7],
    ]);
    const queries = received.map(({ params }) => params.get('query')!);
    expect(queries.join()).toContain('{app="churn",pod="a\\"b"}');

    received.length = 0;
    expect((await rows(target, 'canary')).rows).toEqual([
      ['canary', undefined, 7],
    ]);
    expect(
      received.map(({ params }) => params.get('query')).join(),
    ).not.toContain('pod="a');
  });

  it('narrow the series when one of them is asked for', async () => {
    const received = requestsAre();
    await rows(deployment({ prometheus: triton }), 'canary');
    for (const { params } of received) {
      expect(params.get('query')).toContain(
        'model="churn",version=~"canary|2"',
      );
    }
  });

  it('that cannot be told apart are not mixed up', async () => {
    const target = deployment({
      prometheus: { preset: 'vllm', labels: { model_name: 'churn' } },
    });
    expect(prometheus.capabilities(target)).toEqual([
      'service',
      'model',
      'changes',
    ]);
    const asked = rows(target, 'canary');
    await expect(asked).rejects.toThrow(
      /^The metrics do not tell the variants apart: /,
    );
  });

  it('of which there is one are that one, whatever the labels say', async () => {
    const received = requestsAre([{}, '5']);
    const target = singleDeployment({
      prometheus: { preset: 'http', labels: { app: 'churn' } },
    });
    expect((await rows(target)).rows).toEqual([['stable', undefined, 5]]);
    expect(received[0].params.get('query')).toContain('sum by ()');
  });

  it('need at least one label, else all deployments would be shown', async () => {
    const target = deployment({ prometheus: { preset: 'http' } });
    const asked = rows(target);
    await expect(asked).rejects.toThrow(
      "spec.monitoring.prometheus.labels: expected at least one label that selects the deployment's series",
    );
    await expect(asked).rejects.toMatchObject({ kind: 'invalid-data' });
  });

  it('have labels with the names of labels', async () => {
    await expect(
      rows(
        deployment({
          prometheus: {
            preset: 'http',
            labels: { 'app"} or x{y': 'churn' },
          },
        }),
      ),
    ).rejects.toThrow(
      /^spec\.monitoring\.prometheus: expected a Prometheus label name/,
    );
  });

  it('of a preset that nobody knows are told so', async () => {
    const asked = rows(
      deployment({ prometheus: { preset: 'oracle', labels: { a: 'b' } } }),
    );
    await expect(asked).rejects.toThrow(
      /^There is no preset "oracle"; there are "kserve", /,
    );
    await expect(asked).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('show what is not a number as unknown, and a part that fails as missing', async () => {
    upstreams.answer(BASE, ({ path, params }) => {
      const query = params.get('query')!;
      if (query.includes('0.99')) return Response.json({}, { status: 500 });
      if (query.includes('0.95')) return vector([{}, '+Inf']);
      if (query.includes('histogram_quantile')) {
        return path.endsWith('/query') ? vector([{}, 'NaN']) : matrix();
      }
      if (path.endsWith('/query')) {
        return vector([{}, query.includes('timestamp') ? '1772366395' : '360']);
      }
      // 2026-03-01T11:58:00Z and a minute later, of two minutes each.
      return matrix([
        {},
        [
          [1772366280, '12'],
          [1772366340, 'NaN'],
        ],
      ]);
    });
    const health = await prometheus.serviceHealth!(
      singleDeployment({
        prometheus: { preset: 'http', labels: { app: 'churn' } },
      }),
      question(),
    );
    expect(health.variants).toEqual([
      {
        variant: 'stable',
        requests: 360,
        rate: 0.1,
        errors: 360,
        errorRatio: 1,
        latency: { p50: null, p95: null, p99: null },
      },
    ]);
    expect(health.freshAt).toBe('2026-03-01T11:59:55.000Z');
    const rate = health.series.find(({ metric }) => metric === 'rate')!;
    // An hour in minutes; each point stands where its minute begins.
    expect(rate.points).toHaveLength(60);
    expect(rate.points.filter(({ value }) => value !== null)).toEqual([
      { at: '2026-03-01T11:57:00.000Z', value: 0.1 },
    ]);
    expect(health.notices).toContain(
      'The latency (p99) cannot be told. Prometheus "main" is failing (HTTP 500)',
    );
  });
});
