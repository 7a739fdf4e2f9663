import { Series } from '@airworthy/plugin-ml-monitoring-common';
import { OwnedSeries } from './Inquiry';
import { Identity } from './target';

/** Whose a figure is, without empty fields. */
export function identityOf({ variant, modelVersion }: Identity): Identity {
  return {
    ...(variant !== undefined && { variant }),
    ...(modelVersion !== undefined && { modelVersion }),
  };
}

/** A figure over time, with whose it is. */
export function toSeries(
  metric: string,
  unit: string,
  series: OwnedSeries,
  convert: (value: number, index: number) => number | null = value => value,
): Series {
  return {
    metric,
    unit,
    ...identityOf(series),
    points: series.points.map((point, i) => ({
      ...point,
      value: point.value === null ? null : convert(point.value, i),
    })),
  };
}
