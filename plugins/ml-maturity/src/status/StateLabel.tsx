import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityTranslationRef } from '../translation';
import { CheckState } from './looks';
import { StateMark } from './StateMark';
import styles from './state.module.css';

/** The state of a check as mark and word. */
export const StateLabel = ({ state }: { state: CheckState }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <span className={`${styles.state} ${styles.label}`} data-state={state}>
      <StateMark state={state} />
      {t(`state.${state}`)}
    </span>
  );
};
