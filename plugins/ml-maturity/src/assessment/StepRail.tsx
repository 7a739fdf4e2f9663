import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCircleLine,
  RiHistoryLine,
  RiSave3Line,
} from '@remixicon/react';
import { mlMaturityTranslationRef } from '../translation';
import { AssessmentStep, StepStanding } from './assessmentSteps';
import { StandingText } from './StandingText';
import styles from './assessment.module.css';

const ICONS: Record<StepStanding, RemixiconComponentType> = {
  answered: RiCheckboxCircleFill,
  saved: RiSave3Line,
  expired: RiHistoryLine,
  open: RiCircleLine,
};

interface Props {
  steps: readonly AssessmentStep[];
  current?: string;
  onChoose: (checkId: string) => void;
  /** Shows who did what and when. */
  detailed?: boolean;
}

/** The questions by part, each with its standing. */
export const StepRail = ({ steps, current, onChoose, detailed }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const parts = [...new Set(steps.map(({ part }) => part))];
  return (
    <nav aria-label={t('assessment.steps')} className={styles.rail}>
      {parts.map(part => (
        <div key={part}>
          <span className={styles.part}>{part}</span>
          <ol className={styles.steps}>
            {steps
              .filter(step => step.part === part)
              .map(step => {
                const { check, standing } = step;
                const Icon = ICONS[standing];
                return (
                  <li key={check.id} className={styles.step}>
                    <button
                      type="button"
                      className={styles.stepButton}
                      aria-current={check.id === current ? 'step' : undefined}
                      onClick={() => onChoose(check.id)}
                    >
                      <Icon
                        className={styles.stepIcon}
                        data-standing={standing}
                        aria-label={t(`assessment.standing.${standing}`)}
                      />
                      {check.title}
                    </button>
                    {detailed && standing !== 'open' && (
                      <span className={styles.by}>
                        <StandingText step={step} />
                      </span>
                    )}
                  </li>
                );
              })}
          </ol>
        </div>
      ))}
    </nav>
  );
};
