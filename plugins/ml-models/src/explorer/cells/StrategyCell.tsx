import { Text } from '@backstage/ui';
import { DeploymentRow } from '../rows/deploymentRow';
import { Missing } from './Missing';
import { PlainText } from './PlainText';
import styles from './cells.module.css';

/** How new versions reach users, and where that stands. */
export const StrategyCell = ({ row }: { row: DeploymentRow }) =>
  row.strategy ? (
    <div className={styles.stack}>
      <PlainText value={row.strategy} />
      {row.state && (
        <Text variant="body-small" color="secondary" className={styles.text}>
          {row.state}
        </Text>
      )}
    </div>
  ) : (
    <Missing />
  );
