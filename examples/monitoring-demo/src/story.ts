const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** 5 January 1970 was the first Monday. */
const FIRST_MONDAY = 4 * DAY;

const LOG_DAYS = 45;
const BASELINE_DAYS = 30;

/** A time as an SQL literal. */
export const sqlTime = (time: number) =>
  `TIMESTAMP '${new Date(time).toISOString().replace('T', ' ').slice(0, -1)}'`;

/**
 * When what happens, as SQL.
 *
 * @remarks
 * The moments of a story hang on the Monday of the week that it is now, so
 * that they stay where they are when the logs are continued, and nothing needs
 * to be remembered.
 */
export interface Story {
  now: string;
  /** Start of the logs: a midnight. */
  from: string;
  /** Start of the baselines, which end where the logs start. */
  baselineFrom: string;
  /** So many days, and hours, before this week's Monday. */
  before(days: number, hours?: number): string;
  /** Mondays from the start to now: name of a week, its start and its end. */
  weeks: { name: string; from: string; to: string }[];
}

/** The story as it stands at a time. */
export function storyAt(now: number): Story {
  const midnight = Math.floor(now / DAY) * DAY;
  const mondayOf = (time: number) =>
    Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
  const from = midnight - LOG_DAYS * DAY;
  const weeks = [];
  for (let week = mondayOf(from); week <= now; week += WEEK) {
    weeks.push({
      name: new Date(week).toISOString().slice(0, 10),
      from: sqlTime(week),
      to: sqlTime(week + WEEK),
    });
  }
  return {
    now: sqlTime(now),
    from: sqlTime(from),
    baselineFrom: sqlTime(from - BASELINE_DAYS * DAY),
    before: (days, hours = 0) =>
      sqlTime(mondayOf(now) - days * DAY + hours * HOUR),
    weeks,
  };
}
