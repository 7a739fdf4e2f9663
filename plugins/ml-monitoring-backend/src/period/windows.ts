import { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';

/** How windows follow each other, in milliseconds. */
export interface WindowPlan {
  window: number;
  /** Windows end at whole multiples of it since 1970, in UTC. */
  step: number;
  /** How far back windows go that were not looked at. */
  backfill: number;
  /** How long after its end a window is complete. */
  delay: number;
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** End of the newest window that is complete. */
export function newestEnd({ step, delay }: WindowPlan, now: number): number {
  return Math.floor((now - delay) / step) * step;
}

/**
 * The windows that are complete and were not looked at, oldest first: those
 * after `after`, or as many as the backfill holds where none was looked at or
 * it is longer ago.
 */
export function dueWindows(
  plan: WindowPlan,
  after: number | undefined,
  now: number,
): TimeWindow[] {
  const last = newestEnd(plan, now);
  const count = Math.max(1, Math.floor(plan.backfill / plan.step));
  const earliest = last - (count - 1) * plan.step;
  // The steps may be other ones than those of the window before.
  const next =
    after === undefined
      ? earliest
      : (Math.floor(after / plan.step) + 1) * plan.step;
  const windows: TimeWindow[] = [];
  for (let end = Math.max(next, earliest); end <= last; end += plan.step) {
    windows.push({ from: iso(end - plan.window), to: iso(end) });
  }
  return windows;
}

/** The newest complete windows, oldest first. */
export function lastWindows(
  plan: WindowPlan,
  count: number,
  now: number,
): TimeWindow[] {
  const last = newestEnd(plan, now);
  return Array.from({ length: count }, (_, i) => {
    const end = last - (count - 1 - i) * plan.step;
    return { from: iso(end - plan.window), to: iso(end) };
  });
}
