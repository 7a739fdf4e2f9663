import {
  WaiverRecord,
  WaiverState,
} from '@airworthy/plugin-ml-maturity-common';
import { formatDate } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Person } from '../tab/Person';
import { mlMaturityTranslationRef } from '../translation';
import styles from '../answer/answer.module.css';

interface Props {
  waiver: WaiverRecord;
  state: WaiverState;
}

/** A waiver: who asked why, and what became of it. */
export const WaiverRecordView = ({ waiver, state }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <div className={styles.record}>
      <Text as="p">
        <strong>{t(`waiver.state.${state}`)}</strong>
        {' · '}
        {t('waiver.until', { day: formatDate(waiver.expiresAt) })}
      </Text>
      <Text as="p" className={styles.prose}>
        {waiver.reason}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('waiver.requestedBy')} <Person entityRef={waiver.requestedBy} />
        {', '}
        {formatDate(waiver.requestedAt)}
      </Text>
      {waiver.decidedBy && (
        <Text as="p" variant="body-small" color="secondary">
          {t('waiver.decidedBy')} <Person entityRef={waiver.decidedBy} />
          {waiver.decidedAt && `, ${formatDate(waiver.decidedAt)}`}
          {waiver.decisionReason && `: ${waiver.decisionReason}`}
        </Text>
      )}
    </div>
  );
};
