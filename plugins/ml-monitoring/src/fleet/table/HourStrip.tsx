import {
  HealthStatus,
  StatusHour,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { WORST_FIRST } from '../statusWord';
import { mlFleetTranslationRef } from '../translation';
import styles from './table.module.css';

const HOURS = 24;
const HOUR_MS = 3_600_000;

/* Height tells the status too, for those who do not tell the colours apart. */
const HEIGHT: Record<HealthStatus, number> = {
  critical: 20,
  warning: 14,
  unknown: 4,
  ok: 8,
};

/** The worst status of each of the last hours; the last one is the hour that runs. */
export function lastHours(
  hours: readonly StatusHour[],
  now: number,
): (HealthStatus | undefined)[] {
  const known = new Map(
    hours.map(({ at, status }) => [
      Math.floor(Date.parse(at) / HOUR_MS),
      status,
    ]),
  );
  const last = Math.floor(now / HOUR_MS);
  return Array.from({ length: HOURS }, (_, i) =>
    known.get(last - HOURS + 1 + i),
  );
}

/** How the last day went, an hour a bar. */
export const HourStrip = ({ hours }: { hours: readonly StatusHour[] }) => {
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const bars = lastHours(hours, Date.now());
  const counted = WORST_FIRST.map(status => ({
    status,
    hours: bars.filter(bar => bar === status).length,
  })).filter(part => part.hours > 0);
  if (counted.length === 0) {
    return (
      <Text variant="body-small" color="secondary">
        {t('hours.none')}
      </Text>
    );
  }
  const label = t('hours.label', {
    parts: counted
      .map(part =>
        t('hours.part', {
          status: t(`summary.${part.status}`),
          hours: String(part.hours),
        }),
      )
      .join(', '),
  });
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.strip}
      viewBox={`0 0 ${HOURS * 5 - 1} 20`}
      width={HOURS * 5 - 1}
      height={20}
    >
      <title>{label}</title>
      {bars.map((status, i) => {
        const height = status ? HEIGHT[status] : 1;
        return (
          <rect
            // eslint-disable-next-line react/no-array-index-key
            key={i}
            x={i * 5}
            y={20 - height}
            width={4}
            height={height}
            rx={1}
            data-status={status ?? 'none'}
          />
        );
      })}
    </svg>
  );
};
