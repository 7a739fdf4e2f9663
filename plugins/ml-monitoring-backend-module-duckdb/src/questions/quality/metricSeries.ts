import type {
  Series,
  SeriesPoint,
} from '@airworthy/plugin-ml-monitoring-common';
import type { Steps } from '../shared/steps';
import type { PartFigure, PartMetric } from './metrics';

/** A figure of each step; null where nothing is known. */
export function metricSeries<T extends { key: string | null }>(
  metric: Pick<PartMetric<T>, 'metric' | 'unit'> & {
    of(sums: T): PartFigure;
  },
  parts: readonly T[],
  steps: Steps,
): Series {
  const byStep = new Map(parts.map(part => [Number(part.key), part]));
  const points = Array.from({ length: steps.count }, (_, step): SeriesPoint => {
    const part = byStep.get(step);
    const told = part && metric.of(part);
    return {
      at: steps.at(step),
      value: told?.value ?? null,
      ...(told?.interval && {
        lower: told.interval.lower,
        upper: told.interval.upper,
      }),
      rows: told?.rows ?? 0,
    };
  });
  return { metric: metric.metric, unit: metric.unit, points };
}

/** A share of the rows of each step. */
export const shareOf = (part: number, rows: number): PartFigure => ({
  value: rows > 0 ? part / rows : null,
  rows,
});
