import type {
  RolloutReview,
  VerdictDecision,
} from '@airworthy/plugin-ml-deployment-common';

/** What somebody is about to decide. */
export interface DecideForm {
  decision: VerdictDecision;
  rehearsal: boolean;
  comment: string;
}

/** Whether it goes against the verdict; a rehearsal decides nothing. */
export function differs(
  { decision, rehearsal }: DecideForm,
  verdict: VerdictDecision | undefined,
): boolean {
  return !rehearsal && decision !== verdict;
}

/** Whether it can be recorded on a review. */
export function isComplete(form: DecideForm, review: RolloutReview): boolean {
  const verdict = review.verdict?.decision;
  if (!review.may.decide) return false;
  if (!verdict) return form.rehearsal;
  if (!differs(form, verdict)) return true;
  return review.may.override && form.comment.trim() !== '';
}

/** What the form begins with; where there is nothing to decide on, the way back can still be rehearsed. */
export function startOf({ verdict }: RolloutReview): DecideForm {
  return {
    decision: verdict?.decision ?? 'roll-back',
    rehearsal: verdict === undefined,
    comment: '',
  };
}
