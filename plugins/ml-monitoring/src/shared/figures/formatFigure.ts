import {
  formatDifference,
  formatNumber,
  formatPercent,
} from '@airworthy/plugin-ml-models-react';

const SHARES = new Set(['ratio', 'share', 'fraction', 'proportion']);
const RATES = new Set([
  '1/s',
  '/s',
  'per_second',
  'req/s',
  'requests/s',
  'rps',
]);
const COUNTS = new Set(['', '1', 'count', 'none', 'p', 'requests', 'rows']);

/** Figures of 0 to 1 that nobody says in percent. */
const BARE = /^(roc_auc|pr_auc|f1|brier|r2|kappa|expected_calibration_error)/;

/** The unit that people read a metric in. */
export function unitFor(metric: string, unit: string): string {
  return SHARES.has(unit) && BARE.test(metric) ? '' : unit;
}

/** A figure that is known, with its unit. */
export function formatKnown(value: number, unit: string): string {
  // Three digits are more than a share of some thousand rows tells.
  if (SHARES.has(unit)) {
    return formatPercent(Number((value * 100).toPrecision(3)));
  }
  if (RATES.has(unit)) return `${formatNumber(value)}/s`;
  if (COUNTS.has(unit)) return formatNumber(value);
  return `${formatNumber(value)} ${unit}`;
}

/** A figure with its unit; undefined where it is not known. */
export function formatFigure(
  value: number | null | undefined,
  unit: string,
): string | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? formatKnown(value, unit)
    : undefined;
}

/** A difference of two figures with sign and unit. */
export function formatChange(difference: number, unit: string): string {
  if (SHARES.has(unit))
    return formatDifference(
      Number((difference * 100).toPrecision(3)),
      'percent',
    );
  if (RATES.has(unit)) return `${formatDifference(difference)}/s`;
  return formatDifference(difference, COUNTS.has(unit) ? undefined : unit);
}

/** The unit as it stands at an axis; undefined for a bare number. */
export function axisUnit(unit: string): string | undefined {
  if (SHARES.has(unit)) return '%';
  if (RATES.has(unit)) return '1/s';
  return COUNTS.has(unit) ? undefined : unit;
}

/** The same without its unit, where that stands beside it. */
export function formatBareChange(difference: number, unit: string): string {
  return formatDifference(
    SHARES.has(unit) ? Number((difference * 100).toPrecision(3)) : difference,
  );
}
