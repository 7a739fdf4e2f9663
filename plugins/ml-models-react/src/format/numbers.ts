const LOCALE = 'en-GB';

/**
 * A number as people read it: thousands apart, four significant digits below a
 * thousand, an exponent where it would otherwise be all noughts.
 *
 * @public
 */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) {
    return value.toExponential(2).replace('-', '−').replace('e−', 'e-');
  }
  return new Intl.NumberFormat(LOCALE, {
    ...(size >= 1_000
      ? { maximumFractionDigits: size >= 10_000 ? 0 : 1 }
      : { maximumSignificantDigits: 4 }),
  })
    .format(value)
    .replace('-', '−');
}

/** A large count in words, such as `66.4 million`. @public */
export function formatCount(value: number): string {
  return new Intl.NumberFormat(LOCALE, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 3,
  }).format(value);
}

/** A figure that is in percent already, such as a share of traffic. @public */
export function formatPercent(value: number): string {
  return `${formatNumber(value)}%`;
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** A size in decimal units, such as `17.2 MB`. @public */
export function formatBytes(value: number): string {
  let size = value;
  let unit = 0;
  while (Math.abs(size) >= 999.5 && unit < BYTE_UNITS.length - 1) {
    size /= 1_000;
    unit++;
  }
  const number = new Intl.NumberFormat(LOCALE, {
    maximumSignificantDigits: 3,
  }).format(size);
  return `${number} ${BYTE_UNITS[unit]}`;
}
