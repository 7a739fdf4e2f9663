import { InputError } from '@backstage/errors';
import { Waiver, WaiverDecision, WaiverState } from './types';

/** Where a waiver stands at a moment: a request runs out like an approval. @public */
export function waiverState(waiver: Waiver, now: Date | number): WaiverState {
  if (waiver.decision === 'refused' || waiver.decision === 'revoked') {
    return waiver.decision;
  }
  if (!(Date.parse(waiver.expiresAt) > Number(now))) return 'expired';
  return waiver.decision === 'approved' ? 'active' : 'requested';
}

const NEXT: Record<
  'approve' | 'refuse' | 'revoke',
  { from: WaiverState[]; to: WaiverDecision }
> = {
  approve: { from: ['requested'], to: 'approved' },
  refuse: { from: ['requested'], to: 'refused' },
  revoke: { from: ['requested', 'active'], to: 'revoked' },
};

/**
 * The waiver after a decision; throws an `InputError` when it cannot be
 * decided so, or when the one who asked approves it where that is not
 * allowed.
 *
 * @public
 */
export function decideWaiver(
  waiver: Waiver,
  decision: {
    action: 'approve' | 'refuse' | 'revoke';
    by: string;
    reason?: string;
  },
  options: { now: Date; selfApproval: boolean },
): Waiver {
  const state = waiverState(waiver, options.now);
  const next = NEXT[decision.action];
  if (!next.from.includes(state)) {
    throw new InputError(
      `Cannot ${
        decision.action
      } a waiver that is ${state}, expected one that is ${next.from.join(
        ' or ',
      )}`,
    );
  }
  if (
    decision.action === 'approve' &&
    !options.selfApproval &&
    decision.by === waiver.requestedBy
  ) {
    throw new InputError(
      'A waiver has to be approved by somebody other than the one who asked for it',
    );
  }
  return {
    ...waiver,
    decision: next.to,
    decidedBy: decision.by,
    decidedAt: options.now.toISOString(),
    ...(decision.reason !== undefined
      ? { decisionReason: decision.reason }
      : {}),
  };
}
