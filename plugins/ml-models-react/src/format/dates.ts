const DATE: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
};

function format(
  value: string,
  options: Intl.DateTimeFormatOptions,
  suffix = '',
): string {
  const time = Date.parse(value);
  // What cannot be read is shown as it is: a wrong date would be worse.
  if (Number.isNaN(time)) return value;
  return new Intl.DateTimeFormat('en-GB', options).format(time) + suffix;
}

/** The day of a moment, in UTC. @public */
export function formatDate(value: string): string {
  return format(value, DATE);
}

/** A moment to the minute, in UTC. @public */
export function formatDateTime(value: string): string {
  return format(
    value,
    { ...DATE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ' UTC',
  );
}

const DURATION =
  /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;
const DURATION_UNITS = [
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
];

/** An ISO 8601 duration in words, such as `1 hour 30 minutes`. @public */
export function formatDuration(value: string): string {
  const parts = DURATION.exec(value)?.slice(1) ?? [];
  const text = parts
    .map((amount, i) => amount && { amount, unit: DURATION_UNITS[i] })
    .filter(part => !!part)
    .map(({ amount, unit }) => `${amount} ${unit}${amount === '1' ? '' : 's'}`)
    .join(' ');
  return text || value;
}
