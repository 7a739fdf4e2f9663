import {
  assessSamples,
  type FeatureDetail,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  createHarness,
  deploymentWith,
  type Harness,
  running,
} from '../../__testUtils__/harness';

// The machine may be busy.
jest.setTimeout(60_000);

describe('one feature of an inference log', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
    await harness.write(
      'baseline.parquet',
      `SELECT i % 50 AS n, ['a', 'b'][1 + i % 2] AS c FROM range(2000) t(i)`,
    );
    // From 12 o'clock on a third is missing, and the rest is shifted.
    await harness.write(
      'log.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_minutes(i) AS timestamp,
        CASE WHEN i >= 720 AND i % 3 = 0 THEN NULL WHEN i >= 720 THEN 20 + i % 50 ELSE i % 50 END AS n,
        CASE WHEN i >= 720 AND i % 4 = 0 THEN 'new' ELSE ['a', 'b'][1 + i % 2] END AS c
      FROM range(1440) t(i)`,
    );
  });

  afterAll(() => harness.close());

  const ask = (feature: string): Promise<FeatureDetail> =>
    harness.source.featureHealth(
      deploymentWith(undefined, {
        monitoring: { inferenceLog: { path: 'log.parquet' } },
      }),
      {
        window: { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
        maxPoints: 25,
        signal: running(),
        baseline: { path: 'baseline.parquet' },
        feature,
      },
    );

  const at = (answer: FeatureDetail, metric: string, hour: number) =>
    answer.series.find(series => series.metric === metric)?.points[hour];

  it('is told by every test that fits, as its rows tell', async () => {
    const answer = await ask('n');
    const column = async (file: string) =>
      (
        await harness.rows<{ n: number | null }>(
          `SELECT n::INTEGER AS n FROM '${harness.root}/${file}.parquet'`,
        )
      ).map(({ n }) => n);
    const samples = {
      type: 'numeric' as const,
      integer: true,
      reference: await column('baseline'),
      current: await column('log'),
    };
    expect(answer.tests.map(({ plan }) => plan.test)).toEqual([
      'psi',
      'jensen-shannon',
      'kullback-leibler',
      'hellinger',
      'l-infinity',
      'kolmogorov-smirnov',
      'wasserstein',
      'chi-square',
    ]);
    for (const { plan, value, status } of answer.tests) {
      const exact = assessSamples(samples, { test: plan.test });
      expect(value).toBeCloseTo(exact.value, 9);
      expect(status).toBe(exact.status);
    }
    expect(answer.quantiles).toMatchObject({
      probabilities: expect.arrayContaining([0.5]),
      reference: expect.arrayContaining([0, 24.5, 49]),
      current: expect.arrayContaining([0, 69]),
    });
  });

  it('shows when it began', async () => {
    const numeric = await ask('n');
    expect(at(numeric, 'missing_share', 11)).toMatchObject({
      at: '2026-03-01T11:00:00.000Z',
      value: 0,
      rows: 60,
    });
    expect(at(numeric, 'missing_share', 12)?.value).toBeCloseTo(1 / 3, 12);
    expect(at(numeric, 'psi', 11)?.value).toBeLessThan(0.25);
    expect(at(numeric, 'psi', 12)?.value).toBeGreaterThan(1);
    expect(at(numeric, 'out_of_range_share', 5)?.value).toBe(0);
    const categorical = await ask('c');
    expect(categorical.feature.unseenCategories).toEqual(['new']);
    expect(at(categorical, 'unseen_category_share', 11)?.value).toBe(0);
    expect(at(categorical, 'unseen_category_share', 12)?.value).toBe(0.25);
  });

  it('refuses a feature that is not there', async () => {
    await expect(ask('n" FROM x --')).rejects.toThrow(
      'has no feature "n" FROM x --"',
    );
  });
});
