import {
  type ComparedMetric,
  compareEstimates,
  compareProportions,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  metricsOf,
  type PartQuality,
  type QualityKind,
} from '../quality/partQuality';

const TITLES: Record<string, string> = {
  roc_auc: 'ROC AUC',
  accuracy: 'Accuracy',
  f1: 'F1',
  precision: 'Precision',
  recall: 'Recall',
  brier: 'Brier score',
  mae: 'Mean absolute error',
  rmse: 'Root mean squared error',
  mape: 'Mean absolute percentage error',
};

/** Figures that are shares of rows. */
const PROPORTIONS = ['accuracy', 'precision', 'recall'];

/** Quality of two variants, on the rows whose labels have arrived. */
export function compareQuality(
  kind: QualityKind,
  stable: PartQuality | undefined,
  candidate: PartQuality | undefined,
): ComparedMetric[] {
  if (!stable || !candidate) return [];
  return metricsOf(kind).flatMap(
    ({ metric, unit, better }): ComparedMetric[] => {
      const before = stable.figures.get(metric);
      const now = candidate.figures.get(metric);
      if (!before?.rows || !now?.rows) return [];
      const proportion = (figure: typeof now) => ({
        successes: Math.round((figure.value ?? 0) * figure.rows),
        trials: figure.rows,
      });
      const estimate = (figure: typeof now) => ({
        ...figure,
        value: figure.value ?? NaN,
      });
      return [
        {
          metric,
          title: TITLES[metric] ?? metric,
          unit,
          better,
          difference: PROPORTIONS.includes(metric)
            ? compareProportions(proportion(before), proportion(now))
            : compareEstimates(estimate(before), estimate(now)),
        },
      ];
    },
  );
}
