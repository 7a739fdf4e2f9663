import fc from 'fast-check';
import { bootstrapInterval } from './bootstrap';
import { calibrationOf } from './calibration';
import {
  classificationQuality,
  confusionMatrix,
  countConfusion,
} from './confusion';
import { f1Interval, rocAucInterval, wilsonInterval } from './intervals';
import { rankingQuality } from './ranking';
import { regressionQuality, sumRegression } from './regression';
import { countScores, fromScoreGroups } from './scores';

const rows = Array.from({ length: 200 }, (_, i) => {
  const score = ((i * 37) % 101) / 101;
  return { score, positive: (i * 53) % 97 < score * 97 * 0.8 + 10 };
});

/* Expected values: scikit-learn 1.9.1 on the same rows. */
describe('classification', () => {
  it('measures predicted classes as scikit-learn', () => {
    const matrix = confusionMatrix(
      countConfusion(
        rows.map(({ score, positive }) => ({
          label: Number(positive),
          prediction: Number(score >= 0.5),
        })),
      ),
    );
    expect(matrix.counts).toEqual([
      [70, 27],
      [31, 72],
    ]);
    const { accuracy, classes } = classificationQuality(matrix);
    expect(accuracy.value).toBeCloseTo(0.71, 12);
    const positive = classes[1];
    expect(positive.precision.value).toBeCloseTo(0.7272727272727273, 12);
    expect(positive.recall.value).toBeCloseTo(0.6990291262135923, 12);
    expect(positive.f1.value).toBeCloseTo(0.7128712871287128, 12);
    expect(positive.specificity.value).toBeCloseTo(70 / 97, 12);
    expect(positive.f1.interval.lower).toBeLessThan(positive.f1.value);
    expect(positive.f1.interval.upper).toBeGreaterThan(positive.f1.value);
  });

  it('averages over classes', () => {
    const { macro } = classificationQuality(
      confusionMatrix(
        countConfusion(
          rows.map((_, i) => ({
            label: (i * 7) % 3,
            prediction: (i * 11 + (i % 5)) % 3,
          })),
        ),
      ),
    );
    expect(macro.recall).toBeCloseTo(0.33529323081561885, 12);
    expect(macro.precision).toBeCloseTo(0.3333333333333333, 12);
    expect(macro.f1).toBeCloseTo(0.3342251286475948, 12);
  });

  it('leaves out rows without label or prediction, and knows nothing of none', () => {
    expect(
      countConfusion([
        { label: null, prediction: 'a' },
        { label: 'a', prediction: NaN },
        { label: 'a', prediction: undefined },
      ]),
    ).toEqual([]);
    const none = classificationQuality(confusionMatrix([]));
    expect(none.accuracy.value).toBeNaN();
    expect(none.macro.f1).toBeNaN();
  });

  it('has no precision for a class that is never predicted', () => {
    const { classes } = classificationQuality(
      confusionMatrix([{ label: 'a', prediction: 'b', count: 3 }]),
    );
    expect(classes[0].precision.value).toBeNaN();
    expect(classes[0].recall.value).toBe(0);
  });
});

describe('scores', () => {
  it('rank and calibrate as scikit-learn says', () => {
    const counts = countScores(rows);
    const { rocAuc, prAuc } = rankingQuality(counts);
    expect(rocAuc.value).toBeCloseTo(0.7679911920728656, 12);
    expect(prAuc).toBeCloseTo(0.7646558885799494, 12);
    const { brier, logLoss } = calibrationOf(counts);
    expect(brier).toBeCloseTo(0.19966473875110283, 12);
    expect(logLoss).toBeCloseTo(0.7690021683017696, 10);
  });

  // By hand: two bins, gaps |0.2 - 0.5| and |0.9 - 1| with two rows each.
  it('draws the calibration curve', () => {
    const { bins, expectedCalibrationError } = calibrationOf(
      countScores([
        { score: 0.1, positive: false },
        { score: 0.3, positive: true },
        { score: 0.8, positive: true },
        { score: 1, positive: true },
      ]),
      { bins: 2 },
    );
    expect(expectedCalibrationError).toBeCloseTo(0.2, 12);
    expect(
      bins.map(({ meanScore, positiveShare }) => [meanScore, positiveShare]),
    ).toEqual([
      [expect.closeTo(0.2, 12), 0.5],
      [expect.closeTo(0.9, 12), 1],
    ]);
  });

  it('leaves out what is no probability or has no label', () => {
    const counts = countScores([
      { score: NaN, positive: true },
      { score: 1.2, positive: false },
      { score: null, positive: false },
      { score: 0.4, positive: null },
    ]);
    expect(counts).toMatchObject({ groups: [], excluded: 4 });
    expect(rankingQuality(counts).rocAuc.value).toBeNaN();
    expect(calibrationOf(counts).brier).toBeNaN();
  });

  it('has no ROC AUC with one class only', () => {
    const { rocAuc, prAuc } = rankingQuality(
      countScores([{ score: 0.3, positive: true }]),
    );
    expect(rocAuc.value).toBeNaN();
    expect(rocAuc.interval.lower).toBeNaN();
    expect(prAuc).toBe(1);
  });

  const labelled = fc.array(
    fc.record({
      score: fc.integer({ min: 0, max: 1_000 }).map(value => value / 1_000),
      positive: fc.boolean(),
    }),
    { maxLength: 80 },
  );

  it('give the same figures grouped by a query, in any order', () => {
    fc.assert(
      fc.property(labelled, sample => {
        const grouped = fromScoreGroups(
          [...sample].reverse().map(({ score, positive }) => ({
            score,
            positives: Number(positive),
            negatives: Number(!positive),
          })),
        );
        expect(rankingQuality(grouped)).toEqual(
          rankingQuality(countScores(sample)),
        );
      }),
    );
  });

  it('bound the error of binned scores by the ties', () => {
    fc.assert(
      fc.property(labelled, sample => {
        const exact = rankingQuality(countScores(sample)).rocAuc.value;
        const { rocAuc, rocAucTies } = rankingQuality(
          countScores(
            sample.map(({ score, positive }) => ({
              score: Math.floor(score * 8) / 8,
              positive,
            })),
          ),
        );
        fc.pre(!Number.isNaN(exact));
        expect(Math.abs(rocAuc.value - exact)).toBeLessThanOrEqual(
          rocAucTies + 1e-12,
        );
      }),
    );
  });
});

