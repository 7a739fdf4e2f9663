import type { CriterionVerdict } from '@airworthy/plugin-ml-deployment-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlRolloutTranslationRef } from '../translation';
import { CriterionRow } from './CriterionRow';
import styles from './criteria.module.css';

const COLUMNS = ['rule', 'state', 'measured', 'requests'] as const;

/** Every rule of the phase with its evidence. */
export const CriteriaTable = (props: {
  criteria: readonly CriterionVerdict[];
}) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  if (props.criteria.length === 0) {
    return <Text color="secondary">{t('criteria.none')}</Text>;
  }
  return (
    <table className={styles.table} aria-label={t('criteria.title')}>
      <thead>
        <tr>
          {COLUMNS.map(column => (
            <th key={column} scope="col">
              {t(`criteria.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.criteria.map((criterion, i) => (
          <CriterionRow key={i} criterion={criterion} />
        ))}
      </tbody>
    </table>
  );
};
