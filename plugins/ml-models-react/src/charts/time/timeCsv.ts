import { toCsv } from '../../csv/toCsv';
import { known } from './timeRows';
import type { TimeMarker, TimeSeries } from './types';

/**
 * The figures of a chart over time as CSV: one line a point, times in UTC,
 * figures as they are and not as they are shown; what happened at the end.
 */
export function timeCsv(
  series: readonly TimeSeries[],
  markers: readonly TimeMarker[] = [],
): string {
  return toCsv(
    [
      { head: 'time', value: row => row.time },
      { head: 'series', value: row => row.series },
      { head: 'value', value: row => row.value },
      { head: 'lower', value: row => row.lower },
      { head: 'upper', value: row => row.upper },
      { head: 'rows', value: row => row.rows },
      { head: 'event', value: row => row.event },
    ],
    [
      ...series.flatMap(({ label, points }) =>
        points.map(point => ({
          time: point.at,
          series: label,
          value: known(point.value),
          lower: known(point.lower),
          upper: known(point.upper),
          rows: point.rows,
          event: undefined as string | undefined,
        })),
      ),
      ...markers.map(({ at, title }) => ({
        time: at,
        series: undefined,
        value: undefined,
        lower: undefined,
        upper: undefined,
        rows: undefined,
        event: title,
      })),
    ],
  );
}
