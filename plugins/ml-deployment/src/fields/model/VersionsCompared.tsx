import {
  MlModelVersion,
  compareMetrics,
} from '@airworthy/plugin-ml-models-common';
import {
  VerdictText,
  formatDifference,
} from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlFieldsTranslationRef } from '../translation';
import styles from './model.module.css';

interface Props {
  before?: MlModelVersion;
  after?: MlModelVersion;
}

const MOST_SHOWN = 4;

/** How the figures change with the release. */
export const VersionsCompared = ({ before, after }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  if (!before || !after || before.version === after.version) return null;
  const rows = compareMetrics(before, after)
    .filter(row => row.difference !== undefined && !row.slice)
    .slice(0, MOST_SHOWN);
  return (
    <div className={styles.compared}>
      <Text as="p" variant="body-small" color="secondary">
        {t('model.compared', {
          version: after.version,
          stable: before.version,
        })}
      </Text>
      {rows.length === 0 ? (
        <Text as="p" variant="body-small">
          {t('model.notMeasured')}
        </Text>
      ) : (
        <ul className={styles.changes}>
          {rows.map(row => (
            <li key={[row.name, row.dataset, row.unit].join(' ')}>
              <Text weight="bold">{row.name}</Text>{' '}
              <Text>{formatDifference(row.difference!, row.unit)}</Text>{' '}
              <VerdictText comparison={row} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
