import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Badge, Link, Skeleton, Text } from '@backstage/ui';
import { MlColumn, MlColumnCell } from '@airworthy/plugin-ml-models-react';
import { mlModelsTranslationRef } from '../../translation';
import { deploymentRow } from '../rows/deploymentRow';
import { ModelRow } from '../rows/modelRow';
import { EntityLink } from './EntityLink';
import styles from './cells.module.css';

const MAX_SHOWN = 3;

interface Props {
  row: ModelRow;
  /** By reference; undefined while they are read. */
  deployments?: ReadonlyMap<string, Entity>;
  failed: boolean;
  statuses: readonly MlColumn[];
}

// What users depend on comes first.
const rank = (environment = '') => (environment === 'production' ? 0 : 1);

/** Where a model serves, and how that is doing where a plugin knows. */
export const DeploymentsCell = (props: Props) => {
  const { row, deployments, failed, statuses } = props;
  const { t } = useTranslationRef(mlModelsTranslationRef);
  const linkTo = useEntityRefLink();

  if (!row.deploymentRefs.length) {
    return (
      <Text color="secondary" className={styles.text}>
        {t('deployments.none')}
      </Text>
    );
  }
  if (failed) {
    return (
      <Text color="danger" className={styles.text}>
        {t('deployments.failedCell')}
      </Text>
    );
  }
  if (!deployments) return <Skeleton width="80%" height={16} />;

  const shown = row.deploymentRefs
    .map(ref => deployments.get(ref))
    .filter(entity => entity !== undefined)
    .map(deploymentRow)
    .sort((a, b) => rank(a.environment) - rank(b.environment))
    .slice(0, MAX_SHOWN);
  const more = row.deploymentRefs.length - shown.length;
  const moreText = t('deployments.more', { count: more });
  return (
    <ul className={styles.list}>
      {shown.map(deployment => (
        <li key={deployment.id} className={styles.deployment}>
          <Badge size="small">
            {deployment.environment ?? t('deployments.noEnvironment')}
          </Badge>
          <EntityLink
            entityRef={deployment.id}
            defaultKind="mldeployment"
            title={deployment.title}
          />
          {statuses.map(status => (
            <MlColumnCell
              key={status.id}
              column={status}
              entity={deployment.entity}
            />
          ))}
        </li>
      ))}
      {more > 0 && (
        <li>
          <Link
            href={linkTo(row.id)}
            variant="body-small"
            color="secondary"
            aria-label={t('deployments.moreOf', {
              text: moreText,
              name: row.title,
            })}
          >
            {moreText}
          </Link>
        </li>
      )}
    </ul>
  );
};
