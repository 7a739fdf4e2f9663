import { promises as fs } from 'node:fs';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import type { ServiceHealth } from '@airworthy/plugin-ml-monitoring-common';
import {
  createHarness,
  deploymentWith,
  running,
  type Harness,
} from '../../__testUtils__/harness';
import { chooseBuckets } from './chooseStep';

type Log = MlMonitoringSpec['inferenceLog'];

const DAY = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-02T00:00:00.000Z',
};

/** A request a minute and variant for a day; every tenth of the canary fails; none from 06:00 to 07:00. */
const REQUESTS = `
  SELECT TIMESTAMP '2026-03-01' + INTERVAL (m) MINUTE AS timestamp,
    'p-' || m AS prediction_id, v AS variant,
    CASE v WHEN 'stable' THEN '1' ELSE '2' END AS model_version,
    CASE WHEN v = 'canary' AND m % 10 = 0 THEN 503 WHEN m % 7 = 0 THEN 404 ELSE 200 END AS status_code,
    10::DOUBLE + (m * 37 % 101) * CASE v WHEN 'stable' THEN 1 ELSE 2 END AS latency_ms,
    m % 3 = 0 AS prediction, m / 1440.0 AS score
  FROM range(1440) t(m), (VALUES ('stable'), ('canary')) u(v)
  WHERE m < 360 OR m >= 420`;

