import type { ModelQuality } from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DistributionPanel } from '../data/DistributionPanel';
import { mlMonitoringTranslationRef } from '../translation';
import { Panel } from '../tab/panel/Panel';
import { CalibrationFigure } from './CalibrationFigure';
import { ClassTable } from './ClassTable';
import { ConfusionTable } from './ConfusionTable';
import { EstimatePanel } from './EstimatePanel';
import { EstimateTiles } from './EstimateTiles';
import styles from './model.module.css';

type Classification = Extract<ModelQuality, { kind: 'classification' }>;
type Regression = Extract<ModelQuality, { kind: 'regression' }>;

const ClassificationPanels = ({ measured }: { measured: Classification }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { quality, ranking, calibration, confusion, threshold } = measured;
  return (
    <>
      <Panel
        title={t('model.quality')}
        about={t('model.measured', {
          rows: quality.rows.toLocaleString('en-GB'),
        })}
      >
        <EstimateTiles
          tiles={[
            {
              title: t('metric.accuracy'),
              value: quality.accuracy.value,
              interval: quality.accuracy.interval,
              unit: 'ratio',
            },
            ...(ranking
              ? [
                  {
                    title: 'ROC AUC',
                    value: ranking.rocAuc.value,
                    interval: ranking.rocAuc.interval,
                  },
                  { title: 'PR AUC', value: ranking.prAuc },
                ]
              : []),
            { title: t('metric.macroF1'), value: quality.macro.f1 },
            ...(calibration
              ? [
                  { title: t('metric.logLoss'), value: calibration.logLoss },
                  { title: t('metric.brier'), value: calibration.brier },
                ]
              : []),
          ]}
        />
        <ClassTable classes={quality.classes} />
      </Panel>
      <div className={styles.halves}>
        <Panel
          title={t('model.confusion')}
          about={
            typeof threshold === 'number'
              ? t('model.threshold', { threshold: String(threshold) })
              : undefined
          }
        >
          <ConfusionTable
            confusion={confusion}
            down={t('model.label')}
            across={t('model.prediction')}
            fileName="confusion"
          />
        </Panel>
        {calibration && (
          <Panel title={t('model.calibration')}>
            <CalibrationFigure calibration={calibration} />
          </Panel>
        )}
      </div>
    </>
  );
};

const RegressionPanels = ({ measured }: { measured: Regression }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { quality, residuals } = measured;
  return (
    <>
      <Panel
        title={t('model.quality')}
        about={t('model.measured', {
          rows: quality.rows.toLocaleString('en-GB'),
        })}
      >
        <EstimateTiles
          tiles={[
            { title: 'MAE', ...quality.mae },
            { title: 'RMSE', ...quality.rmse },
            { title: t('metric.bias'), ...quality.bias },
            {
              title: 'MAPE',
              value: quality.mape,
              unit: 'ratio',
              note: t('metric.mapeRows', {
                rows: quality.mapeRows.toLocaleString('en-GB'),
              }),
            },
            { title: 'R²', value: quality.r2 },
          ]}
        />
      </Panel>
      {residuals && (
        <DistributionPanel
          feature={t('model.residual')}
          title={t('model.residuals')}
          distribution={residuals}
        />
      )}
    </>
  );
};

/** Quality as measured with labels, or as estimated without. */
export const QualityPanels = ({ quality }: { quality: ModelQuality }) => {
  switch (quality.kind) {
    case 'classification':
      return <ClassificationPanels measured={quality} />;
    case 'regression':
      return <RegressionPanels measured={quality} />;
    default:
      return <EstimatePanel estimate={quality} />;
  }
};
