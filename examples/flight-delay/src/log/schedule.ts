const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
/** 5 January 1970 was the first Monday. */
const FIRST_MONDAY = 4 * DAY;

const startOfDay = (time: number) => Math.floor(time / DAY) * DAY;
const startOfWeek = (time: number) =>
  Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;

/** The canary had run for so many days when the log was made. */
export const CANARY_DAYS = 9;

/** The shadow had run for so many days when the log was made. */
export const SHADOW_DAYS = 28;

/** Labels of the longest flights arrive half a day late. */
const LABELS_SETTLE_AFTER = DAY;

/** When what happens in the moved log, in milliseconds of the epoch. */
export interface Schedule {
  /** Whole weeks by which the flights of 2001 are moved. */
  shiftWeeks: number;
  /** Departure of the last flight after the move. */
  dataEndsAt: number;
  canaryStartsAt: number;
  shadowStartsAt: number;
}

/**
 * Moves the data by the fewest whole weeks that bring its end to now or
 * later. Weekdays and hours stay what they were, so that the patterns of a
 * day and of a week stay in the log.
 */
export function scheduleFor(lastDeparture: number, now: number): Schedule {
  const shiftWeeks = Math.ceil((now - lastDeparture) / WEEK);
  return {
    shiftWeeks,
    dataEndsAt: lastDeparture + shiftWeeks * WEEK,
    canaryStartsAt: startOfDay(now) - CANARY_DAYS * DAY,
    shadowStartsAt: startOfDay(now) - SHADOW_DAYS * DAY,
  };
}

/** Start of the earliest file that can still change: its labels may be due. */
export const firstOpenWeek = (now: number) =>
  startOfWeek(now - LABELS_SETTLE_AFTER);

/** Mondays of the weeks that a stretch touches. */
export function weeksBetween(from: number, to: number): number[] {
  const weeks: number[] = [];
  for (let week = startOfWeek(from); week <= to; week += WEEK) weeks.push(week);
  return weeks;
}

/** Name of the file of a week: the date of its Monday. */
export const weekFile = (week: number) =>
  `week-${new Date(week).toISOString().slice(0, 10)}.parquet`;

/** The Monday after. */
export const nextWeek = (week: number) => week + WEEK;

/** A time as an SQL literal. */
export const sqlTime = (time: number) =>
  `TIMESTAMP '${new Date(time).toISOString().replace('T', ' ').slice(0, -1)}'`;
