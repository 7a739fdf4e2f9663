import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { StatusBadge } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../translation';
import { CheckList } from '../tab/checks/CheckList';
import { useMonitoring } from '../tab/monitoringContext';
import { PlaceLink } from '../tab/PlaceLink';
import { AnswerView } from '../tab/panel/AnswerView';
import { MetricFigure } from '../tab/panel/MetricFigure';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { DistributionPanel } from './DistributionPanel';
import { BaselineText } from './FeaturesPage';
import { DriftControls } from './DriftControls';
import { InvariantList } from './InvariantList';
import { QuantileTable } from './QuantileTable';
import { TestTable } from './TestTable';
import styles from './data.module.css';

/** A feature looked at closely. */
export const FeaturePage = ({ feature }: { feature: string }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { state, status } = useMonitoring();
  const detail = usePanel(
    `feature ${feature} ${state.ruleSet ?? ''} ${state.test ?? ''}`,
    (api, query, options) =>
      api.getFeature(
        { ...query, feature, ruleSet: state.ruleSet, test: state.test },
        options,
      ),
  );
  const checks = (
    detail.value?.checks.length ? detail.value.checks : status?.checks ?? []
  ).filter(check => check.feature === feature);
  return (
    <>
      <div className={styles.head}>
        <PlaceLink place={{ page: 'data' }}>{t('data.back')}</PlaceLink>
      </div>
      <AnswerView loaded={detail} heights={[64, 320, 320]}>
        {(answer, panel) => (
          <>
            <div className={styles.head}>
              <Text as="h2" variant="title-small" weight="bold">
                <bdi>{feature}</bdi>
              </Text>
              <StatusBadge status={answer.feature.status} />
              <Text color="secondary">
                {t(`data.type.${answer.feature.type}`)}
              </Text>
            </div>
            {checks.length > 0 && (
              <Panel title={t('check.title')}>
                <CheckList checks={checks} />
              </Panel>
            )}
            <div className={styles.columns}>
              <div className={styles.stack}>
                <DistributionPanel
                  feature={feature}
                  distribution={answer.distribution}
                  about={<BaselineText baseline={answer.baseline} />}
                />
                <Panel
                  title={t('data.overTime')}
                  about={t('data.overTimeAbout')}
                >
                  <div className={styles.stack}>
                    {[
                      ...new Set(answer.series.map(({ metric }) => metric)),
                    ].map(metric => (
                      <MetricFigure
                        key={metric}
                        panel={panel}
                        series={answer.series}
                        metric={metric}
                        feature={feature}
                      />
                    ))}
                    {answer.series.length === 0 && (
                      <Text color="secondary">{t('data.noSeries')}</Text>
                    )}
                  </div>
                </Panel>
              </div>
              <div className={styles.stack}>
                <Panel
                  title={t('data.tests')}
                  about={t('data.testsAbout')}
                  aside={<DriftControls />}
                >
                  <TestTable tests={answer.tests} own={answer.feature.drift} />
                </Panel>
                <Panel title={t('data.invariants')}>
                  <InvariantList feature={answer.feature} />
                </Panel>
                {answer.quantiles && (
                  <Panel title={t('data.quantiles')}>
                    <QuantileTable quantiles={answer.quantiles} />
                  </Panel>
                )}
              </div>
            </div>
          </>
        )}
      </AnswerView>
    </>
  );
};