describe('regression', () => {
  const sample = Array.from({ length: 200 }, (_, i) => {
    const label = ((i * 29) % 83) - 20;
    return { label, prediction: label + (((i * 17) % 23) - 11) / 3 };
  });

  it('measures as scikit-learn', () => {
    const quality = regressionQuality(sumRegression(sample));
    expect(quality.mae.value).toBeCloseTo(1.9183333333333328, 12);
    expect(quality.rmse.value).toBeCloseTo(2.2172305047313214, 12);
    expect(quality.mape).toBeCloseTo(0.1979094265642869, 12);
    expect(quality.mapeRows).toBe(197);
    expect(quality.r2).toBeCloseTo(0.9914396620847964, 12);
    expect(quality.rmse.interval.lower).toBeLessThan(quality.rmse.value);
    expect(quality.bias.interval.upper).toBeGreaterThan(quality.bias.value);
  });

  it('leaves out what is no number, and has no R2 of equal labels', () => {
    const equal = regressionQuality(
      sumRegression([
        { label: 0, prediction: 1 },
        { label: 0, prediction: -1 },
        { label: NaN, prediction: 1 },
        { label: 1, prediction: Infinity },
        { label: null, prediction: 1 },
      ]),
    );
    expect(equal).toMatchObject({ rows: 2, mape: NaN, mapeRows: 0, r2: NaN });
    expect(equal.mae.value).toBe(1);
    expect(regressionQuality(sumRegression([])).rmse.value).toBeNaN();
  });
});

describe('intervals', () => {
  // Expected: scipy 1.17.1, binomtest(k, n).proportion_ci(level, 'wilson').
  it('equals scipy', () => {
    expect(wilsonInterval(8, 10)).toEqual({
      lower: expect.closeTo(0.4901624715366418, 12),
      upper: expect.closeTo(0.9433178485456248, 12),
      level: 0.95,
    });
    expect(wilsonInterval(263, 700, 0.99)).toEqual({
      lower: expect.closeTo(0.32993788068619867, 12),
      upper: expect.closeTo(0.423824633963225, 12),
      level: 0.99,
    });
    expect(wilsonInterval(0, 0).lower).toBeNaN();
    expect(wilsonInterval(0, 5).lower).toBe(0);
    expect(wilsonInterval(5, 5).upper).toBe(1);
  });

  // By hand: Wilson's interval of 6 among 10 is 0.3127 to 0.8318, then 2p / (1 + p).
  it('carries Wilson over to F1', () => {
    const { lower, upper } = f1Interval({
      truePositives: 6,
      falsePositives: 3,
      falseNegatives: 1,
    });
    expect(lower).toBeCloseTo(0.4764, 3);
    expect(upper).toBeCloseTo(0.9082, 3);
  });

  // Hanley and McNeil (1982), table II: area 0.893 of 58 normal and 51 abnormal cases has a standard error of 0.032.
  it('equals the standard error that Hanley and McNeil print', () => {
    const { lower, upper } = rocAucInterval(0.893, 51, 58);
    expect((upper - lower) / 2 / 1.959964).toBeCloseTo(0.032, 2);
  });

  it('draws the same rows from the same seed', () => {
    const values = Array.from({ length: 50 }, (_, i) => (i * 7) % 50);
    const mean = ([drawn]: readonly Uint32Array[]) =>
      drawn.reduce((sum, i) => sum + values[i], 0) / drawn.length;
    const first = bootstrapInterval([50], mean, { seed: 3 });
    expect(bootstrapInterval([50], mean, { seed: 3 })).toEqual(first);
    expect(bootstrapInterval([50], mean, { seed: 4 })).not.toEqual(first);
    // Normal theory: 24.5 +- 1.96 * 14.43 / sqrt(50).
    expect(first.lower).toBeCloseTo(20.5, 0);
    expect(first.upper).toBeCloseTo(28.5, 0);
    expect(bootstrapInterval([0], mean).lower).toBeNaN();
    expect(bootstrapInterval([50], () => NaN).upper).toBeNaN();
  });
});
