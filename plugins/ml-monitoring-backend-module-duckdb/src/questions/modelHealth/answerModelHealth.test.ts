import {
  calibrationOf,
  classificationQuality,
  confusionMatrix,
  countConfusion,
  countScores,
  estimateQuality,
  type ModelHealth,
  rankingQuality,
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

// The machine may be busy.
jest.setTimeout(60_000);

const WINDOW = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };

interface Row {
  hour: number;
  score: number;
  prediction: boolean | null;
  label: boolean | null;
  side: string;
}

describe('model health of an inference log', () => {
  let harness: Harness;
  let rows: Row[];

  beforeAll(async () => {
    harness = await createHarness();
    // Labels of the last six hours have not arrived but for a few; scores have five decimals.
    await harness.write(
      'binary/log.parquet',
      `SELECT 'p' || i AS prediction_id,
        TIMESTAMP '2026-03-01' + to_seconds(i * 10) AS timestamp,
        round(((i * 7919) % 100003) / 100003, 5) AS score,
        ((i * 7919) % 100003) / 100003 >= 0.6 AS prediction,
        CASE WHEN i < 6480 OR i % 100 = 0 THEN ((i * 104729) % 9973) / 9973 < ((i * 7919) % 100003) / 100003 END AS label,
        CASE WHEN i < 6480 OR i % 100 = 0 THEN TIMESTAMP '2026-03-01' + to_seconds(i * 10 + 600 + i % 61) END AS label_timestamp,
        CASE WHEN i % 3 = 0 THEN 'it''s' WHEN i % 1000 = 1 THEN 'few' ELSE 'b' END AS side
      FROM range(8640) t(i)`,
    );
    rows = await harness.rows<Row>(
      `SELECT hour(timestamp)::INTEGER AS hour, * FROM '${harness.root}/binary/log.parquet'`,
    );
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

  const BINARY: MlInferenceLog = {
    path: 'binary/log.parquet',
    slices: ['side'],
    features: [],
  };

  const point = (answer: ModelHealth, metric: string, hour: number) =>
    answer.series
      .find(series => series.metric === metric)!
      .points.find(({ at }) => new Date(at).getUTCHours() === hour)!;

  it('measures a binary classification as the rows tell it', async () => {
    const answer = await ask(BINARY);
    const labelled = rows.filter(({ label }) => label !== null);
    expect(answer.labels).toEqual({
      predictions: 8640,
      labelled: labelled.length,
      medianDelaySeconds: 630,
    });
    const scores = countScores(
      labelled.map(({ score, label }) => ({ score, positive: label })),
    );
    const matrix = confusionMatrix(countConfusion(labelled));
    expect(answer.quality).toMatchObject({
      kind: 'classification',
      confusion: matrix,
      quality: classificationQuality(matrix),
      threshold: Math.min(
        ...rows.filter(row => row.prediction).map(({ score }) => score),
      ),
    });
    const told = answer.quality as Extract<
      ModelHealth['quality'],
      { kind: 'classification' }
    >;
    const ranking = rankingQuality(scores);
    expect(told.ranking!.rocAuc.value).toBeCloseTo(ranking.rocAuc.value, 12);
    expect(told.ranking!.prAuc).toBeCloseTo(ranking.prAuc, 12);
    const calibration = calibrationOf(scores);
    expect(told.calibration!.brier).toBeCloseTo(calibration.brier, 12);
    expect(told.calibration!.logLoss).toBeCloseTo(calibration.logLoss, 9);
    expect(told.calibration!.bins).toHaveLength(10);
    expect(answer.notices.join()).not.toContain('put together');
  });

  it('tells quality and the share of labels over time', async () => {
    const answer = await ask(BINARY);
    const hour = rows.filter(row => row.hour === 5);
    const ranking = rankingQuality(
      countScores(
        hour.map(({ score, label }) => ({
          score: Math.round(score * 1000) / 1000,
          positive: label,
        })),
      ),
    );
    const auc = point(answer, 'roc_auc', 5);
    expect(auc.value).toBeCloseTo(ranking.rocAuc.value, 9);
    expect(auc.lower).toBeCloseTo(ranking.rocAuc.interval.lower, 6);
    expect(auc.rows).toBe(360);
    const right = hour.filter(row => row.label === row.prediction).length;
    expect(point(answer, 'accuracy', 5).value).toBeCloseTo(right / 360, 12);
    expect(point(answer, 'label_share', 5).value).toBe(1);
    const late = rows.filter(row => row.hour === 20);
    const arrived = late.filter(({ label }) => label !== null).length;
    expect(point(answer, 'label_share', 20).value).toBe(arrived / 360);
    const waiting = late.filter(({ label }) => label === null);
    const expected = waiting.reduce(
      (sum, { score, prediction }) => sum + (prediction ? score : 1 - score),
      0,
    );
    expect(point(answer, 'accuracy_estimate', 20).value).toBeCloseTo(
      expected / waiting.length,
      9,
    );
  });

  it('estimates what labels do not tell yet, and says whether that can be believed', async () => {
    const unlabelled = rows.filter(({ label }) => label === null);
    const estimate = estimateQuality(
      unlabelled.map(({ score, prediction }) => ({
        score,
        count: 1,
        predicted: prediction!,
      })),
      { threshold: 0.5 },
    );
    const answer = await ask(BINARY);
    expect(answer.estimate).toMatchObject({ check: { calibrated: true } });
    expect(answer.estimate!.quality.accuracy).toBeCloseTo(estimate.accuracy, 9);
    expect(answer.estimate!.quality.rocAuc).toBeCloseTo(estimate.rocAuc, 9);
    await harness.write(
      'unlabelled/log.parquet',
      `SELECT * EXCLUDE (label, label_timestamp), NULL::BOOLEAN AS label FROM '${harness.root}/binary/log.parquet'`,
    );
    await harness.write(
      'unlabelled/baseline.parquet',
      `SELECT * FROM '${harness.root}/binary/log.parquet' WHERE label IS NOT NULL`,
    );
    const alone = await ask(
      { path: 'unlabelled/log.parquet', features: [] },
      { baseline: { path: 'unlabelled/baseline.parquet' } },
    );
    expect(alone.labels).toEqual({ predictions: 8640, labelled: 0 });
    expect(alone.quality).toMatchObject({
      kind: 'estimate',
      quality: { estimated: true, rows: 8640 },
      check: {
        calibrated: true,
        rows: rows.filter(({ label }) => label !== null).length,
      },
    });
    // The same scores: nothing has drifted, though half of the labels are missing.
    expect(alone.predictionDrift?.value).toBeLessThan(0.01);
    expect(alone.predictionDistribution?.bins.length).toBeGreaterThan(10);
  });

  it('tells slices worst first, those of few rows last and without a figure', async () => {
    const answer = await ask(BINARY);
    const labelled = rows.filter(({ label }) => label !== null);
    const auc = (side: string) =>
      rankingQuality(
        countScores(
          labelled
            .filter(row => row.side === side)
            .map(({ score, label }) => ({
              score: Math.round(score * 1000) / 1000,
              positive: label,
            })),
        ),
      ).rocAuc.value;
    const expected = [`it's`, 'b'].sort((a, b) => auc(a) - auc(b));
    expect(answer.slices.map(({ slice }) => slice.side)).toEqual([
      ...expected,
      'few',
    ]);
    expect(answer.slices[0].value).toBeCloseTo(auc(expected[0]), 9);
    expect(answer.slices[2]).toMatchObject({ value: null });
    const deployment = deploymentWith(BINARY);
    const question = { window: WINDOW, maxPoints: 25, signal: running() };
    const recall = await harness.source.slices(deployment, {
      ...question,
      metric: 'recall',
    });
    const positives = labelled.filter(({ label }) => label);
    expect(recall).toMatchObject({ columns: ['side'], metric: 'recall' });
    expect(recall.overall).toEqual({
      value: positives.filter(row => row.prediction).length / positives.length,
      rows: positives.length,
    });
    await expect(
      harness.source.slices(deployment, { ...question, by: 'x" OR 1' }),
    ).rejects.toThrow('by: expected one of side, was x" OR 1');
    await expect(
      harness.source.slices(deployment, { ...question, metric: 'mae' }),
    ).rejects.toThrow('metric: expected one of roc_auc, accuracy');
  });

  it('measures classes without scores', async () => {
    await harness.write(
      'classes/log.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp,
        ['cat', 'dog', 'o''x'][1 + i % 3] AS prediction,
        CASE WHEN i % 5 = 4 THEN NULL ELSE ['cat', 'dog', 'o''x'][1 + (i // 2) % 3] END AS label
      FROM range(300) t(i)`,
    );
    const answer = await ask({ path: 'classes/log.parquet', features: [] });
    const pairs = await harness.rows<{ label: string; prediction: string }>(
      `SELECT label, prediction FROM '${harness.root}/classes/log.parquet'`,
    );
    const matrix = confusionMatrix(countConfusion(pairs));
    expect(answer.quality).toEqual({
      kind: 'classification',
      quality: classificationQuality(matrix),
      confusion: matrix,
    });
    expect(answer.quality).toMatchObject({
      confusion: { classes: ['cat', 'dog', `o'x`], rows: 240 },
    });
  });

  it('knows nothing of a window without rows, and of one class', async () => {
    const empty = await ask(BINARY, {
      window: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
    });
    expect(empty).toMatchObject({
      rowsRead: 0,
      labels: { predictions: 0, labelled: 0 },
      slices: [],
    });
    expect(empty.quality).toBeUndefined();
    await harness.write(
      'one/log.parquet',
      `SELECT TIMESTAMP '2026-03-01' + to_seconds(i) AS timestamp, 0.25 AS score, false AS prediction, false AS label FROM range(50) t(i)`,
    );
    const one = await ask({ path: 'one/log.parquet', features: [] });
    expect(one.quality).toMatchObject({
      quality: { accuracy: { value: 1 } },
      ranking: { rocAuc: { value: NaN } },
    });
    expect(point(one, 'roc_auc', 0).value).toBeNull();
  });
});
