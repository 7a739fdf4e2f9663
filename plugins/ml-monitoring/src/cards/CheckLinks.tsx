import { HealthCheck } from '@airworthy/plugin-ml-monitoring-common';
import { StatusBadge } from '@airworthy/plugin-ml-models-react';
import { Link } from '@backstage/ui';
import { useMonitoringHref } from '../shared/monitoringPaths';
import { checkTarget } from '../shared/status/checkTarget';
import styles from './cards.module.css';

interface Props {
  entityRef: string;
  label: string;
  checks: readonly Pick<
    HealthCheck,
    'id' | 'title' | 'group' | 'status' | 'since' | 'feature'
  >[];
}

/** Checks by name, each one click from its cause. */
export const CheckLinks = ({ entityRef, label, checks }: Props) => {
  const hrefOf = useMonitoringHref();
  return (
    <ul aria-label={label} className={styles.checks}>
      {checks.map(check => (
        <li key={check.id} className={styles.check}>
          <StatusBadge status={check.status} />
          <Link
            href={hrefOf(entityRef, checkTarget(check))}
            standalone
            className={styles.link}
            title={check.title}
          >
            {check.title}
          </Link>
        </li>
      ))}
    </ul>
  );
};
