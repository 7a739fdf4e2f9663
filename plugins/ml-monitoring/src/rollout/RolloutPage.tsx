import type {
  PanelAnswer,
  VariantComparison,
} from '@airworthy/plugin-ml-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import { TrafficBar } from '@airworthy/plugin-ml-models-react';
import { mlMonitoringTranslationRef } from '../translation';
import { useMonitoring } from '../tab/monitoringContext';
import { AnswerView } from '../tab/panel/AnswerView';
import { Panel } from '../tab/panel/Panel';
import { usePanel } from '../tab/panel/usePanel';
import { AgreementPanel } from './AgreementPanel';
import { ComparisonTable } from './ComparisonTable';
import { DisagreementsPanel } from './DisagreementsPanel';
import styles from './rollout.module.css';

const Comparison = (props: {
  answer: VariantComparison;
  panel: PanelAnswer<VariantComparison>;
}) => {
  const { answer } = props;
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { stable, candidate } = answer;
  const name = (of: { variant: string; modelVersion?: string }) =>
    of.modelVersion
      ? t('cause.version', { name: of.variant, version: of.modelVersion })
      : of.variant;
  return (
    <>
      <Panel
        title={t('rollout.comparison', {
          candidate: name(candidate),
          stable: name(stable),
        })}
        about={t('rollout.comparisonAbout')}
      >
        <ComparisonTable comparison={answer} />
      </Panel>
      {answer.agreement && (
        <AgreementPanel
          agreement={answer.agreement}
          meanAbsoluteDifference={answer.meanAbsoluteDifference}
          stable={name(stable)}
          candidate={name(candidate)}
        />
      )}
    </>
  );
};

/** A candidate or shadow held against the stable variant. */
const CandidatePanels = ({ candidate }: { candidate: string }) => {
  const { variants } = useMonitoring();
  const comparison = usePanel(
    `comparison ${candidate}`,
    (api, query, options) =>
      api.getComparison({ ...query, variant: candidate }, options),
  );
  const role = variants.find(({ name }) => name === candidate)?.role;
  return (
    <>
      <AnswerView loaded={comparison} heights={[320, 200]}>
        {(answer, panel) => <Comparison answer={answer} panel={panel} />}
      </AnswerView>
      {role === 'shadow' && <DisagreementsPanel candidate={candidate} />}
    </>
  );
};

/** The variants side by side, as a decision on the rollout needs them. */
const RolloutPage = () => {
  const { t } = useTranslationRef(mlMonitoringTranslationRef);
  const { variants, state, change } = useMonitoring();
  const candidates = variants.filter(({ role }) => role !== 'stable');
  const chosen =
    candidates.find(({ name }) => name === state.variant) ?? candidates[0];
  return (
    <>
      <Panel
        title={t('rollout.traffic')}
        aside={
          candidates.length > 1 && (
            <Select
              label={t('rollout.candidate')}
              className={styles.select}
              options={candidates.map(({ name, version }) => ({
                value: name,
                label: t('cause.version', { name, version }),
              }))}
              value={chosen?.name}
              onChange={key => change({ variant: String(key) })}
            />
          )
        }
      >
        <TrafficBar variants={variants} />
      </Panel>
      {chosen ? (
        <CandidatePanels candidate={chosen.name} />
      ) : (
        <Text as="p" color="secondary">
          {t('rollout.none')}
        </Text>
      )}
    </>
  );
};

export default RolloutPage;
