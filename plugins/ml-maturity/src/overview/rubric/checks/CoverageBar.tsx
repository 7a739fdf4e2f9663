import {
  CheckStatus,
  StatusCounts,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityOverviewTranslationRef } from '../../translation';
import stateStyles from '../../../status/state.module.css';
import styles from '../rubric.module.css';

/** Statuses that the bar shows, in their order. */
export const BAR_PARTS: readonly CheckStatus[] = [
  'pass',
  'waived',
  'fail',
  'error',
  'unknown',
];

/** How the models do in a check, as a bar; the figures are in its words. */
export const CoverageBar = ({ counts }: { counts: StatusCounts }) => {
  const { t } = useTranslationRef(mlMaturityOverviewTranslationRef);
  const words = t('rubric.coverage', {
    pass: String(counts.pass),
    fail: String(counts.fail),
    unknown: String(counts.unknown),
    error: String(counts.error),
    waived: String(counts.waived),
  });
  return (
    <span className={styles.bar} role="img" aria-label={words} title={words}>
      {BAR_PARTS.filter(status => counts[status] > 0).map(status => (
        <span
          key={status}
          className={`${stateStyles.state} ${styles.part}`}
          data-state={status}
          style={{ flexGrow: counts[status] }}
        >
          {counts[status]}
        </span>
      ))}
    </span>
  );
};
