import {
  DeploymentStatus,
  isMuted,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  formatDateTime,
  StatusBadge,
  useLoad,
} from '@airworthy/plugin-ml-models-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { mlMonitoringApiRef } from '../api/mlMonitoringApiRef';
import { LoadFailure } from '../shared/load/LoadFailure';
import { useMonitoringHref } from '../shared/monitoringPaths';
import { CardSkeleton } from './CardSkeleton';
import { CheckLinks } from './CheckLinks';
import { mlHealthTranslationRef } from './translation';
import styles from './cards.module.css';

const SHOWN = 3;

const Summary = ({ health }: { health: DeploymentStatus }) => {
  const { t } = useTranslationRef(mlHealthTranslationRef);
  const hrefOf = useMonitoringHref();
  const { entityRef, status, since, checks, sources, reason } = health;
  const now = new Date();
  const heard = checks.filter(check => !isMuted(check, now));
  const muted = checks.length - heard.length;
  const bad = heard.filter(
    check => check.status === 'critical' || check.status === 'warning',
  );
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <StatusBadge status={status} />
        {since && (
          <Text variant="body-small" color="secondary">
            <time dateTime={since}>
              {t('since', { time: formatDateTime(since) })}
            </time>
          </Text>
        )}
      </div>
      {bad.length > 0 ? (
        <CheckLinks
          entityRef={entityRef}
          label={t('worst')}
          checks={bad.slice(0, SHOWN)}
        />
      ) : (
        <Text as="p" color="secondary">
          {reason ??
            (status === 'ok' ? t('ok', { count: heard.length }) : t('never'))}
        </Text>
      )}
      {sources.map(
        ({ source, failure }) =>
          failure && (
            <Text
              key={`${source.type} ${source.name}`}
              as="p"
              variant="body-small"
              color="secondary"
              className={styles.wrap}
            >
              {t('sourceFailed', {
                source: source.name,
                message: failure.message,
              })}
            </Text>
          ),
      )}
      {muted > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('muted', { count: muted })}
        </Text>
      )}
      <Link href={hrefOf(entityRef)} standalone className={styles.link}>
        {t(sources.length > 0 ? 'open' : 'setUp')}
      </Link>
    </div>
  );
};

/** How a deployment is doing, on its page. */
export const DeploymentHealthCard = () => {
  const { t } = useTranslationRef(mlHealthTranslationRef);
  const api = useApi(mlMonitoringApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, reload } = useLoad(entityRef, signal =>
    api.getStatus({ entityRef }, { signal }),
  );
  return (
    <EntityInfoCard title={t('title')}>
      {error && !value && (
        <LoadFailure title={t('failed')} error={error} onRetry={reload} />
      )}
      {!error && !value && <CardSkeleton label={t('loading')} />}
      {value && <Summary health={value} />}
    </EntityInfoCard>
  );
};
