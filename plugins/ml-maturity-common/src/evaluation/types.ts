import { Entity } from '@backstage/catalog-model';
import { Attestation, AttestationState } from '../attestations/types';
import { EntityFacts, FactReading } from '../facts/types';
import { Waiver, WaiverState } from '../waivers/types';

/** Outcomes of a check. @public */
export const CHECK_STATUSES = [
  'pass',
  'fail',
  'unknown',
  'error',
  'waived',
  'not-applicable',
] as const;

/** Outcome of a check. @public */
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** How an outcome came about. @public */
export type CheckMethod = 'automated' | 'attested' | 'none';

/** Result of one check for one entity. @public */
export interface CheckResult {
  checkId: string;
  status: CheckStatus;
  /** Whether it enters level and scores: not for drafts, checks of the future and checks that do not apply. */
  counted: boolean;
  method: CheckMethod;
  /** One plain sentence. */
  reason: string;
  /** Facts that the rule read. */
  facts: FactReading[];
  /** The newest answer, if there is one. */
  attestation?: {
    id: string;
    state: AttestationState;
    answer: 'yes' | 'no';
    author: string;
    createdAt: string;
    expiresAt: string;
  };
  /** The newest waiver, if there is one. */
  waiver?: {
    id: string;
    state: WaiverState;
    reason: string;
    requestedBy: string;
    decidedBy?: string;
    expiresAt: string;
  };
  /** When the outcome lapses, if it rests on an answer or a waiver. */
  expiresAt?: string;
}

/** What one evaluation needs to know. @public */
export interface EvaluationInput {
  entity: Entity;
  /** Track of the model; without one, checks of single tracks do not apply. */
  track?: string;
  facts: EntityFacts;
  /** Newest answer by check. */
  attestations?: Record<string, Attestation>;
  /** Newest waiver by check. */
  waivers?: Record<string, Waiver>;
  now: Date;
}

/** Results of an entity. @public */
export interface Evaluation {
  /** Whether the rubric applies to the entity; without it there are no results. */
  applies: boolean;
  /** One result for each check, in the order of the rubric. */
  results: CheckResult[];
  /** When a result changes if nothing but time does: an expiry or a check that takes effect. */
  nextChangeAt?: string;
}
