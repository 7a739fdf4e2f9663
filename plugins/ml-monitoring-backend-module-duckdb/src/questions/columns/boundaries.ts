import type { Histogram } from '@airworthy/plugin-ml-monitoring-common';

const view = new DataView(new ArrayBuffer(8));

function step(value: number, up: boolean): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE;
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, up === value > 0 ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}

/** The next double above a number. */
export const nextUp = (value: number) => step(value, true);

/** The next double below a number. */
export const nextDown = (value: number) => step(value, false);

/**
 * Where rows must be told apart for bins with these edges: a row belongs to
 * the bin from `edges[i]` on, and the last bin has its upper edge too.
 */
export function boundariesOf(edges: readonly number[]): number[] {
  if (edges.length === 0) return [];
  return [...edges.slice(0, -1), nextUp(edges[edges.length - 1])];
}

/** Boundaries of several bins together: ascending and each once. */
export function mergeBoundaries(...lists: (readonly number[])[]): number[] {
  const sorted = Float64Array.from(
    lists.flat().filter(value => Number.isFinite(value)),
  ).sort();
  return Array.from(sorted).filter((value, i) => value !== sorted[i - 1]);
}

/** Rows between boundaries: `counts[0]` below the first, `counts[n]` from the last on. */
export interface Cells {
  boundaries: readonly number[];
  counts: readonly number[];
}

/** Rows below a number; it must be a boundary, or lie where no rows are. */
function rowsBelow({ boundaries, counts }: Cells, value: number): number {
  let rows = 0;
  for (let i = 0; i < counts.length; i++) {
    if (i === boundaries.length) return rows + counts[i];
    if (boundaries[i] > value) {
      if (counts[i] === 0) return rows;
      throw new Error(`Rows were not told apart at ${value}`);
    }
    rows += counts[i];
    if (boundaries[i] === value) return rows;
  }
  return rows;
}

/** All rows of cells. */
export function rowsOfCells({ counts }: Cells): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Puts cells together into bins. */
export function histogramOfCells(
  cells: Cells,
  edges: readonly number[],
): Histogram {
  const bounds = boundariesOf(edges);
  const below = bounds.map(bound => rowsBelow(cells, bound));
  const rows = rowsOfCells(cells);
  if (bounds.length === 0) return { edges, counts: [], below: 0, above: rows };
  return {
    edges,
    counts: below.slice(1).map((count, i) => count - below[i]),
    below: below[0],
    above: rows - below[below.length - 1],
  };
}

/** Rows of cells below the least or above the greatest value of a range. */
export function rowsOutside(cells: Cells, min: number, max: number): number {
  return (
    rowsBelow(cells, min) + rowsOfCells(cells) - rowsBelow(cells, nextUp(max))
  );
}
