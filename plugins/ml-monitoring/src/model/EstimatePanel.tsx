import type { ModelQuality } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { formatNumber } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../translation';
import { Panel } from '../tab/panel/Panel';
import { EstimateTiles } from './EstimateTiles';

interface Props {
  estimate: Extract<ModelQuality, { kind: 'estimate' }>;
}

/** Quality that is estimated from confidence, with the condition that it holds under. */
export const EstimatePanel = ({ estimate }: Props) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { quality, check } = estimate;
  return (
    <Panel
      title={t('model.estimate')}
      about={t('model.estimateAbout', {
        rows: quality.rows.toLocaleString('en-GB'),
      })}
    >
      <Alert
        role="status"
        status={check.calibrated ? 'info' : 'warning'}
        icon
        title={t(check.calibrated ? 'model.calibrated' : 'model.notCalibrated')}
        description={
          check.reason ??
          t('model.calibrationError', {
            error: formatNumber(check.expectedCalibrationError),
            limit: formatNumber(check.limit),
            rows: check.rows.toLocaleString('en-GB'),
          })
        }
      />
      <EstimateTiles
        tiles={[
          {
            title: t('metric.estimated', { metric: t('metric.accuracy') }),
            value: quality.accuracy,
            interval: quality.accuracyInterval,
            unit: 'ratio',
          },
          {
            title: t('metric.estimated', { metric: 'ROC AUC' }),
            value: quality.rocAuc,
          },
          {
            title: t('metric.estimated', { metric: 'F1' }),
            value: quality.f1,
          },
          {
            title: t('metric.estimated', { metric: t('metric.precision') }),
            value: quality.precision,
            unit: 'ratio',
          },
          {
            title: t('metric.estimated', { metric: t('metric.recall') }),
            value: quality.recall,
            unit: 'ratio',
          },
        ]}
      />
    </Panel>
  );
};
