import { PlatformAbility } from '../advisor/answers';
import { Source, StrategyType } from '../strategies/types';

/** What carries rollouts out, with what routes for it. @public */
export const TARGET_IDS = [
  'kserve-knative',
  'kserve-standard',
  'argo-rollouts-istio',
  'argo-rollouts-gateway',
  'gateway-api',
] as const;

/** What carries rollouts out, with what routes for it. @public */
export type TargetId = (typeof TARGET_IDS)[number];

/** A product that something needs, from a version on. @public */
export interface ProductVersion {
  product: string;
  /** The first version that has it; any that is supported without it. */
  since?: string;
}

/** What a target gives to rollouts, in the words of the advice. @public */
export interface TargetAbility {
  ability: PlatformAbility;
  how: string;
}

/** A platform that manifests are made for. @public */
export interface DeploymentTarget {
  id: TargetId;
  title: string;
  summary: string;
  needs: readonly ProductVersion[];
  abilities: readonly TargetAbility[];
  sources: readonly Source[];
}

/** Whether a target can carry a strategy out. @public */
export type StrategySupport = {
  strategy: StrategyType;
  target: TargetId;
  sources: readonly Source[];
} & (
  | {
      /** `native` by the engine itself, `beneath` by routing below two of its objects. */
      support: 'native' | 'beneath';
      how: string;
      /** Beyond what the target needs anyway. */
      needs: readonly ProductVersion[];
      caveats: readonly string[];
    }
  | {
      support: 'none';
      /** Why it cannot. */
      reason: string;
      /** Targets that can. */
      instead: readonly TargetId[];
    }
);
