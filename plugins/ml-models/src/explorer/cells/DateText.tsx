import { Text } from '@backstage/ui';
import { Missing } from './Missing';
import styles from './cells.module.css';

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'full',
  timeStyle: 'long',
});

/** A day in the reader's time zone, with the moment for those who point at it. */
export const DateText = ({ value }: { value?: string }) => {
  const time = value ? Date.parse(value) : NaN;
  if (!value || Number.isNaN(time)) return <Missing />;
  return (
    <Text className={styles.text}>
      <time dateTime={value} title={MOMENT.format(time)}>
        {DAY.format(time)}
      </time>
    </Text>
  );
};
