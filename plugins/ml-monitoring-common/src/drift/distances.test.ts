import fc from 'fast-check';
import { chiSquareContingency, chiSquareFit } from './chiSquare';
import {
  fillEmptyBins,
  hellingerDistance,
  jensenShannonDistance,
  kullbackLeibler,
  lInfinityDistance,
  populationStabilityIndex,
} from './distances';
import { histogramOf, SharePair } from './histogram';
import { twoProportionTest } from './twoProportions';
import { countValues } from './values';
import {
  normedWassersteinDistance,
  wassersteinDistance,
  wassersteinOfHistograms,
} from './wasserstein';

/** Two distributions over the same bins, with empty ones among them. */
const sharePairs = fc
  .array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 12 })
  .filter(pairs => pairs.some(([r]) => r > 0) && pairs.some(([, c]) => c > 0))
  .map((pairs): SharePair => {
    const side = (of: 0 | 1) => {
      const total = pairs.reduce((sum, pair) => sum + pair[of], 0);
      return pairs.map(pair => pair[of] / total);
    };
    return { reference: side(0), current: side(1) };
  });

const swapped = ({ reference, current }: SharePair): SharePair => ({
  reference: current,
  current: reference,
});

describe('distances of shares', () => {
  // By hand: (0.5-0.4) ln(0.5/0.4) + (0.5-0.6) ln(0.5/0.6) and so on.
  const shares = { reference: [0.5, 0.5], current: [0.4, 0.6] };

  it('equals figures worked out by hand', () => {
    expect(populationStabilityIndex(shares)).toBeCloseTo(0.0405465108, 9);
    expect(kullbackLeibler(shares)).toBeCloseTo(0.0204109973, 9);
    expect(lInfinityDistance(shares)).toBeCloseTo(0.1, 12);
    const apart = { reference: [1, 0], current: [0, 1] };
    expect(jensenShannonDistance(apart, 2)).toBe(1);
    expect(jensenShannonDistance(apart)).toBeCloseTo(Math.sqrt(Math.LN2), 12);
    expect(hellingerDistance(apart)).toBeCloseTo(1, 12);
    expect(populationStabilityIndex(apart)).toBe(Infinity);
  });

  it('fills empty bins on each side, smaller than any other', () => {
    expect(
      fillEmptyBins({ reference: [0, 1], current: [0.00005, 0.99995, 0] }),
    ).toEqual({
      reference: [0.0001, 1],
      current: [0.00005, 0.99995, 0.00005 / 1e6],
    });
  });

  it('keeps the laws of each figure', () => {
    fc.assert(
      fc.property(sharePairs, pair => {
        const filled = fillEmptyBins(pair);
        expect(populationStabilityIndex(filled)).toBeGreaterThanOrEqual(0);
        expect(populationStabilityIndex(filled)).toBeCloseTo(
          populationStabilityIndex(swapped(filled)),
          9,
        );
        expect(kullbackLeibler(filled)).toBeGreaterThanOrEqual(0);
        const js = jensenShannonDistance(pair, 2);
        expect(js).toBeCloseTo(jensenShannonDistance(swapped(pair), 2), 9);
        expect(js).toBeGreaterThanOrEqual(0);
        expect(js).toBeLessThanOrEqual(1 + 1e-12);
        const hellinger = hellingerDistance(pair);
        expect(hellinger).toBeCloseTo(hellingerDistance(swapped(pair)), 12);
        expect(hellinger).toBeLessThanOrEqual(1 + 1e-12);
        const same = { reference: pair.current, current: pair.current };
        expect(jensenShannonDistance(same)).toBeCloseTo(0, 7);
        expect(populationStabilityIndex(same)).toBe(0);
      }),
    );
  });
});

describe('wassersteinDistance', () => {
  // Expected: scipy 1.17.1, stats.wasserstein_distance.
  it('equals scipy', () => {
    expect(
      wassersteinDistance(countValues([0, 1, 3]), countValues([5, 6, 8])),
    ).toBe(5);
    expect(
      wassersteinDistance(
        countValues([3.4, 3.9, 7.5, 7.8]),
        countValues([4.5, 1.4, 1.4]),
      ),
    ).toBeCloseTo(3.216666666666667, 12);
  });

  it('divides by no less than 0.001', () => {
    expect(
      normedWassersteinDistance(countValues([2, 2]), countValues([3])),
    ).toBeCloseTo(1_000, 9);
  });

  it('is bracketed by that of histograms', () => {
    const samples = fc.array(fc.integer({ min: 0, max: 100 }), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const edges = [0, 10, 25, 50, 100];
        const [reference, current] = [countValues(a), countValues(b)];
        const { value, error } = wassersteinOfHistograms(
          histogramOf(reference, edges),
          histogramOf(current, edges),
        );
        const exact = wassersteinDistance(reference, current);
        expect(Math.abs(value - exact)).toBeLessThanOrEqual(error + 1e-9);
      }),
    );
  });
});

describe('tests of counts', () => {
  // Expected: scipy 1.17.1, chi2_contingency (with Yates's correction) and chisquare.
  it('equals scipy', () => {
    const yates = chiSquareContingency({
      reference: [30, 20],
      current: [25, 45],
    });
    expect(yates.statistic).toBeCloseTo(5.985374625374625, 10);
    expect(yates.pValue).toBeCloseTo(0.014424978531521826, 10);
    const fit = chiSquareFit({
      reference: [20, 20, 20],
      current: [18, 22, 20],
    });
    expect(fit.statistic).toBeCloseTo(0.4, 12);
    expect(fit.pValue).toBeCloseTo(0.8187307530779818, 12);
  });

  it('has no test without rows, and no difference of one category', () => {
    expect(chiSquareContingency({ reference: [0], current: [4] }).pValue).toBe(
      NaN,
    );
    expect(chiSquareFit({ reference: [5], current: [9] }).pValue).toBe(1);
    expect(
      twoProportionTest(
        { successes: 0, trials: 10 },
        { successes: 0, trials: 20 },
      ),
    ).toEqual({ statistic: 0, pValue: 1 });
    expect(
      twoProportionTest(
        { successes: 0, trials: 0 },
        { successes: 0, trials: 20 },
      ).pValue,
    ).toBeNaN();
  });
});
