import type {
  ReviewActionId,
  VerdictDecision,
} from '@airworthy/plugin-ml-deployment-common';

/** What is decided by an action; a shadow ends whichever way it went. */
export function decisionOf(
  action: ReviewActionId,
  verdict: VerdictDecision | undefined,
): VerdictDecision {
  if (action === 'roll-back') return 'roll-back';
  if (action === 'end-shadow' && verdict === 'roll-back') return 'roll-back';
  return 'promote';
}
