import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { LocalTime, StatusBadge } from '@airworthy/plugin-ml-models-react';
import { LoadFailure } from '../../shared/load/LoadFailure';
import { mlMonitoringTranslationRef } from '../../translation';
import { isMutedNow } from '../checks/isMutedNow';
import { useMonitoring } from '../monitoringContext';
import styles from './header.module.css';

/** How the deployment is doing, since when, and how new that is. */
export const StatusHeader = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { status, statusError, reloadStatus } = useMonitoring();
  if (!status) {
    return statusError ? (
      <LoadFailure
        title={t('status.failed')}
        error={statusError}
        onRetry={reloadStatus}
      />
    ) : (
      <Skeleton height={32} width="60%" />
    );
  }
  const muted = status.checks.filter(isMutedNow).length;
  const counts = (['critical', 'warning', 'unknown', 'ok'] as const)
    .map(name => ({
      name,
      count: status.checks.filter(
        check => check.status === name && !isMutedNow(check),
      ).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <header className={styles.header}>
      <div className={styles.status}>
        <Text variant="body-small" color="secondary">
          {t('status.label')}
        </Text>
        <StatusBadge status={status.status} />
        {status.since && (
          <Text variant="body-medium">
            {t('status.since')} <LocalTime value={status.since} /> (
            <LocalTime value={status.since} distance />)
          </Text>
        )}
        {status.reason && (
          <Text variant="body-medium" color="secondary">
            {status.reason}
          </Text>
        )}
      </div>
      <Text variant="body-small" color="secondary">
        {[
          ...counts.map(({ name, count }) =>
            t(`status.count.${name}`, { count }),
          ),
          ...(muted > 0 ? [t('status.muted', { count: muted })] : []),
        ].join(' · ')}
        {status.evaluatedAt && (
          <>
            {counts.length > 0 && ' · '}
            {t('status.evaluated')}{' '}
            <LocalTime value={status.evaluatedAt} distance />
          </>
        )}
      </Text>
    </header>
  );
};
