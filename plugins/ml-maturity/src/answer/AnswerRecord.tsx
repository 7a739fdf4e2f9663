import {
  AttestationQuestion,
  AttestationRecord,
} from '@airworthy/plugin-ml-maturity-common';
import {
  ExternalLink,
  FactList,
  formatDate,
  formatDateTime,
} from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../translation';
import { Person } from '../tab/Person';
import { formatValue } from './formatValue';
import styles from './answer.module.css';

interface Props {
  record: AttestationRecord;
  question: AttestationQuestion | undefined;
}

/** An answer that somebody gave. */
export const AnswerRecord = ({ record, question }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const fields = new Map(question?.fields?.map(field => [field.id, field]));
  const facts = Object.entries(record.fields).map(([id, value]) => ({
    label: fields.get(id)?.title ?? id,
    value: formatValue(value, fields.get(id)),
    wide: typeof value !== 'number',
  }));
  return (
    <div className={styles.record}>
      <Text as="p" variant="body-medium">
        <strong>
          {t(record.answer === 'yes' ? 'answer.yes' : 'answer.no')}
        </strong>
        {' · '}
        <Person entityRef={record.author} />
        {' · '}
        {formatDateTime(record.createdAt)}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {record.withdrawnAt
          ? t('answer.withdrawn', { at: formatDateTime(record.withdrawnAt) })
          : t('answer.holdsUntil', { day: formatDate(record.expiresAt) })}
        {record.withdrawnBy && <Person entityRef={record.withdrawnBy} />}
      </Text>
      {facts.length > 0 && <FactList facts={facts} />}
      {record.evidence?.url && (
        <ExternalLink href={record.evidence.url}>
          {record.evidence.url}
        </ExternalLink>
      )}
      {record.evidence?.text && (
        <Text as="p" className={styles.prose}>
          {record.evidence.text}
        </Text>
      )}
      {record.comment && (
        <Text as="p" color="secondary" className={styles.prose}>
          {record.comment}
        </Text>
      )}
    </div>
  );
};
