import type { StatusHour } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatLocalTime } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import styles from './status.module.css';

interface Props {
  /** Oldest first. */
  hours: readonly StatusHour[];
}

/** The worst status of each hour as a strip: the worse, the taller. */
export const StatusHours = ({ hours }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const counts = (['critical', 'warning', 'unknown', 'ok'] as const)
    .map(status => ({
      status,
      count: hours.filter(hour => hour.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => t(`hours.${status}`, { count }));
  return (
    <div
      role="img"
      aria-label={t('hours.label', { counts: counts.join(', ') })}
      className={styles.hours}
    >
      {hours.map(({ at, status }) => (
        <span
          key={at}
          className={styles.hour}
          data-status={status}
          title={`${formatLocalTime(at)}: ${t(`statusName.${status}`)}`}
        />
      ))}
    </div>
  );
};
