import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMonitoring } from '../tab/monitoringContext';
import { AnswerView } from '../tab/panel/AnswerView';
import { GroupChecks } from '../tab/checks/GroupChecks';
import { MetricFigure } from '../tab/panel/MetricFigure';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { mlMonitoringTranslationRef } from '../translation';
import { VariantServiceTable } from './VariantServiceTable';
import { SERVICE_METRICS } from './metrics';
import styles from './service.module.css';

/** Whether requests are answered, and how fast, by variant. */
const ServicePage = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { status } = useMonitoring();
  const service = usePanel('service', (api, query, options) =>
    api.getService(query, options),
  );
  return (
    <>
      <GroupChecks
        checks={service.value?.checks ?? status?.checks}
        group="service"
      />
      <AnswerView loaded={service} heights={[160, 320, 320]}>
        {(answer, panel) => (
          <>
            <Panel
              title={t('service.variants')}
              about={t('service.variantsAbout')}
            >
              <VariantServiceTable
                variants={answer.variants}
                checks={panel.checks}
              />
            </Panel>
            <Panel title={t('service.traffic')}>
              <div className={styles.charts}>
                {(['rate', 'errorRatio'] as const).map(name => (
                  <MetricFigure
                    key={name}
                    panel={panel}
                    series={answer.series}
                    metric={SERVICE_METRICS[name]}
                  />
                ))}
              </div>
            </Panel>
            <Panel title={t('service.latency')}>
              <div className={styles.charts}>
                {(['p50', 'p95', 'p99'] as const).map(name => (
                  <MetricFigure
                    key={name}
                    panel={panel}
                    series={answer.series}
                    metric={SERVICE_METRICS[name]}
                  />
                ))}
                {answer.series.some(
                  ({ metric }) => metric === 'saturation',
                ) && (
                  <MetricFigure
                    panel={panel}
                    series={answer.series}
                    metric={SERVICE_METRICS.saturation}
                  />
                )}
              </div>
            </Panel>
          </>
        )}
      </AnswerView>
    </>
  );
};

export default ServicePage;
