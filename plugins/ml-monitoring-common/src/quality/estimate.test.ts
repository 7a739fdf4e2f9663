import { nannymlFigures } from '../testing/toolFigures';
import { checkCalibration, estimateQuality } from './estimate';
import { fromScoreGroups } from './scores';

describe('estimates without labels', () => {
  const { scores, threshold, ...expected } =
    nannymlFigures.confidenceBasedEstimation;
  const groups = scores.map(score => ({ score, count: 1 }));

  it('equals NannyML', () => {
    const estimate = estimateQuality(groups, { threshold });
    expect(estimate.estimated).toBe(true);
    for (const [name, value] of Object.entries(expected)) {
      expect(estimate[name as keyof typeof expected]).toBeCloseTo(value, 9);
    }
  });

  it('depends on neither order nor grouping', () => {
    const doubled = [...groups].reverse().flatMap(group => [group, group]);
    const grouped = groups.map(({ score }) => ({ score, count: 2 }));
    const { accuracyInterval, ...estimate } = estimateQuality(doubled, {
      threshold,
    });
    expect(estimateQuality(grouped, { threshold })).toMatchObject(estimate);
    expect(accuracyInterval.lower).toBeLessThan(estimate.accuracy);
  });

  it('knows nothing without scores, and leaves out what is no probability', () => {
    expect(
      estimateQuality(
        [
          { score: NaN, count: 1 },
          { score: 2, count: 1 },
        ],
        {
          threshold,
        },
      ),
    ).toMatchObject({ rows: 0, accuracy: NaN, rocAuc: NaN });
  });

  it('says why they cannot be believed', () => {
    const reference = (share: number, count: number) =>
      fromScoreGroups([
        {
          score: 0.3,
          positives: share * count,
          negatives: (1 - share) * count,
        },
      ]);
    expect(checkCalibration(reference(0.3, 1_000)).calibrated).toBe(true);
    expect(checkCalibration(reference(0.5, 1_000))).toMatchObject({
      calibrated: false,
      reason:
        'scores of the reference are off by 0.200 on average; expected at most 0.05',
    });
    expect(checkCalibration(reference(0.5, 100)).reason).toBe(
      'the reference has 100 labelled rows; expected at least 500',
    );
  });
});
