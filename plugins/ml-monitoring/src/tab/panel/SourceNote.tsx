import type { SourceAnswer } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { LocalTime } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import styles from './panel.module.css';

/** Where figures are from, how many rows they are of and how new those are. */
export const SourceNote = ({ answer }: { answer: SourceAnswer }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { source, rowsRead, freshAt, window, notices } = answer;
  return (
    <div className={styles.note}>
      <Text as="p" variant="body-small" color="secondary">
        {t('source.note', {
          type: source.type,
          name: source.name,
          rows: rowsRead.toLocaleString('en-GB'),
        })}{' '}
        <LocalTime value={window.from} /> – <LocalTime value={window.to} />
        {'. '}
        {freshAt ? (
          <>
            {t('source.newest')} <LocalTime value={freshAt} distance />.
          </>
        ) : (
          t('source.noData')
        )}
      </Text>
      {notices.map(notice => (
        <Text key={notice} as="p" variant="body-small">
          {notice}
        </Text>
      ))}
    </div>
  );
};
