import type { RolloutStanding } from '@airworthy/plugin-ml-deployment-common';
import { LocalTime } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Panel } from '../../shared/panel/Panel';
import { StateLabel } from './StateLabel';
import { mlRolloutTranslationRef } from '../translation';
import { PhaseSteps } from './PhaseSteps';
import { VariantList } from './VariantList';
import styles from './standing.module.css';

/** What the plan says of the phase that runs. */
const CurrentPhase = ({ rollout }: { rollout: RolloutStanding }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { phase, phaseEndsAt, plan, state } = rollout;
  if (phase === undefined || state === 'completed' || state === 'rolled-back') {
    return null;
  }
  const criteria = plan?.phases?.[phase]?.criteria ?? [];
  return (
    <>
      {phaseEndsAt && (
        <Text as="p" variant="body-medium">
          {t(
            Date.parse(phaseEndsAt) > Date.now()
              ? 'standing.canEnd'
              : 'standing.ended',
          )}{' '}
          <LocalTime value={phaseEndsAt} distance /> (
          <LocalTime value={phaseEndsAt} />)
        </Text>
      )}
      {criteria.length > 0 && (
        <div>
          <Text as="p" variant="body-small" color="secondary">
            {t('standing.confirm')}
          </Text>
          <ul className={styles.confirm}>
            {criteria.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};

/** Where a rollout stands against its plan. */
export const StandingPanel = ({ rollout }: { rollout: RolloutStanding }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const { plan, phase, startedAt, state } = rollout;
  const hasPhases = (plan?.phases?.length ?? 0) > 0;
  const runs = state === 'progressing' || state === 'paused';
  return (
    <Panel
      title={t('standing.title')}
      aside={
        <div className={styles.state}>
          <StateLabel state={state} />
          {startedAt && (
            <Text variant="body-small" color="secondary">
              {t('standing.started')} <LocalTime value={startedAt} distance />
            </Text>
          )}
        </div>
      }
    >
      <VariantList rollout={rollout} />
      {hasPhases ? (
        <PhaseSteps rollout={rollout} />
      ) : (
        <Text as="p" color="secondary">
          {t('standing.noPlan')}
        </Text>
      )}
      {hasPhases && runs && phase === undefined && (
        <Text as="p" variant="body-small" color="secondary">
          {t('standing.noPhase')}
        </Text>
      )}
      <CurrentPhase rollout={rollout} />
    </Panel>
  );
};
