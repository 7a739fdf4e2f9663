/** What was decided on a waiver. @public */
export type WaiverDecision = 'requested' | 'approved' | 'refused' | 'revoked';

/** A request that a check does not apply to an entity for a time. @public */
export interface Waiver {
  id: string;
  checkId: string;
  decision: WaiverDecision;
  reason: string;
  /** Entity reference of who asked for it. */
  requestedBy: string;
  requestedAt: string;
  /** Entity reference of who approved, refused or revoked it. */
  decidedBy?: string;
  decidedAt?: string;
  /** Why it was decided so. */
  decisionReason?: string;
  expiresAt: string;
}

/** Where a waiver stands now. @public */
export type WaiverState =
  | 'requested'
  | 'active'
  | 'refused'
  | 'revoked'
  | 'expired';
