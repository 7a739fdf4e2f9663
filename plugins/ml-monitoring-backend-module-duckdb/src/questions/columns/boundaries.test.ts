import fc from 'fast-check';
import {
  countValues,
  histogramOf,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  boundariesOf,
  histogramOfCells,
  mergeBoundaries,
  nextDown,
  nextUp,
  rowsOutside,
} from './boundaries';

/** What DuckDB's histogram counts: rows up to and with each boundary's predecessor. */
function cellsOf(values: readonly number[], boundaries: readonly number[]) {
  const tops = boundaries.map(nextDown);
  const counts = new Array<number>(boundaries.length + 1).fill(0);
  for (const value of values) {
    const cell = tops.findIndex(top => value <= top);
    counts[cell < 0 ? boundaries.length : cell]++;
  }
  return { boundaries, counts };
}

// Few values, so that many lie on edges.
const number = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const edges = fc
  .array(number, { minLength: 2, maxLength: 8 })
  .map(list => [...list].map(x => x + 0).sort((a, b) => a - b));

describe('cells between boundaries', () => {
  it('steps to the neighbouring double', () => {
    expect(nextUp(1)).toBe(1 + Number.EPSILON);
    expect(nextDown(1)).toBe(1 - Number.EPSILON / 2);
    expect(nextUp(0)).toBe(Number.MIN_VALUE);
    expect(nextDown(0)).toBe(-Number.MIN_VALUE);
    expect(nextUp(-1)).toBe(-1 + Number.EPSILON / 2);
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e300 }),
        x => {
          expect(nextUp(x)).toBeGreaterThan(x);
          expect(nextDown(nextUp(x)) + 0).toBe(x + 0);
        },
      ),
    );
  });

  it('gives the bins of every list of edges that it was made of', () => {
    fc.assert(
      fc.property(fc.array(number), edges, edges, (values, one, other) => {
        const cells = cellsOf(
          values,
          mergeBoundaries(boundariesOf(one), boundariesOf(other)),
        );
        for (const list of [one, other]) {
          expect(histogramOfCells(cells, list)).toEqual(
            histogramOf(countValues(values), list),
          );
        }
      }),
    );
  });

  it('counts what lies outside of a range', () => {
    const cells = cellsOf([-1, 0, 1, 2, 3, 3.5], [0, 3, nextUp(3)]);
    expect(rowsOutside(cells, 0, 3)).toBe(2);
    expect(() => rowsOutside(cells, 1, 3)).toThrow('not told apart at 1');
  });
});
