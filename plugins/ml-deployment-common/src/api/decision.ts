import { z } from 'zod';
import type { Verdict, VerdictDecision } from '../review/types';
import type { ReviewEvidence, RolloutStanding } from './review';

/** What may be decided. @public */
export const VERDICT_DECISIONS = ['promote', 'hold', 'roll-back'] as const;

/** A decision as somebody records it. @public */
export const decisionRequestSchema = z.strictObject({
  decision: z.enum(VERDICT_DECISIONS).describe('What is decided.'),
  /** A roll-back that was tried out, not needed: it decides nothing on the rollout. */
  rehearsal: z
    .boolean()
    .optional()
    .describe('Whether a roll-back was only rehearsed.'),
  comment: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .optional()
    .describe('Why; needed where the verdict says something else.'),
  revision: z
    .string()
    .min(1)
    .max(128)
    .describe('Revision of the review that the decision is taken on.'),
});

/** A decision as somebody records it. @public */
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;

/** A decision with what it was taken on. @public */
export interface RolloutDecision {
  id: string;
  /** Of the deployment, in lower case. */
  entityRef: string;
  decision: VerdictDecision;
  rehearsal: boolean;
  /** Whether the verdict said something else. */
  overrides: boolean;
  comment?: string;
  /** Reference of the user or service. */
  decidedBy: string;
  /** UTC, ISO 8601. */
  decidedAt: string;
  /** All of it as it was when it was decided. */
  rollout: RolloutStanding;
  verdict: Verdict;
  evidence: ReviewEvidence;
}

/** Decisions, newest first. @public */
export interface DecisionPage {
  items: RolloutDecision[];
  /** For the next page; absent on the last. */
  nextCursor?: string;
  totalItems: number;
}

/** What is known of the decisions on a deployment, for lists and facts. @public */
export interface DecisionSummary {
  entityRef: string;
  /** The newest that is no rehearsal, without its evidence. */
  latest?: Pick<
    RolloutDecision,
    'id' | 'decision' | 'overrides' | 'decidedBy' | 'decidedAt' | 'rollout'
  >;
  /** When the newest roll-back was done or rehearsed, UTC. */
  lastRollBackAt?: string;
}
