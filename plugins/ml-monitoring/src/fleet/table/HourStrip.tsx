import { StatusHour } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { StatusHours, StripHour } from '../../shared/status/StatusHours';
import { mlFleetTranslationRef } from '../translation';

const HOURS = 24;
const HOUR_MS = 3_600_000;

/** The worst status of each of the last hours; the last one is the hour that runs. */
export function lastHours(
  hours: readonly StatusHour[],
  now: number,
): StripHour[] {
  const hourOf = (time: number) => Math.floor(time / HOUR_MS);
  const known = new Map(
    hours.map(({ at, status }) => [hourOf(Date.parse(at)), status]),
  );
  const first = hourOf(now) - HOURS + 1;
  return Array.from({ length: HOURS }, (_, i) => ({
    at: new Date((first + i) * HOUR_MS).toISOString(),
    status: known.get(first + i),
  }));
}

/** How the last day went, an hour a bar. */
export const HourStrip = ({ hours }: { hours: readonly StatusHour[] }) => {
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const strip = lastHours(hours, Date.now());
  return strip.some(({ status }) => status) ? (
    <StatusHours hours={strip} isSmall />
  ) : (
    <Text variant="body-small" color="secondary">
      {t('hours.none')}
    </Text>
  );
};
