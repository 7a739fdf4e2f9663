import type { MlModelMetric } from '@airworthy/plugin-ml-models-common';
import { formatBytes, formatNumber, formatPercent } from './numbers';

/** A figure with its unit, such as `0.913`, `91.3%` or `12.5 ms`. @public */
export function formatMetricValue(
  metric: Pick<MlModelMetric, 'value' | 'unit'>,
): string {
  switch (metric.unit) {
    case undefined:
      return formatNumber(metric.value);
    case 'percent':
    case '%':
      return formatPercent(metric.value);
    case 'bytes':
      return formatBytes(metric.value);
    default:
      return `${formatNumber(metric.value)} ${metric.unit}`;
  }
}

/** The difference of two figures with its sign, such as `+0.012`. @public */
export function formatDifference(difference: number, unit?: string): string {
  // Two floats that differ by rounding alone would show seventeen digits.
  const value = Number(difference.toPrecision(6));
  const number = formatNumber(Math.abs(value));
  const sign = value > 0 ? '+' : '−';
  const text = value === 0 ? number : `${sign}${number}`;
  if (!unit) return text;
  return unit === 'percent' || unit === '%'
    ? `${text} percentage points`
    : `${text} ${unit}`;
}
