import type { Series } from '@airworthy/plugin-ml-monitoring-common';
import { metricSeries } from '../quality/metricSeries';
import {
  metricsOf,
  type PartQuality,
  type QualityKind,
} from '../quality/partQuality';
import type { Steps } from '../shared/steps';

/** Quality, the share of labels and the predictions of each step. */
export function qualitySeries(
  kind: QualityKind,
  parts: readonly PartQuality[],
  steps: Steps,
  hasLabels: boolean,
): Series[] {
  const none = { value: null, rows: 0 };
  const series: Series[] = [];
  if (hasLabels) {
    for (const { metric, unit } of metricsOf(kind)) {
      const of = ({ figures }: PartQuality) => figures.get(metric) ?? none;
      series.push(metricSeries({ metric, unit, of }, parts, steps));
    }
    const share = ({ labelled, rows }: PartQuality) => ({
      value: rows > 0 ? labelled / rows : null,
      rows,
    });
    series.push(
      metricSeries(
        { metric: 'label_share', unit: 'share', of: share },
        parts,
        steps,
      ),
    );
  }
  const unlabelled = parts.some(
    ({ estimatedAccuracy }) => (estimatedAccuracy?.rows ?? 0) > 0,
  );
  if (unlabelled) {
    const of = ({ estimatedAccuracy }: PartQuality) =>
      estimatedAccuracy ?? none;
    series.push(
      metricSeries(
        { metric: 'accuracy_estimate', unit: 'share', of },
        parts,
        steps,
      ),
    );
  }
  if (kind.kind !== 'classes') {
    const of = ({ prediction }: PartQuality) => prediction ?? none;
    const binary = kind.kind === 'binary';
    series.push(
      metricSeries(
        {
          metric: binary ? 'predicted_positive_share' : 'mean_prediction',
          unit: binary ? 'share' : '',
          of,
        },
        parts,
        steps,
      ),
    );
  }
  return series;
}
