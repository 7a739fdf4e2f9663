import {
  AttestationField,
  AttestationValue,
} from '@airworthy/plugin-ml-maturity-common';
import {
  formatDate,
  formatDuration,
  formatNumber,
} from '@airworthy/plugin-ml-models-react';

/** The value of a typed field as a text. */
export function formatValue(
  value: AttestationValue,
  field: AttestationField | undefined,
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    const unit = field?.type === 'number' && field.unit;
    return unit ? `${formatNumber(value)} ${unit}` : formatNumber(value);
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([item, choice]) => `${item}: ${choice}`)
      .join(', ');
  }
  if (field?.type === 'duration') return formatDuration(value);
  if (field?.type === 'date') return formatDate(value);
  return value;
}
