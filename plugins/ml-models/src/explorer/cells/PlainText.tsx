import { Text } from '@backstage/ui';
import { Missing } from './Missing';
import styles from './cells.module.css';

/** A value as text, or that it is not stated. */
export const PlainText = ({ value }: { value?: string }) =>
  value ? (
    <Text truncate title={value} className={styles.text}>
      <bdi>{value}</bdi>
    </Text>
  ) : (
    <Missing />
  );
