import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Text } from '@backstage/ui';
import { formOfDraft } from '../answer/answerForm';
import { Conflict } from '../answer/Conflict';
import { problemsOf } from '../answer/problems';
import { mlMaturityTranslationRef } from '../translation';
import { AssessmentStep } from './assessmentSteps';
import { FormSummary } from './FormSummary';
import { StandingText } from './StandingText';
import { Sending } from './useSending';
import styles from './assessment.module.css';

interface Props {
  step: AssessmentStep;
  sending: Sending | undefined;
  isBusy: boolean;
  onEdit: () => void;
  onKeepTheirs: () => void;
  onReplace: (previousId: string | null) => void;
}

/** A saved answer as it will be sent, and what keeps it from being sent. */
export const ReviewItem = (props: Props) => {
  const { step, sending, isBusy, onEdit, onKeepTheirs, onReplace } = props;
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { check, draft } = step;
  const question = check.attestation!;
  const form = formOfDraft(draft!.answer);
  const problems = Object.entries(problemsOf(form, question));
  const nameOf = (path: string) => {
    const id = path.replace(/^fields\./, '');
    return question.fields?.find(field => field.id === id)?.title ?? path;
  };
  return (
    <li className={styles.review}>
      <div className={styles.reviewHead}>
        <Text as="h4" weight="bold">
          {check.title}
        </Text>
        <Button
          size="small"
          variant="secondary"
          isDisabled={isBusy}
          aria-label={t('assessment.editOf', { title: check.title })}
          onPress={onEdit}
        >
          {t('assessment.edit')}
        </Button>
      </div>
      <Text as="p" variant="body-small" color="secondary">
        <StandingText step={step} />
      </Text>
      <FormSummary form={form} question={question} />
      {problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('assessment.incomplete')}
          description={problems
            .map(([path, message]) => `${nameOf(path)}: ${message}`)
            .join('; ')}
        />
      )}
      {sending?.state === 'failed' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('assessment.notSent')}
          description={sending.message}
        />
      )}
      {sending?.state === 'conflict' && (
        <Conflict
          other={sending.other}
          question={question}
          onKeep={onKeepTheirs}
          onReplace={() => onReplace(sending.other?.id ?? null)}
        />
      )}
    </li>
  );
};
