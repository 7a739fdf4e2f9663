import type {
  Series,
  SourceAnswer,
  TimeWindow,
} from '@airworthy/plugin-ml-monitoring-common';

const HOUR_MS = 3_600_000;

/** The moment that the figures are of. */
export const NOW = Date.now();

/** So many hours before that moment. */
export const hoursAgo = (hours: number) =>
  new Date(NOW - hours * HOUR_MS).toISOString();

/** The last day. */
export const DAY: TimeWindow = { from: hoursAgo(24), to: hoursAgo(0) };

/** What a log's answers have in common. */
export function fromLog(rowsRead = 12_345): SourceAnswer {
  return {
    source: { type: 'duckdb', name: 'flight-delay/production' },
    window: DAY,
    rowsRead,
    freshAt: hoursAgo(0.5),
    answeredAt: hoursAgo(0),
    notices: [],
  };
}

/** A line of a point an hour. */
export function seriesOf(
  metric: string,
  unit: string,
  value: (hour: number) => number | null,
  of: { variant?: string; modelVersion?: string; spread?: number } = {},
): Series {
  const { spread, ...rest } = of;
  return {
    metric,
    unit,
    ...rest,
    points: Array.from({ length: 24 }, (_, hour) => {
      const figure = value(hour);
      return {
        at: hoursAgo(24 - hour),
        value: figure,
        ...(spread !== undefined &&
          figure !== null && {
            lower: figure - spread,
            upper: figure + spread,
          }),
        rows: 500,
      };
    }),
  };
}
