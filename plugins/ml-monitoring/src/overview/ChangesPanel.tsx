import { useMemo, useState } from 'react';
import type {
  PanelAnswer,
  ServiceHealth,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { Loaded, LocalTime } from '@airworthy/plugin-ml-models-react';
import { LoadingBlocks } from '../shared/load/LoadingBlocks';
import { StatusHours } from '../shared/status/StatusHours';
import { useMonitoring } from '../tab/monitoringContext';
import { PlaceLink } from '../tab/PlaceLink';
import { Panel } from '../tab/panel/Panel';
import { mlMonitoringTranslationRef } from '../translation';
import { placeOf } from './placeOf';
import styles from './overview.module.css';

interface Change {
  at: string;
  text: string;
  checkId?: string;
}

const SHOWN = 6;
const HOURS_SHOWN = 72;

/** How the status went by the hour, and what happened when. */
export const ChangesPanel = (props: {
  service: Loaded<PanelAnswer<ServiceHealth>>;
}) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { status, statusError } = useMonitoring();
  const [all, setAll] = useState(false);
  const markers = props.service.value?.markers;
  const hours = (status?.hours ?? []).slice(-HOURS_SHOWN);
  const changes = useMemo<Change[]>(() => {
    const ofStatus = (status?.changes ?? []).map(change => ({
      at: change.at,
      checkId: change.checkId,
      text: t('changes.status', {
        title: change.title ?? t('changes.deployment'),
        from: t(`statusName.${change.from}`),
        to: t(`statusName.${change.to}`),
      }),
    }));
    const ofVersions = (markers ?? [])
      .filter(({ kind }) => kind !== 'status')
      .map(({ at, title }) => ({ at, text: title }));
    return [...ofStatus, ...ofVersions].sort(
      (a, b) => Date.parse(b.at) - Date.parse(a.at),
    );
  }, [status?.changes, markers, t]);
  return (
    <Panel title={t('changes.title')}>
      {hours.length > 0 && (
        <div>
          <StatusHours hours={hours} />
          <div className={styles.axis}>
            <Text variant="body-small" color="secondary">
              <LocalTime value={hours[0].at} />
            </Text>
            <Text variant="body-small" color="secondary">
              {t('changes.now')}
            </Text>
          </div>
        </div>
      )}
      {!status && !statusError && <LoadingBlocks heights={[24, 48]} />}
      {!status && statusError && (
        <Text as="p" color="secondary">
          {t('status.failed')}
        </Text>
      )}
      {status && changes.length === 0 && (
        <Text as="p" color="secondary">
          {t('changes.none')}
        </Text>
      )}
      <ul className={styles.changes}>
        {(all ? changes : changes.slice(0, SHOWN)).map(change => (
          <li key={`${change.at} ${change.text}`} className={styles.change}>
            <Text variant="body-small" color="secondary">
              <LocalTime value={change.at} /> (
              <LocalTime value={change.at} distance />)
            </Text>
            <PlaceLink place={placeOf(change, status?.checks)}>
              {change.text}
            </PlaceLink>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && (
        <Button
          variant="tertiary"
          size="small"
          aria-expanded={all}
          onPress={() => setAll(!all)}
        >
          {all
            ? t('changes.fewer')
            : t('changes.more', { count: changes.length - SHOWN })}
        </Button>
      )}
    </Panel>
  );
};
