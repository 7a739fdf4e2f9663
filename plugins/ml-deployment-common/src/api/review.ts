import type {
  MlDeploymentStrategy,
  MlRolloutPlan,
} from '@airworthy/plugin-ml-models-common';
import type { StrategyType } from '../strategies/types';
import type { Verdict } from '../review/types';
import type { Evidence } from '../review/types';
import type { DecisionSummary } from './decision';

/** A variant that takes part in a rollout. @public */
export interface RolloutVariant {
  name: string;
  role: 'stable' | 'candidate' | 'shadow';
  version?: string;
  /** Percent of the live traffic. */
  traffic?: number;
}

/** Where a rollout stands against its plan. @public */
export interface RolloutStanding {
  strategy?: StrategyType;
  state?: MlDeploymentStrategy['state'];
  /** UTC. */
  startedAt?: string;
  plan?: MlRolloutPlan;
  /** Index in `plan.phases`. */
  phase?: number;
  /** When the phase can end by its planned duration, UTC; absent where the start is unknown. */
  phaseEndsAt?: string;
  stable?: RolloutVariant;
  candidate?: RolloutVariant;
}

/** What a verdict stands on. @public */
export interface ReviewEvidence {
  /** UTC. */
  asOf: string;
  /** The period that is compared, UTC. */
  from?: string;
  to?: string;
  /** Who measured. */
  source?: string;
  /** Newest data that was seen, UTC; absent where none was. */
  freshAt?: string;
  metrics: Evidence[];
  /** Why there is no evidence, such as that monitoring does not answer. */
  failure?: string;
}

/** What may be done with a rollout now. @public */
export type ReviewActionId =
  | 'next-step'
  | 'promote'
  | 'roll-back'
  | 'end-shadow';

/** What an action would change. @public */
export interface ReviewAction {
  action: ReviewActionId;
  title: string;
  /** Whether the verdict asks for it. */
  recommended: boolean;
  /** The change of the manifests; absent where there are none or they could not be read. */
  change?: {
    /** Unified diff; empty where no manifest changes. */
    diff: string;
    /** Relative paths of the files that change or go. */
    files: string[];
    commands: string[];
    notices: string[];
  };
  /** Why there is no change to show. */
  failure?: string;
}

/** Where the manifests of a deployment are. @public */
export interface ManifestOrigin {
  /** Folder or file, as a reader may open it. */
  target: string;
  /** Number of files read. */
  files: number;
}

/** A rollout held against its plan. @public */
export interface RolloutReview {
  /** Of the deployment, in lower case. */
  entityRef: string;
  title: string;
  rollout: RolloutStanding;
  /** Absent where there is no rollout to decide on; `noVerdict` says why. */
  verdict?: Verdict;
  noVerdict?: string;
  evidence: ReviewEvidence;
  actions: ReviewAction[];
  manifests?: ManifestOrigin;
  decisions: DecisionSummary;
  /** Changes with the rollout, with the verdict, and with every decision. */
  revision: string;
  /** What the caller may do. */
  may: { decide: boolean; override: boolean };
}
