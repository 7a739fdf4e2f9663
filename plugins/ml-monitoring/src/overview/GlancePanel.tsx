import type {
  PanelAnswer,
  ServiceHealth,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Loaded } from '@airworthy/plugin-ml-models-react';
import { mainMetric } from '../model/mainMetric';
import { SERVICE_METRICS } from '../service/metrics';
import { useMonitoring } from '../tab/monitoringContext';
import { PlaceLink } from '../tab/PlaceLink';
import { AnswerView } from '../tab/panel/AnswerView';
import { MetricFigure } from '../tab/panel/MetricFigure';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { mlMonitoringTranslationRef } from '../translation';
import { WorstDrifts } from './WorstDrifts';
import styles from './overview.module.css';

/** The main figures of service, data and model. */
export const GlancePanel = (props: {
  service: Loaded<PanelAnswer<ServiceHealth>>;
}) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { state } = useMonitoring();
  const data = usePanel(
    `data ${state.ruleSet ?? ''} ${state.test ?? ''}`,
    (api, query, options) =>
      api.getData(
        { ...query, ruleSet: state.ruleSet, test: state.test },
        options,
      ),
  );
  const model = usePanel('model', (api, query, options) =>
    api.getModel(query, options),
  );
  return (
    <>
      <Panel
        title={t('page.service')}
        aside={
          <PlaceLink place={{ page: 'service' }}>
            {t('overview.open.service')}
          </PlaceLink>
        }
      >
        <AnswerView loaded={props.service} heights={[200]}>
          {(answer, panel) => (
            <div className={styles.charts}>
              {(['rate', 'errorRatio', 'p95'] as const).map(name => (
                <MetricFigure
                  key={name}
                  panel={panel}
                  series={answer.series}
                  metric={SERVICE_METRICS[name]}
                  isSmall
                />
              ))}
            </div>
          )}
        </AnswerView>
      </Panel>
      <div className={styles.charts}>
        <Panel
          title={t('overview.drifts')}
          aside={
            <PlaceLink place={{ page: 'data' }}>
              {t('overview.open.data')}
            </PlaceLink>
          }
        >
          <AnswerView loaded={data} heights={[200]}>
            {answer => <WorstDrifts data={answer} />}
          </AnswerView>
        </Panel>
        <Panel
          title={t('overview.quality')}
          aside={
            <PlaceLink place={{ page: 'model' }}>
              {t('overview.open.model')}
            </PlaceLink>
          }
        >
          <AnswerView loaded={model} heights={[200]}>
            {(answer, panel) => {
              const metric = mainMetric(answer);
              return metric ? (
                <MetricFigure
                  panel={panel}
                  series={answer.series}
                  metric={metric}
                  fromZero={answer.task !== 'classification'}
                  isSmall
                />
              ) : (
                <Text as="p" color="secondary">
                  {t('overview.noQuality')}
                </Text>
              );
            }}
          </AnswerView>
        </Panel>
      </div>
    </>
  );
};
