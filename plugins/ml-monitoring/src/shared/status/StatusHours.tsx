import type {
  HealthStatus,
  StatusHour,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatLocalTime } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../../translation';
import styles from './status.module.css';

/** An hour of a strip; without a status where nobody looked. */
export interface StripHour extends Pick<StatusHour, 'at'> {
  status?: HealthStatus;
}

interface Props {
  /** Oldest first. */
  hours: readonly StripHour[];
  /** As high as a line of a table. */
  isSmall?: boolean;
}

/** The worst status of each hour as a strip: the worse, the taller. */
export const StatusHours = ({ hours, isSmall }: Props) => {
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
      data-small={isSmall}
    >
      {hours.map(({ at, status }) => (
        <span
          key={at}
          className={styles.hour}
          data-status={status ?? 'none'}
          title={
            status && `${formatLocalTime(at)}: ${t(`statusName.${status}`)}`
          }
        />
      ))}
    </div>
  );
};
