import { Text } from '@backstage/ui';
import { Missing } from './Missing';
import styles from './cells.module.css';

/** A value as text, or that it is not stated. */
export const PlainText = ({ value }: { value?: string }) =>
  value ? (
    <Text title={value} className={styles.clamped}>
      <bdi>{value}</bdi>
    </Text>
  ) : (
    <Missing />
  );
