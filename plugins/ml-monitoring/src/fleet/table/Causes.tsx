import { FleetEntry } from '@airworthy/plugin-ml-monitoring-common';
import { StatusBadge } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { useMonitoringHref } from '../../shared/monitoringPaths';
import { checkTarget } from '../../shared/status/checkTarget';
import { mlFleetTranslationRef } from '../translation';
import styles from './table.module.css';

/** What made the status, each one click from its cause. */
export const Causes = ({ entry }: { entry: FleetEntry }) => {
  const { t } = useTranslationRef(mlFleetTranslationRef);
  const hrefOf = useMonitoringHref();
  const { causes, checks, reason, failingSources, status } = entry;
  const worse = causes.filter(
    cause => cause.status === 'critical' || cause.status === 'warning',
  );
  const shown = worse.slice(0, 2);
  const more = checks.critical + checks.warning - shown.length;
  const remarks = [
    more > 0 ? t('cause.more', { count: more }) : undefined,
    checks.muted > 0 ? t('cause.muted', { count: checks.muted }) : undefined,
    failingSources > 0
      ? t('cause.sources', { count: failingSources })
      : undefined,
  ].filter(remark => remark !== undefined);

  return (
    <div className={styles.causes}>
      {shown.map(cause => (
        <Link
          key={cause.id}
          href={hrefOf(entry.entityRef, checkTarget(cause))}
          standalone
          className={styles.cause}
          title={cause.title}
        >
          {cause.status !== status && <StatusBadge status={cause.status} />}
          <span className={styles.causeTitle}>{cause.title}</span>
        </Link>
      ))}
      {shown.length === 0 && (
        <Text variant="body-small" color="secondary" className={styles.reason}>
          {reason ?? (status === 'ok' ? t('cause.none') : t('cause.never'))}
        </Text>
      )}
      {remarks.length > 0 && (
        <Text variant="body-small" color="secondary">
          {remarks.join(' · ')}
        </Text>
      )}
    </div>
  );
};
