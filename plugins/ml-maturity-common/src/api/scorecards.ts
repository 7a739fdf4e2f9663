import { JsonObject } from '@backstage/types';
import { NextBestAction } from '../actions/nextBestActions';
import { Attestation } from '../attestations/types';
import { CheckResult, CheckStatus } from '../evaluation/types';
import { Rubric } from '../rubric/types';
import { RubricProblem } from '../rubric/problems';
import { Scorecard, StatusCounts } from '../scores/types';
import { Waiver } from '../waivers/types';

/** A rubric in force. @public */
export interface RubricEntry {
  rubric: Rubric;
  digest: string;
  /** Where it was read from. */
  source: string;
  loadedAt: string;
  /** What is wrong with a newer document of it; the one shown stays in force. */
  problems: RubricProblem[];
}

/** How the models of the organisation do in one check. @public */
export interface CheckCoverage {
  checkId: string;
  /** Whether the check counts now: it is no draft and has taken effect. */
  counted: boolean;
  counts: StatusCounts;
}

/** A rubric with how the organisation does in each of its checks. @public */
export interface RubricDetail extends RubricEntry {
  /** Models that were evaluated by it. */
  models: number;
  coverage: CheckCoverage[];
}

/** Where a collector stands with an entity. @public */
export interface CollectorState {
  id: string;
  /** Absent where it never could be. */
  collectedAt?: string;
  failure?: { message: string; at: string };
}

/** The whole scorecard of an entity by one rubric. @public */
export interface ScorecardResponse {
  state: 'evaluated';
  entityRef: string;
  rubric: {
    id: string;
    title: string;
    version: string;
    digest: string;
    /** False while the entity still waits for its evaluation by a newer rubric. */
    current: boolean;
    problems: RubricProblem[];
  };
  /** Ids of all rubrics that the entity was evaluated by. */
  rubrics: string[];
  track?: string;
  evaluatedAt: string;
  scorecard: Scorecard;
  /** One for each check, in the order of the rubric. */
  results: CheckResult[];
  actions: NextBestAction[];
  collectors: CollectorState[];
}

/** An entity whose first evaluation by a rubric takes longer than a moment. @public */
export interface PendingScorecard {
  state: 'pending';
  entityRef: string;
  rubric: { id: string; title: string; version: string };
  /** Ids of all rubrics that the entity was evaluated by. */
  rubrics: string[];
  /** When the evaluation was asked for. */
  since: string;
  /** Why the last attempt failed; another one follows. */
  problem?: string;
}

/** An entity that no rubric judges, or not the one that was asked for. @public */
export interface UncoveredScorecard {
  state: 'not-covered';
  entityRef: string;
  /** The rubric that was asked for. */
  rubric?: { id: string; title: string; version: string };
  /** Ids of all rubrics that the entity was evaluated by. */
  rubrics: string[];
}

/** What is known of an entity's scorecard. @public */
export type ScorecardAnswer =
  | ScorecardResponse
  | PendingScorecard
  | UncoveredScorecard;

/** Where an entity stood at the end of a day. @public */
export interface HistoryPoint {
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  level: number;
  score: number | null;
  counts: StatusCounts;
}

/** A change in a scorecard. @public */
export interface HistoryEvent {
  id: number;
  at: string;
  /** The check; undefined for a change of the level. */
  checkId?: string;
  /** Status or level before and after. */
  from?: string;
  to?: string;
  reason: string;
  cause: 'entity' | 'fact' | 'attestation' | 'waiver' | 'rubric' | 'time';
}

/** History of an entity's scorecard. @public */
export interface ScorecardHistory {
  entityRef: string;
  rubricId: string;
  /** Oldest first; a day without a change has none. */
  points: HistoryPoint[];
  /** Newest first; ask for older ones with `before`. */
  events: HistoryEvent[];
}

/** An answer with what became of it. @public */
export interface AttestationRecord extends Attestation {
  entityRef: string;
  rubricId: string;
  /** Whether it is the one that counts. */
  current: boolean;
  withdrawnAt?: string;
  withdrawnBy?: string;
  /** The history that it came from, where it was not given here. */
  importedFrom?: string;
}

/** A waiver with what it is for. @public */
export interface WaiverRecord extends Waiver {
  entityRef: string;
  rubricId: string;
  /** Whether it is the newest one of its check. */
  current: boolean;
}

/** All answers to a check of an entity and all its waivers, newest first. @public */
export interface CheckRecords {
  entityRef: string;
  rubricId: string;
  checkId: string;
  attestations: AttestationRecord[];
  waivers: WaiverRecord[];
}

/** An answer of a guided assessment that was saved, not sent. @public */
export interface AssessmentDraftRecord {
  checkId: string;
  answer: JsonObject;
  author: string;
  savedAt: string;
  /** Another one each time it is saved. */
  revision: string;
}

/** What a guided assessment resumes from. @public */
export interface AssessmentState {
  entityRef: string;
  rubricId: string;
  drafts: AssessmentDraftRecord[];
  /** Answers that count. */
  attestations: AttestationRecord[];
}

/** What the caller may do, with an entity where one was named. @public */
export interface Capabilities {
  read: boolean;
  /** Answer checks of the entity; without an entity, of some entity. */
  attest: boolean;
  requestWaiver: boolean;
  /** Approve, refuse and revoke waivers. */
  waive: boolean;
  manageCampaigns: boolean;
  evaluate: boolean;
  /** The most days that a waiver may last. */
  waiverDays: number;
}

/** What a CI pipeline asks. @public */
export interface GateRequest {
  entityRef: string;
  /** Id of the rubric; the first one that the entity was evaluated by without it. */
  rubric?: string;
  /** Level that has to be reached. */
  level?: number;
  /** Checks that have to pass or be waived. */
  checks?: string[];
  /** Facts by collector, taken in place of those that are stored; nothing is written. */
  facts?: Record<string, JsonObject>;
  /** Collect all facts anew before judging; needs the permission to evaluate. */
  refresh?: boolean;
}

/** A check as a gate sees it. @public */
export interface GateCheck {
  checkId: string;
  title: string;
  level: number;
  status: CheckStatus;
  reason: string;
}

/** Whether a model may pass. @public */
export interface GateResponse {
  pass: boolean;
  entityRef: string;
  rubric: { id: string; version: string; digest: string };
  level: number;
  score: number | null;
  /** Whether facts of the request took the place of stored ones. */
  dryRun: boolean;
  evaluatedAt: string;
  /** Why it may not pass, one sentence each; empty when it may. */
  reasons: string[];
  /** Checks that are in the way. */
  blocking: GateCheck[];
  /** Checks that pass by a waiver only. */
  waived: GateCheck[];
}
