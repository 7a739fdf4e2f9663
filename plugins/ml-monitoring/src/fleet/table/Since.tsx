const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const RELATIVE = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

function distance(moment: string, now: number): string {
  const seconds = (Date.parse(moment) - now) / 1_000;
  if (Number.isNaN(seconds)) return moment;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  if (!unit) return 'just now';
  return RELATIVE.format(Math.trunc(seconds / unit[1]), unit[0]);
}

/** How long ago a moment was, with the moment itself for those who ask. */
export const Since = ({ moment, title }: { moment: string; title: string }) => (
  <time dateTime={moment} title={title}>
    {distance(moment, Date.now())}
  </time>
);
