import {
  type ComparedMetric,
  compareProportions,
  enoughData,
  normalInterval,
} from '@airworthy/plugin-ml-monitoring-common';

/** Requests and errors of a variant. */
export interface VariantCounts {
  rows: number;
  /** Rows whose outcome is known. */
  judged: number;
  errors: number;
  modelVersion?: string;
}

/** Rate and error ratio of two variants. */
export function compareService(
  stable: VariantCounts,
  candidate: VariantCounts,
  options: { seconds: number; hasErrors: boolean },
): ComparedMetric[] {
  const { seconds, hasErrors } = options;
  const difference = (candidate.rows - stable.rows) / seconds;
  const metrics: ComparedMetric[] = [
    {
      metric: 'rate',
      title: 'Request rate',
      unit: '1/s',
      better: 'neither',
      difference: {
        stable: stable.rows / seconds,
        candidate: candidate.rows / seconds,
        difference,
        // Of two Poisson counts.
        interval: normalInterval(
          difference,
          Math.sqrt(candidate.rows + stable.rows) / seconds,
        ),
        // The split of traffic decides the rates: there is nothing to test.
        pValue: NaN,
        method: 'normal interval of the difference of two Poisson rates',
        rows: { stable: stable.rows, candidate: candidate.rows },
        enough: enoughData(stable.rows, candidate.rows),
      },
    },
  ];
  if (hasErrors) {
    metrics.push({
      metric: 'error_ratio',
      title: 'Error ratio',
      unit: 'share',
      better: 'lower',
      difference: compareProportions(
        { successes: stable.errors, trials: stable.judged },
        { successes: candidate.errors, trials: candidate.judged },
      ),
    });
  }
  return metrics;
}
