import type {
  AdviceAnswer,
  AdviceRequest,
  DecisionPage,
  DecisionRequest,
  DecisionSummary,
  ManifestsAnswer,
  PlanAnswer,
  RolloutDecision,
  RolloutReview,
  StrategiesAnswer,
  ValidationAnswer,
  ValidationRequest,
} from '../api';
import type { PlanRequest } from '../plan/planRequest';

/** What every request may say besides what it asks for. @public */
export interface RequestOptions {
  /** A token, for calls between backend plugins. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * Advises, plans, renders and reviews rollouts.
 *
 * @remarks
 *
 * Figures that are not known come as `null` where the types of the pure
 * functions say NaN, since JSON has no such number.
 *
 * @public
 */
export interface MlDeploymentApi {
  /** Strategies, targets, and which target can carry which strategy out. */
  getStrategies(options?: RequestOptions): Promise<StrategiesAnswer>;
  /** Every strategy ranked, with the reasons for and against. */
  advise(
    request: AdviceRequest,
    options?: RequestOptions,
  ): Promise<AdviceAnswer>;
  /** A plan, for the entity and for people. */
  plan(request: PlanRequest, options?: RequestOptions): Promise<PlanAnswer>;
  /** Manifests with what was found in them. The request is `RenderRequest` of `@airworthy/plugin-ml-deployment-node`. */
  render(
    request: Record<string, unknown>,
    options?: RequestOptions,
  ): Promise<ManifestsAnswer>;
  /** What is wrong with files of manifests, up to a hundred of them. */
  validate(
    request: ValidationRequest,
    options?: RequestOptions,
  ): Promise<ValidationAnswer>;
  /** The rollout held against its plan; where monitoring does not answer, the verdict is to hold. */
  getReview(
    request: { entityRef: string },
    options?: RequestOptions,
  ): Promise<RolloutReview>;
  /** What was decided, newest first; 20 a page, or up to 100. */
  getDecisions(
    request: { entityRef: string; cursor?: string; limit?: number },
    options?: RequestOptions,
  ): Promise<DecisionPage>;
  /**
   * Records a decision, with the verdict and the evidence as they are then.
   *
   * @throws ResponseError 400 where a decision against the verdict has no comment, 403 where the caller may not take it.
   * @throws ResponseError 409 where the rollout, the verdict or the decisions changed since the review was read.
   */
  decide(
    request: DecisionRequest & { entityRef: string },
    options?: RequestOptions,
  ): Promise<RolloutDecision>;
  /** Of up to 500 deployments; one that was never decided on has neither field, one that is hidden is left out. */
  getDecisionSummaries(
    request: { entityRefs: readonly string[] },
    options?: RequestOptions,
  ): Promise<DecisionSummary[]>;
}
