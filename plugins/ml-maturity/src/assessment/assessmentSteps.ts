import {
  AssessmentDraftRecord,
  AssessmentState,
  AttestationRecord,
  CheckResult,
  Rubric,
  RubricCheck,
} from '@airworthy/plugin-ml-maturity-common';
import { formOfDraft, isEmptyForm } from '../answer/answerForm';
import { isAnswerable } from '../checks/remediesOf';

/** Where a step of the assessment stands. */
export type StepStanding = 'saved' | 'answered' | 'expired' | 'open';

/** One question of the assessment. */
export interface AssessmentStep {
  check: RubricCheck;
  result: CheckResult;
  /** The phase that it belongs to, or the category where it is no step of the journey. */
  part: string;
  standing: StepStanding;
  /** Saved, not sent. */
  draft?: AssessmentDraftRecord;
  /** The answer that counts. */
  answer?: AttestationRecord;
}

function standingOf(
  draft: AssessmentDraftRecord | undefined,
  answer: AttestationRecord | undefined,
  now: number,
): StepStanding {
  if (draft) return 'saved';
  if (!answer) return 'open';
  return Date.parse(answer.expiresAt) > now ? 'answered' : 'expired';
}

/**
 * The questions of an assessment on the model's track: first the steps of the
 * journey in its order, then the practices by category. What facts decide
 * already is not asked.
 */
export function assessmentSteps(
  rubric: Rubric,
  results: ReadonlyMap<string, CheckResult>,
  assessment: AssessmentState,
  now = Date.now(),
): AssessmentStep[] {
  // Something that was emptied again is no draft.
  const drafts = new Map(
    assessment.drafts
      .filter(({ answer }) => !isEmptyForm(formOfDraft(answer)))
      .map(draft => [draft.checkId, draft]),
  );
  const answers = new Map(
    assessment.attestations.map(answer => [answer.checkId, answer]),
  );
  const parts = [
    ...rubric.phases.map(({ id, title }) => ({
      title,
      has: (check: RubricCheck) => check.phase === id,
    })),
    ...rubric.categories.map(({ id, title }) => ({
      title,
      has: (check: RubricCheck) => !check.phase && check.category === id,
    })),
  ];
  return parts.flatMap(({ title, has }) =>
    rubric.checks.filter(has).flatMap(check => {
      const result = results.get(check.id);
      const draft = drafts.get(check.id);
      const answer = answers.get(check.id);
      if (!result || !check.attestation) return [];
      if (result.status === 'not-applicable') return [];
      if (!isAnswerable(check, result) && !draft) return [];
      return [
        {
          check,
          result,
          part: title,
          standing: standingOf(draft, answer, now),
          draft,
          answer,
        },
      ];
    }),
  );
}

/** The first step that waits for somebody, from a place on; the first one where none does. */
export function nextOpen(
  steps: readonly AssessmentStep[],
  from = 0,
): AssessmentStep | undefined {
  const isOpen = ({ standing }: AssessmentStep) =>
    standing === 'open' || standing === 'expired';
  return steps.slice(from).find(isOpen) ?? steps.find(isOpen) ?? steps[0];
}
