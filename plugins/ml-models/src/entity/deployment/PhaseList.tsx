import type {
  MlDeploymentStrategy,
  MlRolloutCheck,
  MlRolloutPlanPhase,
} from '@airworthy/plugin-ml-models-common';
import {
  formatDuration,
  formatNumber,
  formatPercent,
} from '@airworthy/plugin-ml-models-react';
import { Text } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCircleLine,
  RiPlayCircleFill,
} from '@remixicon/react';
import styles from './deployment.module.css';

type Progress = 'done' | 'now' | 'to come' | 'unknown';

/** Where each phase stands; after a rollback nobody knows how far it came. */
function progressOf(index: number, strategy: MlDeploymentStrategy): Progress {
  const { state, phase } = strategy;
  if (state === 'completed') return 'done';
  if (state === 'planned') return 'to come';
  if (phase === undefined || state === 'rolled-back') return 'unknown';
  if (index < phase) return 'done';
  return index === phase ? 'now' : 'to come';
}

const ICONS = {
  done: RiCheckboxCircleFill,
  now: RiPlayCircleFill,
  'to come': RiCircleLine,
  unknown: RiCircleLine,
};

const MEASURES = {
  value: '',
  difference: 'difference of ',
  ratio: 'ratio of ',
};

/** A rule in words, its own where it has them. */
function describeCheck(check: MlRolloutCheck): string {
  if (check.description) return check.description;
  const side = check.direction === 'below' ? 'not below' : 'not above';
  const measure = MEASURES[check.measure ?? 'value'];
  return `${measure}${check.metric} ${side} ${formatNumber(check.limit)}`;
}

function describePhase(phase: MlRolloutPlanPhase): string {
  return [
    phase.traffic !== undefined && `${formatPercent(phase.traffic)} of traffic`,
    phase.duration && `at least ${formatDuration(phase.duration)}`,
    phase.sampleSize !== undefined &&
      `${formatNumber(phase.sampleSize)} requests for each variant`,
  ]
    .filter(Boolean)
    .join(' · ');
}

interface PhaseListProps {
  phases: MlRolloutPlanPhase[];
  strategy: MlDeploymentStrategy;
}

/** The phases of a rollout in their order, and the one that runs now. */
export const PhaseList = ({ phases, strategy }: PhaseListProps) => (
  <ol className={styles.phases} aria-label="Phases">
    {phases.map((phase, i) => {
      const progress = progressOf(i, strategy);
      const Icon = ICONS[progress];
      const conditions = [
        ...(phase.criteria ?? []),
        ...(phase.checks ?? []).map(describeCheck),
      ];
      return (
        <li
          key={i}
          className={styles.phase}
          data-progress={progress}
          aria-current={progress === 'now' ? 'step' : undefined}
        >
          <Icon className={styles.phaseIcon} aria-hidden />
          <div className={styles.phaseText} dir="auto">
            <Text weight="bold">
              {phase.name}
              <Text color="secondary">
                {progress !== 'unknown' && ` · ${progress}`}
              </Text>
            </Text>
            <Text variant="body-small" color="secondary">
              {describePhase(phase)}
            </Text>
            {conditions.length > 0 && (
              <ul className={styles.criteria}>
                {conditions.map((condition, j) => (
                  <li key={j}>{condition}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      );
    })}
  </ol>
);
