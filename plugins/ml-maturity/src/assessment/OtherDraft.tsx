import {
  AssessmentDraftRecord,
  AttestationQuestion,
} from '@airworthy/plugin-ml-maturity-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { formOfDraft } from '../answer/answerForm';
import { formatDistance } from '../format/time';
import { Person } from '../tab/Person';
import { mlMaturityTranslationRef } from '../translation';
import { FormSummary } from './FormSummary';

interface Props {
  draft: AssessmentDraftRecord;
  question: AttestationQuestion;
  onTake: () => void;
  onReplace: () => void;
}

/** Somebody else saved the same step meanwhile. */
export const OtherDraft = ({ draft, question, onTake, onReplace }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={
        <>
          <Person entityRef={draft.author} />{' '}
          {t('assessment.savedMeanwhile', {
            when: formatDistance(draft.savedAt),
          })}
        </>
      }
      description={
        <FormSummary form={formOfDraft(draft.answer)} question={question} />
      }
      customActions={
        <Flex gap="2">
          <Button size="small" variant="secondary" onPress={onTake}>
            {t('assessment.takeTheirs')}
          </Button>
          <Button size="small" onPress={onReplace}>
            {t('assessment.saveMine')}
          </Button>
        </Flex>
      }
    />
  );
};
