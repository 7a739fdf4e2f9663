import { DateTime, Duration } from 'luxon';

/** A moment plus an ISO 8601 duration, by the UTC calendar, in milliseconds. */
export function addDuration(from: number, duration: string): number {
  return DateTime.fromMillis(from, { zone: 'utc' })
    .plus(Duration.fromISO(duration))
    .toMillis();
}

/** Days that an ISO 8601 duration lasts; a month is taken as 30 days, a year as 365. */
export function durationInDays(duration: string): number {
  const { years, months, weeks, days, hours, minutes, seconds } =
    Duration.fromISO(duration);
  return (
    years * 365 +
    months * 30 +
    weeks * 7 +
    days +
    hours / 24 +
    minutes / 1_440 +
    seconds / 86_400
  );
}

const FIXED = /^P(?:(\d+)W)?(?:(\d+)D)?$/;

/**
 * Adds one duration to many moments. Weeks and days last the same at any
 * time in UTC, so that only months and years need the calendar.
 */
export function durationAdder(duration: string): (from: number) => number {
  const fixed = FIXED.exec(duration);
  if (fixed) {
    const span =
      (Number(fixed[1] ?? 0) * 7 + Number(fixed[2] ?? 0)) * 86_400_000;
    return from => from + span;
  }
  return from => addDuration(from, duration);
}
