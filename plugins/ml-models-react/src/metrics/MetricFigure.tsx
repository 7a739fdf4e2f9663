import type {
  MetricComparison,
  MlModelMetric,
} from '@airworthy/plugin-ml-models-common';
import { Text } from '@backstage/ui';
import { formatDifference, formatMetricValue } from '../format/metrics';
import { VerdictText } from './VerdictText';
import styles from './metrics.module.css';

/** Properties of {@link MetricFigure}. @public */
export interface MetricFigureProps {
  metric: MlModelMetric;
  /** How it compares with the version before, where that is known. */
  comparison?: MetricComparison;
}

/** One figure, large, with what it was measured on. @public */
export const MetricFigure = ({ metric, comparison }: MetricFigureProps) => (
  <div className={styles.figure}>
    <Text variant="body-small" color="secondary">
      <bdi>{metric.name}</bdi>
    </Text>
    <Text variant="title-medium" weight="bold" className={styles.value}>
      {formatMetricValue(metric)}
    </Text>
    {comparison?.difference !== undefined && (
      <Text variant="body-small" className={styles.change}>
        <VerdictText comparison={comparison} />{' '}
        {formatDifference(comparison.difference, comparison.unit)}
      </Text>
    )}
    {metric.dataset && (
      <Text variant="body-small" color="secondary">
        on <bdi>{metric.dataset}</bdi>
      </Text>
    )}
  </div>
);
