import { z } from 'zod';
import { adviceAnswersSchema } from '../advisor/answers';
import type { Advice } from '../advisor/types';
import type { DeploymentPlan } from '../plan/makePlan';
import type { Strategy } from '../strategies/types';
import type { DeploymentTarget, StrategySupport } from '../targets/types';
import { TARGET_IDS } from '../targets/types';

/** Strategies, targets and which pairs exist. @public */
export interface StrategiesAnswer {
  strategies: readonly Strategy[];
  targets: readonly DeploymentTarget[];
  support: readonly StrategySupport[];
}

/** What advice is asked with. @public */
export const adviceRequestSchema = z.strictObject({
  answers: adviceAnswersSchema,
  target: z
    .enum(TARGET_IDS)
    .optional()
    .describe(
      'What carries the rollout out: its abilities answer `platform` where that is not answered.',
    ),
});

/** What advice is asked with. @public */
export type AdviceRequest = z.infer<typeof adviceRequestSchema>;

/** The advice, with how each strategy can be carried out. @public */
export interface AdviceAnswer {
  advice: Advice;
  support: StrategySupport[];
}

/** A plan for the entity and for people. @public */
export interface PlanAnswer {
  plan: DeploymentPlan;
  /** `DEPLOYMENT_PLAN.md`. */
  markdown: string;
}

/** A file of manifests. @public */
export interface ManifestFileText {
  path: string;
  content: string;
}

/** Something wrong with a manifest. @public */
export interface ManifestFinding {
  file?: string;
  kind?: string;
  name?: string;
  /** JSON pointer. */
  field: string;
  expected: string;
  was: string;
  message: string;
  source: 'schema' | 'rule';
}

/** What was found in manifests. @public */
export interface ValidationAnswer {
  valid: boolean;
  problems: ManifestFinding[];
  /** Kinds that no schema is known for. */
  unchecked: string[];
}

/** Manifests, with what was found in them. @public */
export interface ManifestsAnswer {
  files: ManifestFileText[];
  notices: string[];
  validation: ValidationAnswer;
}

/** Files to be validated. @public */
export const validationRequestSchema = z.strictObject({
  files: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(500),
        content: z.string().max(1_000_000),
      }),
    )
    .min(1)
    .max(100),
});

/** Files to be validated. @public */
export type ValidationRequest = z.infer<typeof validationRequestSchema>;
