import { estimateQuality } from '../quality/estimate';
import { compareEstimates } from './estimates';

describe('compareEstimates', () => {
  const of = (value: number, half: number) => ({
    value,
    rows: 1_000,
    interval: { lower: value - half, upper: value + half, level: 0.95 },
  });

  it('puts intervals together and tests with the errors that they imply', () => {
    // Standard errors 3 and 4 in half widths make 5: z is 1.96 where the difference is 5.
    const difference = compareEstimates(of(10, 3), of(15, 4));
    expect(difference.interval).toMatchObject({ lower: 0, upper: 10 });
    expect(difference.pValue).toBeCloseTo(0.05, 10);
    expect(difference.enough).toEqual({ enough: true });
  });

  it('makes no test without intervals', () => {
    const difference = compareEstimates(
      { value: 1, rows: 10 },
      { value: 2, rows: 10 },
    );
    expect(difference).toMatchObject({ difference: 1, pValue: NaN });
  });
});

describe('estimateQuality', () => {
  it('takes what the model answered before the threshold', () => {
    const estimate = estimateQuality(
      [
        { score: 0.4, count: 10, predicted: true },
        { score: 0.4, count: 10, predicted: false },
      ],
      { threshold: 0.5 },
    );
    expect(estimate).toMatchObject({
      precision: 0.4,
      recall: 0.5,
      rocAuc: 0.5,
    });
    expect(estimate.accuracy).toBeCloseTo(0.5, 12);
  });
});
