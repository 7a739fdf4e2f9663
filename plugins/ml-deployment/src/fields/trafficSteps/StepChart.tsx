import { formatPercent } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlFieldsTranslationRef } from '../translation';
import styles from './trafficSteps.module.css';

interface Props {
  steps: readonly number[];
}

const clamp = (step: number) =>
  Number.isFinite(step) ? Math.min(100, Math.max(0, step)) : 0;

/** The steps as a stair: the new version below, the one in production above it. */
export const StepChart = ({ steps }: Props) => {
  const { t } = useTranslationRef(mlFieldsTranslationRef);
  return (
    <div className={styles.chart}>
      <div
        role="img"
        aria-label={t('steps.picture', { steps: steps.join(', ') })}
        className={styles.stairs}
      >
        {steps.map((step, i) => (
          // Steps have nothing but their place to tell them apart.
          // eslint-disable-next-line react/no-array-index-key
          <div key={i} className={styles.stair}>
            <div className={styles.column}>
              <div
                className={styles.candidate}
                style={{ height: `${clamp(step)}%` }}
              />
            </div>
            <span className={styles.share}>
              {Number.isFinite(step) ? formatPercent(step) : '–'}
            </span>
          </div>
        ))}
      </div>
      <div className={styles.legend}>
        <span className={styles.entry}>
          <span className={styles.swatch} data-role="candidate" aria-hidden />
          {t('steps.candidate')}
        </span>
        <span className={styles.entry}>
          <span className={styles.swatch} aria-hidden />
          {t('steps.stable')}
        </span>
      </div>
    </div>
  );
};
