import {
  CHECK_STATUSES,
  HistoryEvent,
} from '@airworthy/plugin-ml-maturity-common';
import { formatDateTime } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { StateLabel } from '../status/StateLabel';
import { CheckLink } from '../tab/CheckLink';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import styles from './history.module.css';

interface Props {
  events: readonly HistoryEvent[];
  /** Leaves out the check, where all events are of one. */
  ofOneCheck?: boolean;
}

const Standing = ({ value, isLevel }: { value: string; isLevel: boolean }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  if (isLevel) return <strong>{t('level.of', { level: value })}</strong>;
  const status = CHECK_STATUSES.find(known => known === value);
  return status ? <StateLabel state={status} /> : <>{value}</>;
};

/** What changed, when and why. */
export const EventList = ({ events, ofOneCheck }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { checks } = useMaturity();
  if (events.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('history.noEvents')}
      </Text>
    );
  }
  return (
    <ol className={styles.events}>
      {events.map(event => (
        <li key={event.id} className={styles.event}>
          <time dateTime={event.at} className={styles.when}>
            {formatDateTime(event.at)}
          </time>
          <div className={styles.what}>
            <span className={styles.change}>
              {!ofOneCheck && event.checkId && (
                <CheckLink checkId={event.checkId}>
                  {checks.get(event.checkId)?.title ?? event.checkId}
                </CheckLink>
              )}
              {event.from !== undefined && (
                <>
                  <Standing value={event.from} isLevel={!event.checkId} />
                  <RiArrowRightLine
                    className={styles.arrow}
                    aria-label={t('history.became')}
                  />
                </>
              )}
              {event.to !== undefined && (
                <Standing value={event.to} isLevel={!event.checkId} />
              )}
            </span>
            <Text as="p" variant="body-small" color="secondary">
              {event.reason} {t(`cause.${event.cause}`)}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
};
