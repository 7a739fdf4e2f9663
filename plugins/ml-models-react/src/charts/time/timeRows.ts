import type { TimePoint, TimeSeries } from './types';

/** All that is known of a moment, by key of the series. */
export interface TimeRow {
  time: number;
  points: Record<string, TimePoint | undefined>;
}

/** JSON carries no NaN, but a series may be computed in the browser. */
export function known(value: number | null | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** The moments of all series, oldest first; what cannot be read as a time is left out. */
export function timeRows(series: readonly TimeSeries[]): TimeRow[] {
  const rows = new Map<number, TimeRow>();
  for (const { key, points } of series) {
    for (const point of points) {
      const time = Date.parse(point.at);
      if (Number.isNaN(time)) continue;
      const row = rows.get(time) ?? { time, points: {} };
      row.points[key] = point;
      rows.set(time, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.time - b.time);
}

/** Whether a point has no neighbour that a line could join it to. */
export function isAlone(
  rows: readonly TimeRow[],
  key: string,
  index: number,
): boolean {
  const valueAt = (i: number) => known(rows[i]?.points[key]?.value);
  return (
    valueAt(index) !== undefined &&
    valueAt(index - 1) === undefined &&
    valueAt(index + 1) === undefined
  );
}
