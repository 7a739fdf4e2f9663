import fc from 'fast-check';
import { countValues } from '../drift/values';
import { agreementOf } from './agreement';
import { compareValues } from './latency';
import { mannWhitney, shiftBetween } from './mannWhitney';
import { compareProportions } from './proportions';

describe('compareProportions', () => {
  // Newcombe (1998), table II, case (a): 56/70 against 48/80 by method 10 is 0.0524 to 0.3339.
  it('equals a published interval', () => {
    const { difference, interval, enough } = compareProportions(
      { successes: 48, trials: 80 },
      { successes: 56, trials: 70 },
      { leastRows: 50 },
    );
    expect(difference).toBeCloseTo(0.2, 12);
    expect(interval.lower).toBeCloseTo(0.0524, 4);
    expect(interval.upper).toBeCloseTo(0.3339, 4);
    expect(enough).toEqual({ enough: true });
  });

  it('says what is missing', () => {
    const reason = (a: [number, number], b: [number, number]) =>
      compareProportions(
        { successes: a[0], trials: a[1] },
        { successes: b[0], trials: b[1] },
      ).enough.reason;
    expect(reason([3, 900], [0, 40])).toBe(
      'the candidate has 40 rows; expected at least 100',
    );
    expect(reason([3, 900], [1, 100])).toMatch(
      /^the candidate has 100 rows; at this rate expected at least 1250$/,
    );
    expect(reason([0, 900], [0, 900])).toBe(
      'neither variant has both outcomes yet',
    );
  });

  it('knows nothing of no rows', () => {
    const { difference, pValue, enough } = compareProportions(
      { successes: 0, trials: 0 },
      { successes: 1, trials: 2 },
    );
    expect(difference).toBeNaN();
    expect(pValue).toBeNaN();
    expect(enough.enough).toBe(false);
  });

  it('keeps the difference within its interval', () => {
    const side = fc
      .tuple(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([trials, share]) => ({
        successes: Math.round(trials * share),
        trials,
      }));
    fc.assert(
      fc.property(side, side, (a, b) => {
        const { difference, interval } = compareProportions(a, b);
        expect(interval.lower).toBeLessThanOrEqual(difference);
        expect(interval.upper).toBeGreaterThanOrEqual(difference);
        expect(interval.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(interval.upper).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('mannWhitney', () => {
  const a = Array.from({ length: 60 }, (_, i) => ((i * 37) % 101) / 10);
  const b = Array.from({ length: 80 }, (_, i) => ((i * 53) % 97) / 9);

  // Expected: scipy 1.17.1, stats.mannwhitneyu.
  it.each([
    [a, b, 2290.5, 0.6462497368881517],
    [[1, 2, 2, 3, 5], [2, 4, 4, 6, 7, 8], 5, 0.07934368319771502],
    [[1.1, 2.2, 3.3, 9.9], [2.5, 4.4, 6.6, 7.7, 8.8], 6, 0.4126984126984127],
  ])('equals scipy, %#', (left, right, statistic, pValue) => {
    const result = mannWhitney(countValues(left), countValues(right));
    expect(result.statistic).toBe(statistic);
    expect(result.pValue).toBeCloseTo(pValue, 10);
  });

  it('gives both samples their part of the pairs', () => {
    const samples = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 });
    fc.assert(
      fc.property(samples, samples, (x, y) => {
        const [m, n] = [countValues(x), countValues(y)];
        const there = mannWhitney(m, n);
        const back = mannWhitney(n, m);
        expect(there.statistic + back.statistic).toBe(x.length * y.length);
        expect(there.pValue).toBeCloseTo(back.pValue, 10);
      }),
    );
  });

  it('finds the shift', () => {
    const shift = shiftBetween(Float64Array.from(a), Float64Array.from(b));
    expect(shift.method).toBe('Hodges-Lehmann');
    // numpy: median of all differences.
    expect(shift.value).toBeCloseTo(0.24444444444444446, 12);
    const many = new Float64Array(2_000).fill(3);
    expect(
      shiftBetween(
        many,
        many.map(value => value + 2),
      ),
    ).toEqual({
      value: 2,
      method: 'difference of medians',
    });
  });
});

describe('compareValues', () => {
  const stable = Array.from({ length: 400 }, (_, i) => 100 + ((i * 37) % 101));
  const slower = stable.map(latency => latency + 30);

  it('finds a slower candidate, the same each time', () => {
    const found = compareValues(stable, slower, { resamples: 200 });
    expect(found.difference).toBeCloseTo(30, 9);
    expect(found.interval.lower).toBeGreaterThan(10);
    expect(found.interval.upper).toBeLessThan(50);
    expect(found.pValue).toBeLessThan(1e-6);
    expect(found.enough.enough).toBe(true);
    expect(compareValues(stable, slower, { resamples: 200 })).toEqual(found);
  });

  it('leaves out what is no number, and knows nothing of no rows', () => {
    const none = compareValues([NaN, null, Infinity], slower);
    expect(none.rows).toEqual({ stable: 0, candidate: 400 });
    expect(none.pValue).toBeNaN();
    expect(none.interval.lower).toBeNaN();
    expect(none.enough.reason).toBe(
      'the stable variant has 0 rows; expected at least 100',
    );
  });

  it('names the range of resamples', () => {
    expect(() => compareValues(stable, slower, { resamples: 0 })).toThrow(
      'resamples must be a whole number from 2 to 100000, and was 0',
    );
  });
});

describe('agreementOf', () => {
  // Cohen's kappa by hand: agreement 35/50, chance 0.5 * 0.6 + 0.5 * 0.4.
  it('counts agreement beyond chance', () => {
    const { rate, kappa, confusion } = agreementOf([
      { label: 'yes', prediction: 'yes', count: 20 },
      { label: 'yes', prediction: 'no', count: 5 },
      { label: 'no', prediction: 'yes', count: 10 },
      { label: 'no', prediction: 'no', count: 15 },
    ]);
    expect(rate.value).toBeCloseTo(0.7, 12);
    expect(kappa).toBeCloseTo(0.4, 12);
    expect(confusion).toEqual({
      classes: ['no', 'yes'],
      counts: [
        [15, 10],
        [5, 20],
      ],
      rows: 50,
    });
    expect(agreementOf([]).rate.value).toBeNaN();
  });
});
