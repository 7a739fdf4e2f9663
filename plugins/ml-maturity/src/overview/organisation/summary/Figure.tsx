import { CheckState } from '../../../status/looks';
import { StateMark } from '../../../status/StateMark';
import styles from './summary.module.css';

interface Props {
  label: string;
  value: string;
  detail?: string;
  /** A mark in front of the label, where the figure needs attention. */
  state?: CheckState;
}

/** One figure with what it is. */
export const Figure = ({ label, value, detail, state }: Props) => (
  <div className={styles.figure}>
    <dt className={styles.label}>
      {state && <StateMark state={state} />}
      {label}
    </dt>
    <dd className={styles.value}>{value}</dd>
    {detail && <dd className={styles.detail}>{detail}</dd>}
  </div>
);
