import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { mlMaturityTranslationRef } from '../translation';
import { StateMark } from '../status/StateMark';
import { CheckLink } from '../tab/CheckLink';
import { WheelPhase } from './wheelPhases';
import styles from './list.module.css';

/** The journey as a list: what the wheel shows, in words. */
export const JourneyList = ({ phases }: { phases: WheelPhase[] }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <ol className={styles.phases} aria-label={t('wheel.list')}>
      {phases.map((phase, p) => (
        <li key={phase.id} className={styles.phase}>
          <div className={styles.head}>
            <Text as="h4" variant="body-medium" weight="bold">
              {p + 1} {phase.title}
            </Text>
            <Text variant="body-small" color="secondary">
              {t('wheel.phaseDone', {
                done: String(phase.done),
                total: String(phase.steps.length),
              })}
            </Text>
          </div>
          <ol className={styles.steps}>
            {phase.steps.map(step => (
              <li key={step.id} className={styles.step}>
                <StateMark state={step.state} />
                <CheckLink checkId={step.id}>{step.title}</CheckLink>
                <span className={styles.state}>{t(`state.${step.state}`)}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
};
