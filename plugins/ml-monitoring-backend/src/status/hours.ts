import {
  HealthStatus,
  StatusHour,
  compareStatus,
} from '@airworthy/plugin-ml-monitoring-common';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LETTERS: Record<string, HealthStatus> = {
  o: 'ok',
  u: 'unknown',
  w: 'warning',
  c: 'critical',
};
const NOTHING = '-';

/** A status from a moment on. */
export interface StatusFrom {
  at: string;
  status: HealthStatus;
}

/** The hours that the letters of a day stand for; those of which nothing is known are left out. */
export function hoursOfDay(day: string, letters: string): StatusHour[] {
  const start = Date.parse(`${day}T00:00:00.000Z`);
  return [...letters].flatMap((letter, hour) => {
    const status = LETTERS[letter];
    return status
      ? [{ at: new Date(start + hour * HOUR).toISOString(), status }]
      : [];
  });
}

/** The last hours up to one of them, from letters of which the last is for the hour of `until`. */
export function hoursUntil(letters: string, until: string): StatusHour[] {
  const last = Math.floor(Date.parse(until) / HOUR) * HOUR;
  return [...letters].flatMap((letter, i) => {
    const status = LETTERS[letter];
    const at = last - (letters.length - 1 - i) * HOUR;
    return status ? [{ at: new Date(at).toISOString(), status }] : [];
  });
}

/**
 * Hours with those added that have passed since, in which nothing was found
 * to have changed; the last 24 of them where `count` is 24.
 */
export function hoursUpTo(
  hours: readonly StatusHour[],
  present: HealthStatus,
  now: Date,
  count: number,
): StatusHour[] {
  const current = Math.floor(now.getTime() / HOUR) * HOUR;
  const first = current - (count - 1) * HOUR;
  const known = hours.filter(({ at }) => Date.parse(at) >= first);
  const last = hours[hours.length - 1];
  if (!last) return [];
  const added: StatusHour[] = [];
  const from = Math.max(Date.parse(last.at) + HOUR, first);
  for (let at = from; at <= current; at += HOUR) {
    added.push({ at: new Date(at).toISOString(), status: present });
  }
  return [...known, ...added];
}

/**
 * Letters of each day from the first moment of a timeline to now: the worst
 * status that was so in any part of the hour.
 */
export function daysOf(
  timeline: readonly StatusFrom[],
  now: Date,
): { day: string; hours: string }[] {
  if (!timeline.length) return [];
  const end = now.getTime();
  const moments = timeline.map(({ at }) => Date.parse(at));
  const firstHour = Math.floor(moments[0] / HOUR) * HOUR;
  const letters = new Map<number, HealthStatus>();
  timeline.forEach(({ status }, i) => {
    const until = Math.min(moments[i + 1] ?? end, end);
    const from = Math.floor(moments[i] / HOUR) * HOUR;
    for (let at = from; at < until || at === from; at += HOUR) {
      if (at > end) break;
      const before = letters.get(at);
      if (!before || compareStatus(status, before) < 0) letters.set(at, status);
    }
  });
  const days: { day: string; hours: string }[] = [];
  const firstDay = Math.floor(firstHour / DAY) * DAY;
  for (let day = firstDay; day <= end; day += DAY) {
    const hours = Array.from(
      { length: 24 },
      (_, hour) => letters.get(day + hour * HOUR)?.[0] ?? NOTHING,
    ).join('');
    days.push({ day: new Date(day).toISOString().slice(0, 10), hours });
  }
  return days;
}

/** Letters of a day with those put in that are known of it otherwise. */
export function mergeDay(newer: string, older: string | undefined): string {
  return [...newer]
    .map((letter, i) => (letter === NOTHING ? older?.[i] ?? NOTHING : letter))
    .join('');
}
