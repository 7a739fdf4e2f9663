import { CheckState, STATE_ICONS } from './looks';
import styles from './state.module.css';

/** The state of a check as a mark; what it says stands beside it or in `label`. */
export const StateMark = ({
  state,
  label,
}: {
  state: CheckState;
  label?: string;
}) => {
  const Icon = STATE_ICONS[state];
  return (
    <span
      className={`${styles.state} ${styles.mark}`}
      data-state={state}
      {...(label ? { role: 'img', 'aria-label': label } : {})}
    >
      <Icon className={styles.markIcon} aria-hidden />
    </span>
  );
};
