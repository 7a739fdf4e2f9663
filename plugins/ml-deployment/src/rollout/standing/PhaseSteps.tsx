import type { RolloutStanding } from '@airworthy/plugin-ml-deployment-common';
import {
  formatDuration,
  formatNumber,
  formatPercent,
} from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCircleLine,
  RiCloseCircleFill,
  RiRecordCircleFill,
} from '@remixicon/react';
import { mlRolloutTranslationRef } from '../translation';
import { PhaseState, phaseStates } from './phaseStates';
import styles from './standing.module.css';

const ICONS: Record<PhaseState, RemixiconComponentType> = {
  done: RiCheckboxCircleFill,
  now: RiRecordCircleFill,
  ahead: RiCircleLine,
  stopped: RiCloseCircleFill,
};

/** The phases of the plan in their order, and which of them runs. */
export const PhaseSteps = ({ rollout }: { rollout: RolloutStanding }) => {
  const { t } = useTranslationRef(mlRolloutTranslationRef);
  const states = phaseStates(rollout);
  return (
    <ol className={styles.steps} aria-label={t('standing.phases')}>
      {rollout.plan?.phases?.map((phase, i) => {
        const state = states[i];
        const Icon = ICONS[state ?? 'ahead'];
        return (
          <li
            key={phase.name}
            className={styles.step}
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <Icon className={styles.stepIcon} aria-hidden />
            <div className={styles.stepWords}>
              <Text
                variant="body-medium"
                weight={state === 'now' ? 'bold' : 'regular'}
              >
                {phase.name}
              </Text>
              {state && (
                <Text variant="body-small" className={styles.stepState}>
                  {t(`standing.${state}`)}
                </Text>
              )}
              <Text variant="body-small" color="secondary">
                {[
                  phase.traffic === undefined
                    ? t('standing.trafficUnknown')
                    : t('standing.traffic', {
                        share: formatPercent(phase.traffic),
                      }),
                  phase.duration &&
                    t('standing.atLeast', {
                      duration: formatDuration(phase.duration),
                    }),
                  phase.sampleSize &&
                    t('standing.sample', {
                      rows: formatNumber(phase.sampleSize),
                    }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
          </li>
        );
      })}
    </ol>
  );
};
