import { scaleTime } from 'd3-scale';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Round moments in the reader's zone. */
export function timeTicks(from: number, to: number, count: number): number[] {
  return scaleTime().domain([from, to]).ticks(Math.max(2, count)).map(Number);
}

const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
});

/** Writes a tick: the time of day in short spans, with the day where one begins; else the day. */
export function formatTick(time: number, span: number): string {
  const date = new Date(time);
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
  return span > 3 * DAY_MS || isMidnight ? DAY.format(date) : TIME.format(date);
}
