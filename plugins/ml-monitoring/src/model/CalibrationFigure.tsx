import type { Calibration } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ScatterFigure, formatNumber } from '@airworthy/plugin-ml-models-react';
import { formatKnown } from '../shared/figures/formatFigure';
import { mlMonitoringTranslationRef } from '../translation';

/** How far scores are probabilities: on the diagonal they are. */
export const CalibrationFigure = (props: { calibration: Calibration }) => {
  const { calibration } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const points = calibration.bins
    .filter(({ rows }) => rows > 0)
    .map(bin => ({
      x: bin.meanScore,
      y: bin.positiveShare,
      lower: bin.interval?.lower,
      upper: bin.interval?.upper,
      rows: bin.rows,
    }));
  return (
    <ScatterFigure
      title={t('model.ece', {
        error: formatNumber(calibration.expectedCalibrationError),
        rows: calibration.rows.toLocaleString('en-GB'),
      })}
      description={t('model.describeCalibration', {
        error: formatNumber(calibration.expectedCalibrationError),
      })}
      xTitle={t('model.meanScore')}
      yTitle={t('model.positiveShare')}
      points={points}
      diagonalLabel={t('model.perfect')}
      formatX={formatNumber}
      formatY={value => formatKnown(value, 'ratio')}
      fileName="calibration"
    />
  );
};
