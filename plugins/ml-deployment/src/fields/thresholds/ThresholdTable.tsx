import { MlThreshold } from '@airworthy/plugin-ml-models-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlFieldsTranslationRef } from '../translation';
import { ThresholdRow } from './ThresholdRow';
import { thresholdProblems } from './thresholdProblems';
import styles from './thresholds.module.css';

interface Props {
  thresholds: readonly MlThreshold[];
  onChange: (thresholds: MlThreshold[]) => void;
  isDisabled?: boolean;
}

/** Limits as a table that can be changed; cards on a narrow screen. */
export const ThresholdTable = (props: Props) => {
  const { thresholds, onChange, isDisabled } = props;
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  const problems = thresholdProblems(thresholds);
  return (
    <div className={styles.container}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('thresholds.metric')}</th>
            <th scope="col">{t('thresholds.feature')}</th>
            <th scope="col">{t('thresholds.direction')}</th>
            <th scope="col">{t('thresholds.warning')}</th>
            <th scope="col">{t('thresholds.critical')}</th>
            <th scope="col" title={t('thresholds.windowsHint')}>
              {t('thresholds.windows')}
            </th>
            <td />
          </tr>
        </thead>
        {thresholds.map((threshold, i) => (
          <ThresholdRow
            // Limits may be equal while they are edited: only the place differs.
            // eslint-disable-next-line react/no-array-index-key
            key={i}
            row={i}
            threshold={threshold}
            problems={problems
              .filter(problem => problem.row === i)
              .map(({ text }) => text)}
            onChange={changed =>
              onChange(thresholds.map((old, j) => (j === i ? changed : old)))
            }
            onRemove={() => onChange(thresholds.filter((_, j) => j !== i))}
            isDisabled={isDisabled}
          />
        ))}
      </table>
    </div>
  );
};
