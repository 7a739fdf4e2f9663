import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Steps whose starts a reader knows from the clock and the calendar.
const STEPS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  7 * DAY,
  28 * DAY,
];

/** The parts of a window that a series has points for. */
export interface Buckets {
  /** In milliseconds. */
  step: number;
  /** Starts, on multiples of the step since 1970; the first may lie before the window. */
  starts: number[];
}

/** The finest step that gives no more than so many points. */
export function chooseBuckets(window: TimeWindow, maxPoints: number): Buckets {
  const from = Date.parse(window.from);
  const to = Date.parse(window.to);
  const count = (step: number) =>
    Math.ceil(to / step) - Math.floor(from / step);
  const last = STEPS[STEPS.length - 1];
  const step =
    STEPS.find(candidate => count(candidate) <= maxPoints) ??
    last * Math.ceil(count(last) / Math.max(1, maxPoints - 1));
  const first = Math.floor(from / step) * step;
  const starts = Array.from(
    { length: count(step) },
    (_, index) => first + index * step,
  );
  return { step, starts };
}
