import type {
  MlRolloutCheck,
  MlRolloutStopRule,
} from '@airworthy/plugin-ml-models-common';

/** A figure of both variants over the same time, as measured. @public */
export interface Evidence {
  metric: string;
  stable: number;
  candidate: number;
  /** Of candidate minus stable. */
  standardError: number;
  rows: { stable: number; candidate: number };
  /** Whether the comparison itself holds the rows for enough. */
  enough: boolean;
  /** Why it does not. */
  reason?: string;
  /** The test or method in words. */
  method: string;
}

/** How sure a verdict is to be. @public */
export interface VerdictSettings {
  /** The most often that a candidate which breaks a rule is promoted, however often it is looked at; 0.05 without it. */
  alpha?: number;
  /** Requests of each variant below which nothing is decided; 100 without it. */
  leastRequests?: number;
  /** Requests of the phase's plan. */
  sampleSize?: number;
}

/** What is said of a rule. @public */
export type CriterionState =
  /** The interval lies wholly on the good side of the limit. */
  | 'met'
  /** It lies wholly on the bad side. */
  | 'broken'
  /** It holds the limit: more requests will tell. */
  | 'open'
  /** There is no figure, or too little data. */
  | 'no-data';

/** A rule with the evidence for it. @public */
export interface CriterionVerdict {
  rule: MlRolloutCheck | MlRolloutStopRule;
  kind: 'check' | 'stop-rule';
  state: CriterionState;
  /** What is held against the limit: a value, a difference or a ratio. */
  value: number | null;
  /** Holds the true figure at every look at once. */
  interval?: { lower: number; upper: number; level: number };
  rows?: Evidence['rows'];
  /** Requests of the candidate that the plan asks for. */
  needed?: number;
  reason: string;
  method?: string;
}

/** What to do with a rollout. @public */
export type VerdictDecision = 'promote' | 'hold' | 'roll-back';

/** What to do with a rollout, and why. @public */
export interface Verdict {
  decision: VerdictDecision;
  /** The most decisive first. */
  reasons: string[];
  criteria: CriterionVerdict[];
  /** The most often that this decision is wrong. */
  errorRate: number;
  method: string;
}
