import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LocalTime } from '@airworthy/plugin-ml-models-react';
import type { BaselineInfo } from '@airworthy/plugin-ml-monitoring-common';
import { mlMonitoringTranslationRef } from '../translation';
import { useMonitoring } from '../tab/monitoringContext';
import { AnswerView } from '../tab/panel/AnswerView';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { DriftControls } from './DriftControls';
import { FeatureList } from './FeatureList';

/** What a period was compared with, in words. */
export const BaselineText = ({ baseline }: { baseline?: BaselineInfo }) => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  if (!baseline) return <>{t('data.noBaseline')}</>;
  return (
    <>
      {t(`data.baseline.${baseline.kind}`, {
        name: baseline.baseline.name ?? baseline.baseline.path ?? '',
        rows: baseline.rows.toLocaleString('en-GB'),
      })}
      {baseline.window && (
        <>
          {' '}
          (<LocalTime value={baseline.window.from} /> –{' '}
          <LocalTime value={baseline.window.to} />)
        </>
      )}
    </>
  );
};

/** All features, worst first. */
export const FeaturesPage = () => {
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
  return (
    <AnswerView loaded={data} heights={[480]}>
      {answer => (
        <Panel
          title={t('data.features')}
          about={<BaselineText baseline={answer.baseline} />}
          aside={<DriftControls />}
        >
          <FeatureList features={answer.features} />
        </Panel>
      )}
    </AnswerView>
  );
};
