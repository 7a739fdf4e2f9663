import type { LabelCoverage } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { formatDuration } from '@airworthy/plugin-ml-models-react';
import { formatKnown } from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';
import styles from './model.module.css';

function inWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return formatDuration(`PT${Math.round(seconds)}S`);
  if (minutes < 60) return formatDuration(`PT${minutes}M`);
  const hours = Math.round(minutes / 6) / 10;
  return hours < 48
    ? formatDuration(`PT${hours}H`)
    : formatDuration(`P${Math.round(hours / 2.4) / 10}D`);
}

/** How many labels of the period have arrived: a quality is of those only. */
export const LabelBar = ({ labels }: { labels: LabelCoverage }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { predictions, labelled, medianDelaySeconds } = labels;
  const share = predictions > 0 ? labelled / predictions : 0;
  const text = t('model.labels', {
    share: formatKnown(share, 'ratio'),
    labelled: labelled.toLocaleString('en-GB'),
    predictions: predictions.toLocaleString('en-GB'),
  });
  return (
    <div className={styles.labels}>
      <div
        className={styles.labelBar}
        role="meter"
        aria-label={t('model.labelsArrived')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <Text variant="body-medium">
        {text}
        {typeof medianDelaySeconds === 'number' &&
          ` ${t('model.labelDelay', { delay: inWords(medianDelaySeconds) })}`}
      </Text>
    </div>
  );
};
