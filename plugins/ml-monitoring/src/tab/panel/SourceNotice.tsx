import type { SourceFailure } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { LocalTime } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import styles from './panel.module.css';

/** A source that could not answer, in its own words, and since when. */
export const SourceNotice = ({ failure }: { failure: SourceFailure }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { source, kind, message, since } = failure;
  return (
    <Alert
      role="status"
      status={kind === 'not-allowed' ? 'info' : 'warning'}
      icon
      title={t(`source.failed.${kind}`, {
        type: source.type,
        name: source.name,
      })}
      description={
        <>
          <span className={styles.words}>{message}</span>
          {since && (
            <>
              {' '}
              {t('source.since')} <LocalTime value={since} /> (
              <LocalTime value={since} distance />)
            </>
          )}
        </>
      }
    />
  );
};
