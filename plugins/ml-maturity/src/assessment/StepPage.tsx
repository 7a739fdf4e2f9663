import { useEffect, useId, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Button, Text } from '@backstage/ui';
import { RiArrowLeftLine, RiArrowRightLine } from '@remixicon/react';
import { AnswerFields } from '../answer/AnswerFields';
import { isEmptyForm } from '../answer/answerForm';
import { problemsOf } from '../answer/problems';
import { MayNotAnswer } from '../remedies/MayNotAnswer';
import { ShareBar } from '../summary/ShareBar';
import { SafeMarkdown } from '../tab/SafeMarkdown';
import { useMaturity } from '../tab/maturityContext';
import { mlMaturityTranslationRef } from '../translation';
import { AssessmentStep } from './assessmentSteps';
import { OtherDraft } from './OtherDraft';
import { REVIEW } from './pages';
import { StandingText } from './StandingText';
import { StepRail } from './StepRail';
import { useStepForm } from './useStepForm';
import styles from './assessment.module.css';

interface Props {
  steps: AssessmentStep[];
  at: number;
  onSaved: () => void;
}

/** One question of the assessment, saved whenever it is left. */
export const StepPage = ({ steps, at, onSaved }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { change, capabilities } = useMaturity();
  const step = steps[at];
  const question = step.check.attestation!;
  const reasonId = useId();
  const editor = useStepForm(step, onSaved);
  const mayAnswer = capabilities?.attest ?? false;
  const page = useRef<HTMLDivElement>(null);

  // The button that led here is gone, and the page may be scrolled to its end.
  useEffect(() => {
    const element = page.current;
    element?.focus({ preventScroll: true });
    if (element && element.getBoundingClientRect().top < 0) {
      element.scrollIntoView({ block: 'start' });
    }
  }, []);

  const goTo = async (check: string | undefined) => {
    if (await editor.save()) change({ check });
  };
  // While it is filled in, only what is there can be wrong.
  const problems = isEmptyForm(editor.form)
    ? {}
    : problemsOf(editor.form, question);

  return (
    <div className={styles.page}>
      <StepRail steps={steps} current={step.check.id} onChoose={goTo} />
      <div
        ref={page}
        className={styles.question}
        role="group"
        aria-label={step.check.title}
        tabIndex={-1}
      >
        <EntityInfoCard title={step.check.title}>
          <div className={styles.column}>
            <div className={styles.progress}>
              <Text variant="body-small" color="secondary">
                {t('assessment.step', {
                  at: String(at + 1),
                  total: String(steps.length),
                  part: step.part,
                })}
              </Text>
              <ShareBar share={(at + 1) / steps.length} />
            </div>
            {step.standing !== 'open' && (
              <Text as="p" variant="body-small" color="secondary">
                <StandingText step={step} />
              </Text>
            )}
            <details className={styles.why}>
              <summary>{t('check.why')}</summary>
              <SafeMarkdown content={step.check.why} />
            </details>
            <MayNotAnswer id={reasonId} />
            {editor.other && (
              <OtherDraft
                draft={editor.other}
                question={question}
                onTake={editor.takeOther}
                onReplace={() => editor.save({ replace: true })}
              />
            )}
            <AnswerFields
              question={question}
              form={editor.form}
              onChange={editor.setForm}
              problems={problems}
              isDisabled={!mayAnswer}
            />
            {editor.failure && (
              <Alert
                role="alert"
                status="danger"
                icon
                title={t('assessment.notSaved')}
                description={editor.failure}
              />
            )}
            <div className={styles.buttons}>
              <Button
                variant="secondary"
                iconStart={<RiArrowLeftLine aria-hidden />}
                isDisabled={editor.isSaving}
                onPress={() => goTo(steps[at - 1]?.check.id)}
              >
                {at > 0 ? t('assessment.back') : t('assessment.overview')}
              </Button>
              <span className={styles.spacer} />
              <Text
                variant="body-small"
                color="secondary"
                role="status"
                className={styles.saved}
              >
                {editor.isSaving && t('assessment.saving')}
                {!editor.isSaving && editor.isDirty && t('assessment.unsaved')}
              </Text>
              <Button
                variant="secondary"
                isDisabled={!mayAnswer || !editor.isDirty}
                onPress={() => editor.save()}
              >
                {t('assessment.save')}
              </Button>
              <Button
                iconEnd={<RiArrowRightLine aria-hidden />}
                isPending={editor.isSaving}
                onPress={() => goTo(steps[at + 1]?.check.id ?? REVIEW)}
              >
                {at + 1 < steps.length
                  ? t('assessment.next')
                  : t('assessment.review')}
              </Button>
            </div>
          </div>
        </EntityInfoCard>
      </div>
    </div>
  );
};
