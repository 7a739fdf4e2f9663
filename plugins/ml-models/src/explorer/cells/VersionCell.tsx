import { Text } from '@backstage/ui';
import { formatMetricValue } from '@airworthy/plugin-ml-models-react';
import { ModelRow } from '../rows/modelRow';
import { Missing } from './Missing';
import { PlainText } from './PlainText';
import styles from './cells.module.css';

/** The newest version of a model with the figure that it is judged by. */
export const VersionCell = ({ row }: { row: ModelRow }) => {
  const { version, metric } = row;
  if (!version) return <Missing />;
  return (
    <div className={styles.stack}>
      <PlainText value={version} />
      {metric && (
        <Text
          variant="body-small"
          color="secondary"
          truncate
          title={`${metric.name} ${formatMetricValue(metric)}`}
          className={styles.text}
        >
          <bdi>{metric.name}</bdi> {formatMetricValue(metric)}
        </Text>
      )}
    </div>
  );
};
