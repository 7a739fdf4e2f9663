import fc from 'fast-check';
import { alignCategories, categoryShares, foldCategories } from './categories';
import { doaneEdges, quantileEdges, sturgesEdges } from './edges';
import { binIndex, histogramOf, histogramRows } from './histogram';
import {
  countValues,
  fromValueCounts,
  mergeValues,
  quantiles,
  summariseValues,
} from './values';

describe('countValues', () => {
  it('leaves out what is no finite number', () => {
    expect(
      countValues([2, NaN, null, Infinity, 1, undefined, -Infinity, 2, -0, 0]),
    ).toEqual({ values: [0, 1, 2], counts: [2, 1, 2], rows: 5, excluded: 5 });
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), rows => {
        expect(countValues([...rows].reverse())).toEqual(countValues(rows));
      }),
    );
  });

  it('equals what a query that groups gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 }),
        rows => {
          const groups = rows.map(value => ({ value, count: 1 }));
          expect(fromValueCounts(groups)).toEqual(countValues(rows));
        },
      ),
    );
  });
});

describe('mergeValues', () => {
  it('equals counting all rows at once', () => {
    const samples = fc.array(fc.option(fc.integer({ min: -9, max: 9 })));
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        expect(mergeValues(countValues(a), countValues(b))).toEqual(
          countValues([...a, ...b]),
        );
      }),
    );
  });
});

describe('summariseValues', () => {
  // By hand: mean 3, deviations -2 -1 -1 4, variance 22/4, third moment (64-8-1-1)/4.
  it('takes moments of the population', () => {
    const summary = summariseValues(countValues([1, 2, 2, 7]));
    expect(summary).toMatchObject({ rows: 4, distinct: 3, min: 1, max: 7 });
    expect(summary.mean).toBe(3);
    expect(summary.standardDeviation).toBeCloseTo(Math.sqrt(5.5), 12);
    expect(summary.skewness).toBeCloseTo(13.5 / 5.5 ** 1.5, 12);
  });

  it('knows nothing of no rows', () => {
    expect(summariseValues(countValues([]))).toMatchObject({
      rows: 0,
      min: NaN,
      mean: NaN,
    });
  });
});

describe('edges', () => {
  it('interpolates quantiles as numpy does', () => {
    expect(
      quantiles(countValues([1, 2, 4, 8]), [0, 0.25, 0.5, 0.9, 1]),
    ).toEqual([1, 1.75, 3, expect.closeTo(6.8, 12), 8]);
  });

  it('keeps a bin for the value that most rows have', () => {
    const edges = quantileEdges([0, 0, 0, 0]);
    expect(histogramOf(countValues([-1, 0, 0, 3]), edges)).toEqual({
      edges: [0, 0],
      counts: [2],
      below: 1,
      above: 1,
    });
  });

  // numpy 2.4.6: histogram_bin_edges([7, 7, 7], 'sturges') is [6.5, 7.5].
  it('widens an empty range as numpy does', () => {
    expect(sturgesEdges(summariseValues(countValues([7, 7, 7])))).toEqual([
      6.5, 7.5,
    ]);
    expect(doaneEdges(summariseValues(countValues([7])))).toEqual([6.5, 7.5]);
  });

  // numpy 2.4.6: of whole numbers, histogram_bin_edges([0, 1, 2] * 10, 'sturges') has 2 bins, of floats 6.
  it('makes bins of whole numbers no narrower than one', () => {
    const summary = summariseValues(
      countValues(Array.from({ length: 30 }, (_, i) => i % 3)),
    );
    expect(sturgesEdges(summary)).toHaveLength(7);
    expect(sturgesEdges(summary, { integer: true })).toEqual([0, 1, 2]);
  });

  it('has none without rows', () => {
    expect(sturgesEdges(summariseValues(countValues([])))).toEqual([]);
  });
});

describe('histogramOf', () => {
  it('puts edges where numpy.histogram does', () => {
    const edges = [0, 1, 2];
    expect([-1, 0, 0.5, 1, 2, 2.1].map(x => binIndex(edges, x))).toEqual([
      -1, 0, 0, 1, 1, 2,
    ]);
  });

  it('loses no row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true })),
        fc.uniqueArray(fc.integer({ min: -90, max: 90 }), { minLength: 1 }),
        (rows, unsorted) => {
          const edges = quantileEdges([...unsorted].sort((a, b) => a - b));
          const column = countValues(rows);
          expect(histogramRows(histogramOf(column, edges))).toBe(column.rows);
        },
      ),
    );
  });
});

describe('categories', () => {
  const reference = new Map([
    ['b', 3],
    ['a', 5],
    ['c', 2],
  ]);
  const current = new Map([
    ['a', 4],
    ['__proto__', 1],
    ['z', 5],
  ]);

  it('orders known before new ones', () => {
    expect(alignCategories(reference, current)).toEqual({
      categories: ['a', 'b', 'c', 'z', '__proto__'],
      reference: [5, 3, 2, 0, 0],
      current: [4, 0, 0, 5, 1],
    });
  });

  it('folds small and new ones apart', () => {
    const folded = foldCategories(alignCategories(reference, current), 1);
    expect(folded).toEqual({
      categories: ['a', '(others)', '(new)'],
      reference: [5, 5, 0],
      current: [4, 0, 6],
    });
    expect(categoryShares(folded).current).toEqual([0.4, 0, 0.6]);
  });

  it('adds new ones up in one bin', () => {
    expect(
      categoryShares(alignCategories(reference, current), 'together'),
    ).toEqual({
      reference: [0.5, 0.3, 0.2, 0],
      current: [0.4, 0, 0, expect.closeTo(0.6, 12)],
    });
  });
});
