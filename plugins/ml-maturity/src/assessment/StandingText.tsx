import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDistance } from '../format/time';
import { Person } from '../tab/Person';
import { mlMaturityTranslationRef } from '../translation';
import { AssessmentStep } from './assessmentSteps';

/** Who answered a step and when, and whether that counts; nothing where nobody did. */
export const StandingText = ({ step }: { step: AssessmentStep }) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const { draft, answer, standing } = step;
  const by = draft
    ? { ref: draft.author, at: draft.savedAt }
    : answer && { ref: answer.author, at: answer.createdAt };
  if (!by || standing === 'open') return null;
  return (
    <>
      {t(`assessment.by.${standing}`, {
        when: formatDistance(by.at),
        person: <Person entityRef={by.ref} />,
      })}
    </>
  );
};
