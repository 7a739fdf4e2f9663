import {
  agreementOf,
  compareProportions,
  compareValues,
  countConfusion,
  countValues,
  mannWhitney,
  type VariantComparison,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  createHarness,
  deploymentWith,
  type Harness,
  running,
} from '../../__testUtils__/harness';

// The machine may be busy.
jest.setTimeout(60_000);

const WINDOW = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
const STABLE = {
  name: 'stable',
  role: 'stable',
  version: '1',
  traffic: 90,
} as const;
const CANARY = {
  name: 'canary',
  role: 'candidate',
  version: '2',
  traffic: 10,
} as const;
const SHADOW = {
  name: 'shadow',
  role: 'shadow',
  version: '2',
  traffic: 0,
} as const;

interface Row {
  prediction_id: string;
  variant: string;
  latency_ms: number;
  status_code: number;
  prediction: boolean;
  score: number;
  label: boolean | null;
}

describe('two variants of an inference log', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
    await harness.write(
      'canary.parquet',
      `SELECT 'p' || i AS prediction_id, TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp,
        CASE WHEN i % 5 = 0 THEN 'canary' ELSE 'stable' END AS variant,
        CASE WHEN i % 5 = 0 THEN '2' ELSE '1' END AS model_version,
        10 + (i * 37) % 23 / 7 + CASE WHEN i % 5 = 0 THEN 1.5 ELSE 0 END AS latency_ms,
        CASE WHEN i % 97 = 0 OR i % 115 = 0 THEN 500 ELSE 200 END AS status_code,
        ((i * 7919) % 1009) / 1009 AS score, ((i * 7919) % 1009) / 1009 >= 0.5 AS prediction,
        CASE WHEN i < 2500 THEN ((i * 31) % 101) / 101 < ((i * 7919) % 1009) / 1009 END AS label
      FROM range(3000) t(i)`,
    );
    // Every answer of the shadow once, one of them twice and some alone.
    await harness.write(
      'shadow.parquet',
      `SELECT 'p' || i AS prediction_id, TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp,
        variant, (i * 17) % 100 / 100 + CASE WHEN variant = 'shadow' THEN (i % 7) / 50 ELSE 0 END AS score,
        (i * 17) % 100 / 100 + CASE WHEN variant = 'shadow' THEN (i % 7) / 50 ELSE 0 END >= 0.5 AS prediction,
        i % 2 = 0 AS label, i AS "in ""put""", 'x' || i % 3 AS side,
        i * 3 AS distance
      FROM range(1000) t(i), (VALUES ('stable'), ('shadow')) v(variant)
      WHERE i < 900 OR variant = 'stable'
      UNION ALL
      SELECT 'p3', TIMESTAMP '2026-03-01 12:00:00', 'shadow', 0.99, true, true, 3, 'x0', 9`,
    );
  });

  afterAll(() => harness.close());

  const rowsOf = (file: string) =>
    harness.rows<Row>(`SELECT * FROM '${harness.root}/${file}.parquet'`);

  const metric = ({ metrics }: VariantComparison, name: string) =>
    metrics.find(one => one.metric === name)!.difference;

  it('compares rate, errors, latency and quality', async () => {
    const answer = await harness.source.comparison(
      deploymentWith({ path: 'canary.parquet', features: [] }),
      {
        window: WINDOW,
        maxPoints: 10,
        signal: running(),
        stable: STABLE,
        candidate: CANARY,
      },
    );
    expect(answer).toMatchObject({
      rowsRead: 3000,
      stable: { variant: 'stable', modelVersion: '1' },
      candidate: { variant: 'canary', modelVersion: '2', role: 'candidate' },
    });
    expect(answer.agreement).toBeUndefined();
    const rows = await rowsOf('canary');
    const stable = rows.filter(({ variant }) => variant === 'stable');
    const canary = rows.filter(({ variant }) => variant === 'canary');
    expect(metric(answer, 'rate')).toMatchObject({
      stable: 2400 / 86_400,
      candidate: 600 / 86_400,
    });
    const errors = (of: Row[]) => ({
      successes: of.filter(({ status_code }) => status_code >= 500).length,
      trials: of.length,
    });
    expect(metric(answer, 'error_ratio')).toEqual(
      compareProportions(errors(stable), errors(canary)),
    );
    const latencies = (of: Row[]) => of.map(({ latency_ms }) => latency_ms);
    const median = metric(answer, 'latency_p50');
    const exact = compareValues(latencies(stable), latencies(canary));
    expect(median.pValue).toBe(
      mannWhitney(
        countValues(latencies(stable)),
        countValues(latencies(canary)),
      ).pValue,
    );
    expect(median).toMatchObject({
      stable: exact.stable,
      candidate: exact.candidate,
      rows: { stable: 2400, candidate: 600 },
      enough: { enough: true },
    });
    expect(median.interval.lower).toBeGreaterThan(0.5);
    expect(median.interval.upper).toBeLessThan(2.5);
    // One in 23 takes the longest, 22 sevenths over ten, and the canary 1.5 more.
    const worst = metric(answer, 'latency_p99');
    expect(worst.stable).toBeCloseTo(10 + 22 / 7, 9);
    expect(worst.candidate).toBeCloseTo(11.5 + 22 / 7, 9);
    expect(worst.rows).toEqual({ stable: 2400, candidate: 600 });
    const judged = (of: Row[]) => {
      const labelled = of.filter(({ label }) => label !== null);
      return {
        successes: labelled.filter(row => row.label === row.prediction).length,
        trials: labelled.length,
      };
    };
    expect(metric(answer, 'accuracy')).toEqual(
      compareProportions(judged(stable), judged(canary)),
    );
    expect(metric(answer, 'roc_auc').pValue).toBeGreaterThan(0.01);
    expect(metric(answer, 'roc_auc').rows).toEqual({
      stable: 2000,
      candidate: 500,
    });
  });

  it('says how far a shadow agrees, each request once', async () => {
    const answer = await harness.source.comparison(
      deploymentWith({ path: 'shadow.parquet', features: [] }),
      {
        window: WINDOW,
        maxPoints: 10,
        signal: running(),
        stable: STABLE,
        candidate: SHADOW,
      },
    );
    const rows = await rowsOf('shadow');
    const first = (variant: string) => {
      const found = new Map<string, Row>();
      for (const row of rows) {
        if (row.variant === variant && !found.has(row.prediction_id)) {
          found.set(row.prediction_id, row);
        }
      }
      return found;
    };
    const stable = first('stable');
    const pairs = [...first('shadow')].map(([id, shadow]) => ({
      label: stable.get(id)!.prediction,
      prediction: shadow.prediction,
      distance: Math.abs(shadow.score - stable.get(id)!.score),
    }));
    expect(answer.agreement).toEqual({
      ...agreementOf(countConfusion(pairs)),
      pairs: 900,
    });
    const sum = pairs.reduce((all, { distance }) => all + distance, 0);
    expect(answer.meanAbsoluteDifference).toBeCloseTo(sum / 900, 12);
    const { rows: shown, ...counts } = await harness.source.disagreements(
      deploymentWith({
        path: 'shadow.parquet',
        features: ['in "put"', 'side', 'distance'],
      }),
      {
        window: WINDOW,
        maxPoints: 10,
        signal: running(),
        stable: STABLE,
        candidate: SHADOW,
        limit: 5,
      },
    );
    const differing = pairs.filter(pair => pair.label !== pair.prediction);
    expect(counts).toMatchObject({
      pairs: 900,
      disagreeing: differing.length,
      freshAt: '2026-03-01T12:00:00.000Z',
    });
    expect(shown).toHaveLength(5);
    const distances = differing.map(({ distance }) => distance);
    expect(shown[0].distance).toBe(Math.max(...distances));
    const id = Number(shown[0].predictionId.slice(1));
    expect(shown[0]).toMatchObject({
      stable: { prediction: 'false' },
      candidate: { prediction: 'true' },
      label: String(id % 2 === 0),
      inputs: { 'in "put"': id, side: `x${id % 3}`, distance: id * 3 },
    });
  });

  it('says that a log without variants has none to compare', async () => {
    await harness.write(
      'plain.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp, i AS v FROM range(10) t(i)`,
    );
    await expect(
      harness.source.comparison(deploymentWith({ path: 'plain.parquet' }), {
        window: WINDOW,
        maxPoints: 10,
        signal: running(),
        stable: STABLE,
        candidate: CANARY,
      }),
    ).rejects.toThrow('does not tell variants apart');
  });
});
