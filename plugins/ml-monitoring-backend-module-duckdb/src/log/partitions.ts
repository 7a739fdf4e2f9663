import type { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';

const DAY = 86_400_000;

/** Hive's `name=value` folders of a path, in their order. */
export function partitionsOf(path: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of path.split('/').slice(0, -1)) {
    const match = /^([^=]+)=(.*)$/.exec(part);
    if (match) parts.set(match[1], decode(match[2]));
  }
  return parts;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const whole = (value: string | undefined) =>
  value !== undefined && /^\d{1,4}$/.test(value) ? Number(value) : undefined;

/** The days of a path's partitions, UTC; undefined where they tell none. */
function daysOf(path: string): { from: number; to: number } | undefined {
  const parts = partitionsOf(path);
  for (const name of ['dt', 'ds', 'date', 'day']) {
    const value = parts.get(name);
    if (value && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
      const from = Date.parse(value);
      if (!Number.isNaN(from)) return { from, to: from + DAY };
    }
  }
  const year = whole(parts.get('year'));
  if (year === undefined) return undefined;
  const month = whole(parts.get('month'));
  const day = whole(parts.get('day'));
  if (month === undefined) {
    return { from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0) };
  }
  if (day === undefined) {
    return { from: Date.UTC(year, month - 1), to: Date.UTC(year, month) };
  }
  const from = Date.UTC(year, month - 1, day);
  return { from, to: from + DAY };
}

/**
 * Whether a file may hold rows of a window, as its partitions tell. A day
 * more on both sides allows for writers in other time zones and rows that come late.
 */
export function mayHold(path: string, window: TimeWindow): boolean {
  const days = daysOf(path);
  return (
    !days ||
    (days.from - DAY < Date.parse(window.to) &&
      days.to + DAY > Date.parse(window.from))
  );
}
