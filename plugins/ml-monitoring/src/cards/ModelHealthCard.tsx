import { FleetEntry } from '@airworthy/plugin-ml-monitoring-common';
import { StatusBadge, useLoad } from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Badge, Link, Text } from '@backstage/ui';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';
import { rootRouteRef } from '../routes';
import { LoadFailure } from '../shared/load/LoadFailure';
import { useMonitoringHref } from '../shared/monitoringPaths';
import { CardSkeleton } from './CardSkeleton';
import { CheckLinks } from './CheckLinks';
import { mlHealthTranslationRef } from './translation';
import styles from './cards.module.css';

const SHOWN = 5;

const Deployment = ({ entry }: { entry: FleetEntry }) => {
  const { t } = useTranslationRef(mlHealthTranslationRef);
  const hrefOf = useMonitoringHref();
  const bad = entry.causes.filter(
    ({ status }) => status === 'critical' || status === 'warning',
  );
  return (
    <li className={styles.deployment}>
      <div className={styles.head}>
        <StatusBadge status={entry.status} />
        <Link
          href={hrefOf(entry.entityRef)}
          standalone
          className={styles.link}
          title={entry.entityRef}
        >
          <bdi>{entry.title}</bdi>
        </Link>
        {entry.environment && <Badge size="small">{entry.environment}</Badge>}
      </div>
      {bad.length > 0 && (
        <CheckLinks
          entityRef={entry.entityRef}
          label={t('worst')}
          checks={bad.slice(0, 2)}
        />
      )}
      {bad.length === 0 && entry.reason && (
        <Text variant="body-small" color="secondary" className={styles.wrap}>
          {entry.reason}
        </Text>
      )}
    </li>
  );
};

/** How the deployments of a model are doing, on the model's page. */
export const ModelHealthCard = () => {
  const { t } = useTranslationRef(mlHealthTranslationRef);
  const api = useApi(mlMonitoringApiRef);
  const { entity } = useEntity();
  const fleetPath = useRouteRef(rootRouteRef);
  const model = stringifyEntityRef(entity);
  const { value, error, reload } = useLoad(model, signal =>
    api.getFleet({ model: [model], limit: SHOWN }, { signal }),
  );
  const more = value ? value.totalItems - value.items.length : 0;
  return (
    <EntityInfoCard title={t('title')}>
      {error && !value && (
        <LoadFailure title={t('failed')} error={error} onRetry={reload} />
      )}
      {!error && !value && <CardSkeleton label={t('loading')} />}
      {value?.items.length === 0 && (
        <Text as="p" color="secondary">
          {t('noDeployments')}
        </Text>
      )}
      {value && value.items.length > 0 && (
        <ul className={styles.deployments}>
          {value.items.map(entry => (
            <Deployment key={entry.entityRef} entry={entry} />
          ))}
        </ul>
      )}
      {more > 0 && fleetPath && (
        <Link
          href={`${fleetPath()}?${new URLSearchParams({ model })}`}
          standalone
          className={styles.link}
        >
          {t('more', { count: more })}
        </Link>
      )}
    </EntityInfoCard>
  );
};
