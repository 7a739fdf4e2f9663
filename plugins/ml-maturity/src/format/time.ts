const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const RELATIVE = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

/** How far a moment is from now, such as `3 hours ago` or `in 12 days`. */
export function formatDistance(moment: string, now = Date.now()): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return moment;
  const seconds = (time - now) / 1_000;
  const [unit, length] = UNITS.find(
    ([, size]) => Math.abs(seconds) >= size,
  ) ?? ['second', 1];
  if (unit === 'second') return seconds > 0 ? 'in a moment' : 'just now';
  return RELATIVE.format(Math.trunc(seconds / length), unit);
}

/** How old something is, such as `3 hours`. */
export function formatAge(moment: string, now = Date.now()): string {
  return formatDistance(moment, now).replace(/ ago$/, '');
}

/** Days until a moment; negative when it is past. */
export function daysUntil(moment: string, now = Date.now()): number {
  return (Date.parse(moment) - now) / 86_400_000;
}