describe('service health', () => {
  let harness: Harness;
  const ask = (
    log: Log,
    question: {
      variant?: string;
      maxPoints?: number;
      window?: typeof DAY;
    } = {},
    variants?: [],
  ): Promise<ServiceHealth> =>
    harness.source.serviceHealth(
      deploymentWith(log, variants ? { variants } : {}),
      { window: DAY, maxPoints: 24, signal: running(), ...question },
    );
  const series = (health: ServiceHealth, metric: string, variant: string) =>
    health.series.find(s => s.metric === metric && s.variant === variant)!;

  beforeAll(async () => {
    harness = await createHarness();
    await harness.write('day.parquet', REQUESTS);
  });
  afterAll(() => harness.close());

  it('tells requests, errors and latency of each variant as independent SQL does', async () => {
    const health = await ask({ path: 'day.parquet' });
    const expected = await harness.rows<{
      variant: string;
      n: bigint;
      failed: bigint;
      p50: number;
      p95: number;
      p99: number;
    }>(
      `SELECT variant, count(*) AS n, sum((status_code >= 500)::INT)::BIGINT AS failed,
         quantile_cont(latency_ms, 0.5) AS p50, quantile_cont(latency_ms, 0.95) AS p95, quantile_cont(latency_ms, 0.99) AS p99
       FROM (${REQUESTS}) GROUP BY variant ORDER BY variant`,
    );
    expect(health.variants).toEqual(
      expected.map(row => ({
        variant: row.variant,
        modelVersion: row.variant === 'stable' ? '1' : '2',
        requests: Number(row.n),
        rate: 1380 / 86_400,
        errors: Number(row.failed),
        errorRatio: Number(row.failed) / 1380,
        latency: { p50: row.p50, p95: row.p95, p99: row.p99 },
      })),
    );
    // Worked out by hand: a tenth of 1380 minutes; a 404 is the caller's fault.
    expect(health.variants[0].errors).toBe(138);
    expect(health.variants[1].errors).toBe(0);
    expect(health).toMatchObject({
      source: { type: 'duckdb', name: 'day.parquet' },
      rowsRead: 2760,
      freshAt: '2026-03-01T23:59:00.000Z',
      notices: [],
    });
  });

  it('has a point an hour; one without requests has the rate zero and no latency', async () => {
    const health = await ask({ path: 'day.parquet' });
    const rate = series(health, 'rate', 'stable');
    expect(rate.points).toHaveLength(24);
    expect(rate.points[0]).toEqual({
      at: '2026-03-01T00:00:00.000Z',
      value: 60 / 3600,
      rows: 60,
    });
    const at6 = (metric: string) => series(health, metric, 'stable').points[6];
    expect(at6('rate')).toMatchObject({ value: 0, rows: 0 });
    expect(at6('latency_p95').value).toBeNull();
    expect(at6('error_ratio').value).toBeNull();
    const canary = series(health, 'error_ratio', 'canary').points;
    expect(canary.filter((_, hour) => hour !== 6)).toEqual(
      Array.from({ length: 23 }, () =>
        expect.objectContaining({ value: 0.1, rows: 60 }),
      ),
    );
  });

  it('counts only what lies in the window, with parts of steps at its ends', async () => {
    const window = {
      from: '2026-03-01T00:30:00.000Z',
      to: '2026-03-01T02:15:00.000Z',
    };
    const health = await ask({ path: 'day.parquet' }, { window, maxPoints: 3 });
    expect(health.variants[1].requests).toBe(105);
    expect(series(health, 'rate', 'stable').points).toEqual([
      { at: '2026-03-01T00:00:00.000Z', value: 30 / 1800, rows: 30 },
      { at: '2026-03-01T01:00:00.000Z', value: 60 / 3600, rows: 60 },
      { at: '2026-03-01T02:00:00.000Z', value: 15 / 900, rows: 15 },
    ]);
  });

  it('tells of one variant, and of one without requests', async () => {
    const health = await ask({ path: 'day.parquet' }, { variant: 'canary' });
    expect(health.variants.map(v => v.variant)).toEqual(['canary']);
    await harness.write(
      'stable.parquet',
      `SELECT * FROM (${REQUESTS}) WHERE variant = 'stable'`,
    );
    const silent = await ask({ path: 'stable.parquet' });
    expect(silent.variants[0]).toEqual({
      variant: 'canary',
      modelVersion: '2',
      requests: 0,
      rate: 0,
      errors: 0,
      errorRatio: null,
      latency: { p50: null, p95: null, p99: null },
    });
  });

  it('keeps quantiles of many requests within the error that it tells', async () => {
    const many = `SELECT TIMESTAMP '2026-03-01' + INTERVAL (i * 86400 // 300000) SECOND AS timestamp,
        'stable' AS variant, '1' AS model_version,
        CASE WHEN i % 50 = 0 THEN 0.0 WHEN i % 1001 = 0 THEN NULL WHEN i IN (1, 2, 3) THEN ['nan', 'inf', '-7'][i]::DOUBLE ELSE exp(hash(i) % 100000 / 10000.0) END AS latency_ms
      FROM range(300000) t(i)`;
    await harness.write('many.parquet', many);
    const health = await ask({ path: 'many.parquet' });
    const [exact] = await harness.rows<Record<'p50' | 'p95' | 'p99', number>>(
      `SELECT quantile_cont(latency_ms, 0.5) AS p50, quantile_cont(latency_ms, 0.95) AS p95,
         quantile_cont(latency_ms, 0.99) AS p99 FROM (${many}) WHERE isfinite(latency_ms) AND latency_ms >= 0`,
    );
    const { latency, requests } = health.variants.find(
      v => v.variant === 'stable',
    )!;
    expect(requests).toBe(300_000);
    for (const p of ['p50', 'p95', 'p99'] as const) {
      expect(Math.abs(latency[p]! / exact[p] - 1)).toBeLessThan(0.00501);
    }
    expect(health.notices).toEqual([
      'Latency quantiles are within 0.5 % of the true ones, since the window has many requests.',
      'The log does not tell whether requests failed.',
      'Requests with a latency that is negative or not finite: 3; the quantiles leave them out.',
    ]);
  });

  it('takes a version that was replaced for gone, not for silent', async () => {
    await harness.write(
      'replaced.parquet',
      `SELECT * REPLACE (CASE WHEN timestamp < TIMESTAMP '2026-03-01 12:00:00' THEN '1' ELSE '3' END AS model_version)
       FROM (${REQUESTS}) WHERE variant = 'stable'`,
    );
    const health = await ask({ path: 'replaced.parquet' });
    const rateOf = (version: string) =>
      health.series
        .find(s => s.metric === 'rate' && s.modelVersion === version)!
        .points.map(point => point.value);
    expect(rateOf('1').slice(5, 8)).toEqual([60 / 3600, 0, 60 / 3600]);
    expect(rateOf('1').slice(12)).toEqual(Array(12).fill(null));
    expect(rateOf('3').slice(0, 12)).toEqual(Array(12).fill(null));
    await expect(
      harness.source.changes(deploymentWith({ path: 'replaced.parquet' }), {
        window: DAY,
        maxPoints: 24,
        signal: running(),
      }),
    ).resolves.toEqual([
      {
        at: '2026-03-01T12:00:00.000Z',
        kind: 'version',
        title: 'stable: version 3',
        variant: 'stable',
        modelVersion: '3',
      },
    ]);
  });

  it('says what the log does not tell, and what is wrong with its rows', async () => {
    await harness.write(
      'odd.parquet',
      `SELECT * FROM (VALUES
        (TIMESTAMP '2026-03-01 01:00:00', 'a', -5::DOUBLE, 200), (TIMESTAMP '2026-03-01 01:00:00', 'a', 'inf'::DOUBLE, NULL),
        (TIMESTAMP '2026-03-01 01:00:00', NULL, 7, 500), (TIMESTAMP '2030-01-01', 'z', 1, 200))
        t(timestamp, prediction_id, latency_ms, status_code)`,
    );
    const health = await ask({ path: 'odd.parquet' }, {}, []);
    expect(health.variants).toMatchObject([
      { requests: 3, errors: 1, errorRatio: 0.5, latency: { p50: 7, p99: 7 } },
    ]);
    expect(health.notices).toEqual([
      'Requests with a latency that is negative or not finite: 2; the quantiles leave them out.',
      'Requests without a status: 1; the error ratio leaves them out.',
      'Rows that repeat the prediction id of another row of their variant: 1; each is counted.',
      'Rows without a prediction id: 1.',
      'Rows of the future: 1; they are left out.',
    ]);
    await harness.write(
      'bare.parquet',
      `SELECT TIMESTAMP '2026-02-01' AS timestamp`,
    );
    const bare = await ask({ path: 'bare.parquet' }, {}, []);
    expect(bare).toMatchObject({ rowsRead: 0, variants: [], series: [] });
    expect(bare.notices).toEqual([
      'The log has no latency.',
      'The log does not tell whether requests failed.',
      'No request in this window; the newest of the log is of 2026-02-01T00:00:00.000Z.',
    ]);
  });

  it('answers 20 callers with one scan, and a changed log anew', async () => {
    const path = await harness.write('live.parquet', REQUESTS);
    const query = jest.spyOn(harness.tools.engine, 'query');
    await ask({ path: 'live.parquet' });
    const once = query.mock.calls.length;
    query.mockClear();
    await harness.write('live.parquet', `${REQUESTS} LIMIT 100`);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask({ path: 'live.parquet' })),
    );
    expect(query.mock.calls.length).toBe(once);
    expect(new Set(answers.map(a => a.rowsRead))).toEqual(new Set([100]));
    query.mockClear();
    await ask({ path: 'live.parquet' });
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
    await fs.rm(path);
    await expect(ask({ path: 'live.parquet' })).rejects.toMatchObject({
      kind: 'invalid-data',
    });
  });

  it('reads a file that was replaced while it was read once more', async () => {
    await harness.write('swap.parquet', REQUESTS);
    const { engine } = harness.tools;
    const original = engine.query.bind(engine);
    let broken = false;
    const query = jest
      .spyOn(engine, 'query')
      .mockImplementation(async (sql, params, options) => {
        if (broken || !sql.includes('GROUPING SETS')) {
          return original(sql, params, options) as never;
        }
        broken = true;
        await harness.write('swap.parquet', `${REQUESTS} LIMIT 7`);
        throw new MonitoringSourceError('invalid-data', 'bytes of two files');
      });
    await expect(ask({ path: 'swap.parquet' })).resolves.toMatchObject({
      rowsRead: 7,
    });
    expect(broken).toBe(true);
    query.mockRestore();
  });

  it.each([
    ['PT1H', 200, 60_000],
    ['PT24H', 200, 900_000],
    ['PT24H', 24, 3_600_000],
    ['P7D', 200, 3_600_000],
    ['P30D', 200, 21_600_000],
    ['P90D', 200, 86_400_000],
    ['P90D', 20, 604_800_000],
  ])('divides %s into at most %s steps of %s ms', (window, maxPoints, step) => {
    const hours = window.startsWith('PT')
      ? parseInt(window.slice(2), 10)
      : parseInt(window.slice(1), 10) * 24;
    const to = Date.parse(DAY.to);
    const buckets = chooseBuckets(
      { from: new Date(to - hours * 3_600_000).toISOString(), to: DAY.to },
      maxPoints,
    );
    expect(buckets.step).toBe(step);
    expect(buckets.starts.length).toBeLessThanOrEqual(maxPoints);
  });
});
