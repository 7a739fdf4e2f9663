import { ManifestText } from '../manifests/types';
import { Json } from '../validate/types';

/** What can be done with a rollout. @public */
export const PROMOTION_ACTIONS = [
  'next-step',
  'promote',
  'roll-back',
  'end-shadow',
] as const;

/** What can be done with a rollout. @public */
export type PromotionAction = (typeof PROMOTION_ACTIONS)[number];

/** What a change is worked out from. @public */
export interface PromotionRequest {
  /** The manifests as they are now. */
  files: readonly ManifestText[];
  action: PromotionAction;
  /** Shares of the plan in percent, where a step is a change of the manifests. */
  steps?: readonly number[];
}

/** A change of manifests. @public */
export interface Promotion {
  /** Those that change, as they are to be. */
  files: ManifestText[];
  /** Those that go. */
  removed: string[];
  /** All of it as a unified diff; empty where no manifest changes. */
  diff: string;
  /** What to run where the engine takes the step, and no manifest does. */
  commands: string[];
  notices: string[];
}

/** A change of a field. */
export type Edit = { path: (string | number)[] } & (
  | { op: 'set'; value: unknown }
  | { op: 'delete' }
);

/** What an action comes to in one document. */
export interface Change {
  edits: Edit[];
  commands?: string[];
  notices?: string[];
  /** Whether the objects of the candidate go. */
  removesCandidate?: boolean;
}

/** How the rollouts of a kind of document are changed. */
export interface Changer {
  /** Whether a document carries such a rollout. */
  carries(document: Json): boolean;
  change(
    document: Json,
    action: PromotionAction,
    steps: readonly number[] | undefined,
  ): Change;
}
