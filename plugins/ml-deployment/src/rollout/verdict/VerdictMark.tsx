import type { VerdictDecision } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlSharedTranslationRef } from '../../shared/translation';
import { VERDICT_ICONS } from './verdictLooks';
import styles from './verdict.module.css';

interface Props {
  decision: VerdictDecision;
  size?: 'small' | 'large';
}

/** A verdict or decision as sign and word. */
export const VerdictMark = ({ decision, size = 'small' }: Props) => {
  const { t } = useTranslationRef(mlSharedTranslationRef);
  const Icon = VERDICT_ICONS[decision];
  return (
    <span className={styles.mark} data-decision={decision} data-size={size}>
      <Icon className={styles.icon} aria-hidden />
      {t(`verdict.${decision}`)}
    </span>
  );
};
