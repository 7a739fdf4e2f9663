import fc from 'fast-check';
import {
  quantileInterval,
  quantileOf,
  toBuckets,
  toValueCounts,
} from './histogram';

// 50 requests up to 100 ms, 40 up to 200 ms, 10 up to 400 ms.
const buckets = toBuckets(
  [
    { le: '+Inf', count: 100 },
    { le: '0.1', count: 50 },
    { le: '0.4', count: 100 },
    { le: '0.2', count: 90 },
  ],
  1000,
);

const cumulative = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(500)), {
    minLength: 1,
    maxLength: 12,
  })
  .map(widths => {
    let bound = 0;
    let count = 0;
    const counts = widths.map(([width, inside]) => ({
      le: `${(bound += width)}`,
      count: (count += inside),
    }));
    return [...counts, { le: '+Inf', count: count + 1 }];
  });

describe('histograms', () => {
  it('give quantiles by straight lines within buckets', () => {
    expect(quantileOf(buckets, 0.25)).toBe(50);
    expect(quantileOf(buckets, 0.5)).toBe(100);
    expect(quantileOf(buckets, 0.7)).toBe(150);
    expect(quantileOf(buckets, 0.95)).toBe(300);
    expect(quantileOf(buckets, 1)).toBe(400);
  });

  it('give no more than their last finite bound', () => {
    const slow = toBuckets(
      [
        { le: '1', count: 10 },
        { le: '+Inf', count: 100 },
      ],
      1,
    );
    expect(quantileOf(slow, 0.95)).toBe(1);
  });

  it.each([
    [
      'without requests',
      [
        { le: '1', count: 0 },
        { le: '+Inf', count: 0 },
      ],
    ],
    [
      'without a last bucket',
      [
        { le: '1', count: 5 },
        { le: '2', count: 5 },
      ],
    ],
    ['without buckets', []],
    [
      'of what is no number',
      [
        { le: 'x', count: 5 },
        { le: '+Inf', count: null },
      ],
    ],
  ])('give none %s', (_, counts) => {
    expect(quantileOf(toBuckets(counts, 1), 0.5)).toBeNaN();
  });

  it('have an interval by the order statistics', () => {
    // 1.96 standard deviations of the share below the median of 100 requests
    // are 0.098: from rank 40.2 to rank 59.8.
    const { lower, upper } = quantileInterval(buckets, 0.5);
    expect(lower).toBeCloseTo(80.4, 1);
    expect(upper).toBeCloseTo(100 + (9.8 / 40) * 100, 1);
  });

  it('have quantiles that rise, within their interval, and all requests as values', () => {
    fc.assert(
      fc.property(
        cumulative,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (counts, p, q) => {
          const found = toBuckets(counts, 1);
          const [low, high] = [Math.min(p, q), Math.max(p, q)];
          expect(quantileOf(found, low)).toBeLessThanOrEqual(
            quantileOf(found, high) + 1e-9,
          );
          const { lower, upper } = quantileInterval(found, p);
          expect(lower).toBeLessThanOrEqual(quantileOf(found, p) + 1e-9);
          expect(upper).toBeGreaterThanOrEqual(quantileOf(found, p) - 1e-9);
          expect(toValueCounts(found).rows).toBe(found.total);
        },
      ),
    );
  });

  it('mend counts that fall, since each is extrapolated by itself', () => {
    expect(
      toBuckets(
        [
          { le: '1', count: 10.2 },
          { le: '2', count: 10.1 },
          { le: '+Inf', count: 12 },
        ],
        1,
      ).cumulative,
    ).toEqual([10.2, 10.2, 12]);
  });
});
