import { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';

/** Prometheus refuses to answer more points a series than this. */
export const MOST_POINTS = 11_000;

/** Scrapes that a rate is told from at least: one may be missed, and it takes two. */
const SCRAPES_OF_A_RATE = 4;

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

// Steps that people read easily, in seconds.
const STEPS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map(n => n * MINUTE),
  ...[1, 2, 3, 6, 12].map(n => n * HOUR),
  ...[1, 2, 7, 14, 28].map(n => n * DAY),
];

/** When a query over time is evaluated; seconds since 1970. */
export interface Grid {
  start: number;
  end: number;
  step: number;
  /** The span that a rate is told over. */
  rateWindow: number;
}

function roundStep(least: number): number {
  return (
    STEPS.find(step => step >= least) ??
    Math.ceil(least / (28 * DAY)) * 28 * DAY
  );
}

/**
 * Chooses when a window is evaluated: at most so many points, no finer than
 * the scrapes, at multiples of the step so that a page that is loaded again
 * asks the same. A point at `t` tells of the step before it.
 */
export function gridOf(
  window: TimeWindow,
  options: { maxPoints: number; scrapeIntervalSeconds: number },
): Grid {
  const from = Date.parse(window.from) / 1000;
  const to = Date.parse(window.to) / 1000;
  const { scrapeIntervalSeconds } = options;
  const points = Math.max(
    1,
    Math.min(Math.floor(options.maxPoints), MOST_POINTS),
  );
  const step = roundStep(Math.max((to - from) / points, scrapeIntervalSeconds));
  const end = Math.floor(to / step) * step;
  const start = Math.ceil(from / step) * step + step;
  return {
    // A window that is shorter than a step still has its end.
    start: Math.min(start, end),
    end,
    step,
    rateWindow: Math.max(step, SCRAPES_OF_A_RATE * scrapeIntervalSeconds),
  };
}
