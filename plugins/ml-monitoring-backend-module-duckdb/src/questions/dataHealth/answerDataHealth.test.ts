import {
  assessSamples,
  type DataHealth,
  type FeatureHealth,
} from '@airworthy/plugin-ml-monitoring-common';
import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';
import type { DataQuestion } from '@airworthy/plugin-ml-monitoring-node';
import {
  createHarness,
  deploymentWith,
  type Harness,
  running,
} from '../../__testUtils__/harness';

// The machine may be busy.
jest.setTimeout(60_000);

const WINDOW = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };

describe('data health of an inference log', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
  });

  afterAll(() => harness.close());

  const ask = async (
    monitoring: MlMonitoringSpec,
    question: Partial<DataQuestion> = {},
  ): Promise<DataHealth> =>
    harness.source.dataHealth(deploymentWith(undefined, { monitoring }), {
      window: WINDOW,
      maxPoints: 100,
      signal: running(),
      baseline: monitoring.baseline,
      ...question,
    });

  /** Writes columns as a baseline table and as a log within the window. */
  async function write(
    name: string,
    baseline: string,
    current: string,
  ): Promise<MlMonitoringSpec> {
    await harness.write(`${name}/baseline.parquet`, baseline);
    await harness.write(
      `${name}/log.parquet`,
      `SELECT TIMESTAMP '2026-03-01 00:00:01' + to_seconds(row_number() OVER ()) AS timestamp, * FROM (${current})`,
    );
    return {
      inferenceLog: { path: `${name}/log.parquet` },
      baseline: { path: `${name}/baseline.parquet` },
    };
  }

  const of = (answer: DataHealth, feature: string): FeatureHealth =>
    answer.features.find(one => one.feature === feature)!;

  it('tells shares, ranges, categories and odd columns', async () => {
    const monitoring = await write(
      'odd',
      `SELECT i::DOUBLE AS "a ""b"" 'c'", 'x' AS one, NULL::DOUBLE AS nothing,
        CASE WHEN i % 2 = 0 THEN 'left' ELSE 'right' END AS side, i AS changed,
        CASE WHEN i % 4 = 0 THEN NULL ELSE i END AS missing, i::DOUBLE AS wild
      FROM range(100) t(i)`,
      `SELECT (i + 10)::DOUBLE AS "a ""b"" 'c'", 'x' AS one, NULL::DOUBLE AS nothing,
        CASE WHEN i % 2 = 0 THEN 'left' WHEN i < 10 THEN 'it''s "new"' ELSE 'right' END AS side,
        'n' || i AS changed, CASE WHEN i % 2 = 0 THEN NULL ELSE i END AS missing,
        CASE i WHEN 1 THEN 'inf'::DOUBLE WHEN 2 THEN '-inf'::DOUBLE WHEN 3 THEN 'nan'::DOUBLE ELSE i END AS wild
      FROM range(200) t(i)`,
    );
    const answer = await ask(monitoring);
    expect(answer).toMatchObject({
      rowsRead: 200,
      freshAt: '2026-03-01T00:03:21.000Z',
      baseline: { kind: 'table', rows: 100 },
    });
    expect(answer.features).toHaveLength(7);
    // 10 to 209 against 0 to 99.
    expect(of(answer, `a "b" 'c'`)).toMatchObject({
      outOfRangeShare: 110 / 200,
      missingShare: 0,
      distinct: 200,
      status: 'critical',
    });
    expect(of(answer, 'one')).toMatchObject({
      distinct: 1,
      unseenCategoryShare: 0,
      drift: { value: 0 },
    });
    expect(of(answer, 'nothing')).toMatchObject({
      missingShare: 1,
      baselineMissingShare: 1,
      outOfRangeShare: null,
      distinct: 0,
      drift: { status: 'unknown' },
    });
    expect(of(answer, 'side')).toMatchObject({
      unseenCategoryShare: 5 / 200,
      unseenCategories: [`it's "new"`],
      outOfRangeShare: null,
    });
    expect(of(answer, 'changed')).toMatchObject({
      type: 'categorical',
      baselineType: 'numeric',
      status: 'critical',
    });
    expect(of(answer, 'changed').drift).toBeUndefined();
    expect(of(answer, 'missing')).toMatchObject({
      missingShare: 0.5,
      baselineMissingShare: 0.25,
    });
    expect(of(answer, 'wild')).toMatchObject({ nonFiniteShare: 3 / 200 });
    expect(answer.features[0].status).toBe('critical');
  });

  it('tells the same of many rows in bins as of each row', async () => {
    // More rows and values than are counted one by one.
    const value = (rows: number, shift: number) =>
      `SELECT sin(i * 12.9898 + ${shift}) * 43758.5453 - floor(sin(i * 12.9898 + ${shift}) * 43758.5453) + ${shift} * 0.1 AS v FROM range(${rows}) t(i)`;
    const monitoring = await write('many', value(60_000, 0), value(55_000, 1));
    const column = async (file: string) =>
      (
        await harness.rows<{ v: number }>(
          `SELECT v FROM '${harness.root}/many/${file}.parquet'`,
        )
      ).map(({ v }) => v);
    const samples = {
      type: 'numeric' as const,
      reference: await column('baseline'),
      current: await column('log'),
    };
    for (const ruleSet of ['default', 'nannyml'] as const) {
      const answer = await ask(monitoring, { ruleSet });
      const exact = assessSamples(samples, { ruleSet });
      const told = of(answer, 'v').drift!;
      expect(told.value).toBeCloseTo(exact.value, 9);
      expect(told.limits?.critical).toBeCloseTo(exact.limits!.critical!, 9);
      expect(told.status).toBe(exact.status);
    }
    for (const test of ['wasserstein', 'kolmogorov-smirnov'] as const) {
      const answer = await ask(monitoring, { ruleSet: 'nannyml', test });
      const exact = assessSamples(samples, { ruleSet: 'nannyml', test });
      const { value: told, error } = of(answer, 'v').drift!;
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThan(0.01);
      expect(Math.abs(told - exact.value)).toBeLessThanOrEqual(error);
    }
    const answer = await ask(monitoring);
    const most = Math.max(...samples.reference);
    const outside = samples.current.filter(v => v > most).length;
    expect(of(answer, 'v').outOfRangeShare).toBe(outside / 55_000);
    expect(of(answer, 'v').distinct).toBeGreaterThan(45_000);
  });

  it('compares 10,000 categories and 300 features', async () => {
    const columns = Array.from(
      { length: 298 },
      (_, i) => `(i * ${i + 1}) % ${i + 2} AS f${i}`,
    ).join(', ');
    const monitoring = await write(
      'wide',
      `SELECT 'c' || (i % 10000) AS category, ${columns} FROM range(20000) t(i)`,
      `SELECT 'c' || (i % 10000 + 100) AS category, ${columns} FROM range(20000) t(i)`,
    );
    const answer = await ask(monitoring);
    expect(answer.features).toHaveLength(299);
    expect(of(answer, 'category')).toMatchObject({
      distinct: 10_000,
      unseenCategoryShare: 0.01,
    });
    expect(of(answer, 'f7')).toMatchObject({
      distinct: 9,
      drift: { value: 0 },
    });
  });

  it('compares with a fixed period, with the window before, and with nothing', async () => {
    await harness.write(
      'periods/log.parquet',
      `SELECT TIMESTAMP '2026-02-27' + to_minutes(i) AS timestamp, i // 1440 AS day
      FROM range(${3 * 1440}) t(i)`,
    );
    const inferenceLog = { path: 'periods/log.parquet' };
    const period = { from: '2026-02-27T00:00:00Z', to: '2026-02-28T00:00:00Z' };
    const fixed = await ask({ inferenceLog, baseline: period });
    expect(fixed.baseline).toMatchObject({ kind: 'period', rows: 1440 });
    expect(of(fixed, 'day').outOfRangeShare).toBe(1);
    const before = await ask({
      inferenceLog,
      baseline: { previousWindow: true },
    });
    expect(before.baseline).toMatchObject({
      kind: 'previous-window',
      window: {
        from: '2026-02-28T00:00:00.000Z',
        to: '2026-03-01T00:00:00.000Z',
      },
    });
    expect(of(before, 'day').drift?.status).toBe('critical');
    const alone = await ask({ inferenceLog });
    expect(of(alone, 'day')).toMatchObject({
      missingShare: 0,
      outOfRangeShare: null,
    });
    expect(of(alone, 'day').drift).toBeUndefined();
  });

  it('knows nothing of a window without rows', async () => {
    const monitoring = await write(
      'empty',
      "SELECT i AS v, 'a' AS c FROM range(100) t(i)",
      "SELECT i AS v, 'a' AS c FROM range(100) t(i)",
    );
    const answer = await ask(monitoring, {
      window: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
    });
    expect(answer.rowsRead).toBe(0);
    expect(answer.freshAt).toBeUndefined();
    expect(answer.features.map(({ status }) => status)).toEqual([
      'unknown',
      'unknown',
    ]);
    expect(of(answer, 'v').missingShare).toBeNull();
  });

  it('holds limits of the entity and corrects for many features', async () => {
    const monitoring = await write(
      'limits',
      'SELECT i % 100 AS a, i % 50 AS b FROM range(1000) t(i)',
      'SELECT least(99, i % 100 + 7) AS a, CASE WHEN i % 10 > 0 THEN i % 50 END AS b FROM range(1000) t(i)',
    );
    const drift = { ruleSet: 'evidently', correction: 'bonferroni' } as const;
    const answer = await ask({
      ...monitoring,
      drift,
      thresholds: [
        { metric: 'missing_share', warning: 0.05, critical: 0.5 },
        { metric: 'kolmogorov-smirnov', feature: 'a', critical: 0 },
      ],
    });
    const a = of(answer, 'a').drift!;
    expect(a.plan.test).toBe('kolmogorov-smirnov');
    expect(a.correctedPValue).toBeCloseTo(Math.min(1, 2 * a.value), 12);
    expect(of(answer, 'a').status).toBe('ok');
    expect(of(answer, 'b')).toMatchObject({
      missingShare: 0.1,
      status: 'warning',
    });
  });

  it('leaves drift out where only invariants are asked for', async () => {
    const monitoring = await write(
      'aspects',
      'SELECT i AS v FROM range(100) t(i)',
      'SELECT i + 50 AS v FROM range(100) t(i)',
    );
    const answer = await ask(monitoring, { aspects: ['invariants'] });
    expect(of(answer, 'v')).toMatchObject({ outOfRangeShare: 0.5 });
    expect(of(answer, 'v').drift).toBeUndefined();
  });
});
