const PARTS: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/**
 * A moment to the minute in the reader's zone; what cannot be read is shown as
 * it is.
 *
 * @public
 */
export function formatLocalTime(value: string | number): string {
  const time = typeof value === 'number' ? value : Date.parse(value);
  if (Number.isNaN(time)) return String(value);
  return new Intl.DateTimeFormat('en-GB', PARTS).format(time);
}

/** The reader's zone as people call it, such as `CET`. @public */
export function localZone(at: string | number = Date.now()): string {
  const time = typeof at === 'number' ? at : Date.parse(at);
  return (
    new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
      .formatToParts(Number.isNaN(time) ? Date.now() : time)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  );
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const RELATIVE = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

/** How far a moment is from now, such as `3 hours ago` or `in 12 days`. @public */
export function formatTimeDistance(value: string, now = Date.now()): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return value;
  const seconds = (time - now) / 1_000;
  const [unit, length] = UNITS.find(
    ([, size]) => Math.abs(seconds) >= size,
  ) ?? ['second', 1];
  if (unit === 'second') return seconds > 0 ? 'in a moment' : 'just now';
  return RELATIVE.format(Math.trunc(seconds / length), unit);
}
