import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { requestFor } from '../__testUtils__/requests';
import { RenderRule } from '../request/metricsSchema';
import { queryOf } from './queries';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const describeWithPromtool = hasPromtool ? describe : describe.skip;

const query = (rule: RenderRule) =>
  queryOf(
    requestFor('canary', 'argo-rollouts-istio', {
      metrics: { address: 'http://prometheus:9090', leastRequests: 20 },
    }),
    rule,
  )!
    .replaceAll('{{args.candidate-version}}', '2.0.0')
    .replaceAll('{{args.stable-version}}', '1.4.0');

const labels = (version: string, more: string) =>
  `{reporter="destination",destination_workload_namespace="flights",destination_canonical_service="delay",destination_version="${version}",${more}}`;

const requests = (version: string, code: string, values: string) => ({
  series: `istio_requests_total${labels(version, `response_code="${code}"`)}`,
  values,
});

/* All of a version's requests fall into the bucket below this. */
const latencies = (version: string, below: number, values: string) =>
  [below / 2, below, '+Inf'].map((le, i) => ({
    series: `istio_request_duration_milliseconds_bucket${labels(
      version,
      `le="${le}"`,
    )}`,
    values: i ? values : '0x20',
  }));

const difference: RenderRule = {
  metric: 'error_ratio',
  measure: 'difference',
  limit: 0.01,
};

const CASES = [
  {
    what: 'the stable version never failed: the share of the candidate',
    rule: difference,
    input: [
      // 60 a minute, of which 6 fail.
      requests('2.0.0', '200', '0+54x20'),
      requests('2.0.0', '500', '0+6x20'),
      requests('1.4.0', '200', '0+600x20'),
    ],
    expected: [0.1],
  },
  {
    what: 'both fail: how much more the candidate does',
    rule: difference,
    input: [
      requests('2.0.0', '200', '0+54x20'),
      requests('2.0.0', '503', '0+6x20'),
      requests('1.4.0', '200', '0+570x20'),
      requests('1.4.0', '500', '0+30x20'),
    ],
    expected: [0.05],
  },
  {
    what: 'neither failed: no difference, and not nothing',
    rule: difference,
    input: [
      requests('2.0.0', '200', '0+60x20'),
      requests('1.4.0', '200', '0+600x20'),
    ],
    expected: [0],
  },
  {
    what: 'the candidate had 15 requests of 20: nothing',
    rule: difference,
    input: [
      requests('2.0.0', '200', '0+3x20'),
      requests('1.4.0', '200', '0+600x20'),
    ],
    expected: [],
  },
  {
    what: 'the candidate had none: nothing',
    rule: difference,
    input: [requests('1.4.0', '200', '0+600x20')],
    expected: [],
  },
  {
    what: 'the stable version had none: nothing to compare with',
    rule: difference,
    input: [
      requests('2.0.0', '200', '0+60x20'),
      requests('1.4.0', '200', '500x20'),
    ],
    expected: [],
  },
  {
    what: 'twice as slow',
    rule: { metric: 'latency_p95', measure: 'ratio' as const, limit: 1.1 },
    input: [
      requests('2.0.0', '200', '0+60x20'),
      ...latencies('2.0.0', 200, '0+60x20'),
      ...latencies('1.4.0', 100, '0+600x20'),
    ],
    // 0.95 of the way through each bucket: 195 ms over 97.5 ms.
    expected: [2],
  },
];

describeWithPromtool('queries, as Prometheus answers them', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'queries-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(CASES)('$what', ({ rule, input, expected }) => {
    const file = join(folder, 'test.yaml');
    writeFileSync(
      file,
      stringify({
        evaluation_interval: '1m',
        tests: [
          {
            interval: '1m',
            input_series: input,
            promql_expr_test: [
              {
                expr: query(rule),
                eval_time: '15m',
                exp_samples: expected.map(value => ({ labels: '{}', value })),
              },
            ],
          },
        ],
      }),
    );
    const { status, stdout, stderr } = spawnSync(
      'promtool',
      ['test', 'rules', file],
      { encoding: 'utf8' },
    );
    expect(`${stdout}${stderr}`).toContain('SUCCESS');
    expect(status).toBe(0);
  });
});
