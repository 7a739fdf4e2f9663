import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths that people read easily, in milliseconds. */
const LENGTHS = [
  ...[1, 2, 5, 10, 15, 30].map(n => n * 1_000),
  ...[1, 2, 5, 10, 15, 30].map(n => n * MINUTE),
  ...[1, 2, 3, 6, 12].map(n => n * HOUR),
  ...[1, 2, 7, 14, 28].map(n => n * DAY),
];

/** Equal parts of a window, at whole multiples of their length since 1970. */
export interface Steps {
  length: number;
  /** Start of step 0, in milliseconds since 1970. */
  origin: number;
  count: number;
  /** SQL of the step that a row is in. */
  sql: string;
  /** Start of a step, ISO. */
  at(step: number): string;
}

/** Parts a window into no more steps than a chart has points. */
export function stepsOf(window: TimeWindow, maxPoints: number): Steps {
  const from = Date.parse(window.from);
  const to = Date.parse(window.to);
  // One less, since the first step may begin before the window does.
  const least = (to - from) / Math.max(1, maxPoints - 1);
  const length =
    LENGTHS.find(one => one >= least) ?? Math.ceil(least / DAY) * DAY;
  const origin = Math.floor(from / length) * length;
  return {
    length,
    origin,
    count: Math.max(1, Math.ceil((to - origin) / length)),
    sql: `((epoch_ms(ts) - ${origin}) // ${length})::INTEGER`,
    at: step => new Date(origin + step * length).toISOString(),
  };
}
