import type {
  ModelHealth,
  PanelAnswer,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { DistributionPanel } from '../data/DistributionPanel';
import { DriftText } from '../data/DriftText';
import { mlMonitoringTranslationRef } from '../translation';
import { GroupChecks } from '../tab/checks/GroupChecks';
import { useMonitoring } from '../tab/monitoringContext';
import { AnswerView } from '../tab/panel/AnswerView';
import { MetricFigure } from '../tab/panel/MetricFigure';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { GenerationPanel } from './GenerationPanel';
import { LabelBar } from './LabelBar';
import { QualityPanels } from './QualityPanels';
import { SlicesPanel } from './SlicesPanel';
import { metricsOf } from './mainMetric';
import styles from './model.module.css';

/** A small loss of these would not be seen beside zero. */
const NOT_FROM_ZERO = /auc|f1|accuracy|r2/;

const Health = (props: {
  answer: ModelHealth;
  panel: PanelAnswer<ModelHealth>;
}) => {
  const { answer, panel } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const metrics = metricsOf(answer);
  return (
    <>
      {answer.labels && <LabelBar labels={answer.labels} />}
      {answer.generation && <GenerationPanel generation={answer.generation} />}
      {answer.quality ? (
        <QualityPanels quality={answer.quality} />
      ) : (
        answer.task !== 'generation' && (
          <Panel title={t('model.quality')}>
            <Text as="p" color="secondary">
              {t('model.noQuality')}
            </Text>
          </Panel>
        )
      )}
      {metrics.length > 0 && (
        <Panel title={t('model.overTime')} about={t('model.overTimeAbout')}>
          <div className={styles.charts}>
            {metrics.map(metric => (
              <MetricFigure
                key={metric}
                panel={panel}
                series={answer.series}
                metric={metric}
                fromZero={!NOT_FROM_ZERO.test(metric)}
              />
            ))}
          </div>
        </Panel>
      )}
      {(answer.predictionDistribution || answer.task !== 'generation') && (
        <DistributionPanel
          feature={t('model.prediction')}
          title={t('model.predictions')}
          distribution={answer.predictionDistribution}
          about={
            answer.predictionDrift ? (
              <DriftText drift={answer.predictionDrift} />
            ) : (
              t('model.noDrift')
            )
          }
        />
      )}
    </>
  );
};

/** Whether predictions are as they were, and right. */
const ModelPage = () => {
  const { status } = useMonitoring();
  const model = usePanel('model', (api, query, options) =>
    api.getModel(query, options),
  );
  return (
    <>
      <GroupChecks
        checks={model.value?.checks ?? status?.checks}
        group="model"
      />
      <AnswerView loaded={model} heights={[64, 240, 320]}>
        {(answer, panel) => <Health answer={answer} panel={panel} />}
      </AnswerView>
      <SlicesPanel />
    </>
  );
};

export default ModelPage;
