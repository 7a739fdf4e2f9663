import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Button, Text } from '@backstage/ui';
import { RiFileTextLine } from '@remixicon/react';
import { MayNotAnswer } from '../remedies/MayNotAnswer';
import { ShareBar } from '../summary/ShareBar';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { AssessmentStep, nextOpen } from './assessmentSteps';
import { StepRail } from './StepRail';
import { REPORT, REVIEW } from './pages';
import styles from './assessment.module.css';

/** How far the assessment is, and where to go on. */
export const AssessmentIntro = ({ steps }: { steps: AssessmentStep[] }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { change, card, rubric } = useMaturity();
  const reasonId = useId();
  const saved = steps.filter(({ standing }) => standing === 'saved').length;
  const answered = steps.filter(
    ({ standing }) => standing === 'answered',
  ).length;
  const next = nextOpen(steps);
  const track = rubric.tracks.find(({ id }) => id === card.track);
  return (
    <EntityInfoCard title={t('assessment.title')}>
      <div className={styles.column}>
        <Text as="p">
          {t('assessment.about', { count: steps.length })}{' '}
          {track && t('assessment.track', { title: track.title })}
        </Text>
        <div className={styles.progress}>
          <ShareBar share={(saved + answered) / steps.length} />
          <Text variant="body-small" color="secondary">
            {t('assessment.progress', {
              answered: String(answered),
              saved: String(saved),
              open: String(steps.length - answered - saved),
            })}
          </Text>
        </div>
        <div className={styles.buttons}>
          <Button onPress={() => change({ check: next?.check.id })}>
            {saved + answered > 0
              ? t('assessment.continue')
              : t('assessment.start')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={saved === 0}
            onPress={() => change({ check: REVIEW })}
          >
            {t('assessment.reviewSaved', { count: saved })}
          </Button>
          <Button
            variant="tertiary"
            iconStart={<RiFileTextLine aria-hidden />}
            onPress={() => change({ check: REPORT })}
          >
            {t('report.open')}
          </Button>
        </div>
        <MayNotAnswer id={reasonId} />
        <StepRail
          steps={steps}
          onChoose={check => change({ check })}
          detailed
        />
      </div>
    </EntityInfoCard>
  );
};
