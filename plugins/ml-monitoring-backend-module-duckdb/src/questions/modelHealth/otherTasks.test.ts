import {
  type ModelHealth,
  regressionQuality,
  sumRegression,
} from '@airworthy/plugin-ml-monitoring-common';
import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import type {
  BaselineQuestion,
  MonitoredDeployment,
} from '@airworthy/plugin-ml-monitoring-node';
import {
  createHarness,
  deploymentWith,
  type Harness,
  running,
} from '../../__testUtils__/harness';
import { DuckDbMonitoringSource } from '../../DuckDbMonitoringSource';

// The machine may be busy.
jest.setTimeout(60_000);

const WINDOW = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };

describe('model health of regressions and language models', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await createHarness();
  });

  afterAll(() => harness.close());

  const ask = (
    inferenceLog: MlInferenceLog,
    question: Partial<BaselineQuestion> = {},
    overrides: Partial<MonitoredDeployment> = {},
    source = harness.source,
  ): Promise<ModelHealth> =>
    source.modelHealth(deploymentWith(inferenceLog, overrides), {
      window: WINDOW,
      maxPoints: 25,
      signal: running(),
      ...question,
    });

  const point = (answer: ModelHealth, metric: string, hour: number) =>
    answer.series
      .find(series => series.metric === metric)!
      .points.find(({ at }) => new Date(at).getUTCHours() === hour)!;

  it('measures a regression, infinite and missing values left out', async () => {
    await harness.write(
      'numbers/log.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp,
        CASE i WHEN 7 THEN 'inf'::DOUBLE WHEN 8 THEN 'nan'::DOUBLE ELSE 10 + i % 17 END AS prediction,
        CASE WHEN i % 10 = 3 THEN NULL WHEN i = 5 THEN 0 ELSE 9 + (i * 3) % 19 END::DOUBLE AS label
      FROM range(500) t(i)`,
    );
    const answer = await ask(
      { path: 'numbers/log.parquet', features: [] },
      {},
      { task: 'regression' },
    );
    const pairs = await harness.rows<{ label: number; prediction: number }>(
      `SELECT label, prediction FROM '${harness.root}/numbers/log.parquet'`,
    );
    const exact = regressionQuality(sumRegression(pairs));
    const told = answer.quality as Extract<
      ModelHealth['quality'],
      { kind: 'regression' }
    >;
    expect(told.quality.rows).toBe(448);
    for (const metric of ['mae', 'rmse', 'bias'] as const) {
      expect(told.quality[metric].value).toBeCloseTo(exact[metric].value, 9);
      expect(told.quality[metric].interval.upper).toBeCloseTo(
        exact[metric].interval.upper,
        9,
      );
    }
    expect(told.quality.mape).toBeCloseTo(exact.mape, 9);
    expect(told.quality.r2).toBeCloseTo(exact.r2, 9);
    const shares = told.residuals!.shares.current;
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(point(answer, 'mae', 0).value).toBeCloseTo(exact.mae.value, 9);
  });

  it('tells what a language model did and what it cost', async () => {
    await harness.write(
      'generation/log.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp, 'small-1' AS model_version,
        1200.0 AS latency_ms, 200.0 + i AS time_to_first_token_ms, 100 AS input_tokens, 50 AS output_tokens,
        CASE WHEN i % 4 = 0 THEN 'length' ELSE 'stop' END AS finish_reason,
        CASE WHEN i % 10 = 0 THEN 'down' END AS feedback
      FROM range(101) t(i)`,
    );
    const source = new DuckDbMonitoringSource(harness.tools, {
      prices: { 'small-1': { input: 2, output: 10, currency: 'EUR' } },
    });
    const answer = await ask(
      { path: 'generation/log.parquet', features: [] },
      {},
      { task: 'generation' },
      source,
    );
    expect(answer.generation).toEqual({
      inputTokens: 10_100,
      outputTokens: 5_050,
      timeToFirstTokenMs: { p50: 250, p95: 295, p99: 299 },
      // 50 tokens an answer in 0.9 to 1 seconds after the first token.
      tokensPerSecond: expect.closeTo(5_050 / (101 * 0.95), 9),
      finishReasons: { stop: 75, length: 26 },
      feedback: { down: 11 },
      cost: { amount: expect.closeTo(0.0707, 10), currency: 'EUR' },
    });
    expect(answer.quality).toBeUndefined();
    expect(point(answer, 'truncated_share', 0).value).toBe(26 / 101);
  });
});
