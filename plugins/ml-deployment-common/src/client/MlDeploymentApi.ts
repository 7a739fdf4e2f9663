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

/** Advises, plans, renders and reviews rollouts. @public */
export interface MlDeploymentApi {
  getStrategies(options?: RequestOptions): Promise<StrategiesAnswer>;
  advise(
    request: AdviceRequest,
    options?: RequestOptions,
  ): Promise<AdviceAnswer>;
  plan(request: PlanRequest, options?: RequestOptions): Promise<PlanAnswer>;
  /** The request is `RenderRequest` of `@airworthy/plugin-ml-deployment-node`. */
  render(
    request: Record<string, unknown>,
    options?: RequestOptions,
  ): Promise<ManifestsAnswer>;
  validate(
    request: ValidationRequest,
    options?: RequestOptions,
  ): Promise<ValidationAnswer>;
  getReview(
    request: { entityRef: string },
    options?: RequestOptions,
  ): Promise<RolloutReview>;
  getDecisions(
    request: { entityRef: string; cursor?: string; limit?: number },
    options?: RequestOptions,
  ): Promise<DecisionPage>;
  /**
   * Records a decision.
   *
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
