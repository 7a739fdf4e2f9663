import type { ReviewEvidence } from '@airworthy/plugin-ml-deployment-common';
import { LocalTime, formatLocalTime } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import styles from './verdict.module.css';

/** Over which time and by whom the evidence was measured. */
export const EvidenceNote = ({ evidence }: { evidence: ReviewEvidence }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { asOf, from, to, source } = evidence;
  return (
    <Text
      as="p"
      variant="body-small"
      color="secondary"
      className={styles.small}
    >
      {from && to && (
        <>
          {t('evidence.period', {
            from: formatLocalTime(from),
            to: formatLocalTime(to),
          })}
          {source ? ', ' : ' · '}
        </>
      )}
      {source && <>{t('evidence.source', { source })} · </>}
      {t('evidence.asOf')} <LocalTime value={asOf} distance />
    </Text>
  );
};
