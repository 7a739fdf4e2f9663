import {
  DecisionRequest,
  MlDeploymentApi,
  RequestOptions,
  RolloutDecision,
} from '@airworthy/plugin-ml-deployment-common';
import { InputError, ResponseError } from '@backstage/errors';

/** What is decided, on which review. */
export interface Decided extends DecisionRequest {
  entityRef: string;
}

/** Which review a task decides on, as it keeps it for a retry. */
export interface ReviewTaken {
  revision: string;
  /** UTC, ISO 8601. */
  takenAt: string;
}

/* What the backend said tells more than that a request failed. */
const causeOf = (error: unknown) =>
  error instanceof ResponseError ? error.cause : error;

const isConflict = (error: unknown) =>
  error instanceof ResponseError && error.statusCode === 409;

/** Records decisions in the deployment backend. */
export class DecisionRecorder {
  readonly #api: MlDeploymentApi;

  constructor(options: { api: MlDeploymentApi }) {
    this.#api = options.api;
  }

  /**
   * The review as it is now.
   *
   * @throws InputError where there is no rollout to decide on.
   */
  async review(entityRef: string, options: RequestOptions) {
    const review = await this.#api
      .getReview({ entityRef }, options)
      .catch(error => {
        throw causeOf(error);
      });
    const { verdict } = review;
    if (verdict) return { ...review, verdict };
    throw new InputError(
      `entityRef: expected a deployment with a rollout to decide on, was ${entityRef}: ${review.noVerdict}`,
    );
  }

  /**
   * Records a decision, once.
   *
   * @throws ConflictError where the review is no longer the one that was taken.
   */
  async record(
    request: Decided,
    { takenAt, by }: { takenAt: string; by?: string },
    options: RequestOptions,
  ): Promise<RolloutDecision> {
    try {
      return await this.#api.decide(request, options);
    } catch (error) {
      // A task that was interrupted after it had decided finds a review that
      // its own decision changed.
      const own =
        isConflict(error) &&
        (await this.#findOwn(request, { takenAt, by }, options));
      if (own) return own;
      throw causeOf(error);
    }
  }

  async #findOwn(
    request: Decided,
    { takenAt, by }: { takenAt: string; by?: string },
    options: RequestOptions,
  ): Promise<RolloutDecision | undefined> {
    const { entityRef, decision, comment, rehearsal = false } = request;
    const { items } = await this.#api.getDecisions(
      { entityRef, limit: 5 },
      options,
    );
    return items.find(
      item =>
        item.decidedBy === by &&
        item.decidedAt >= takenAt &&
        item.decision === decision &&
        item.comment === comment &&
        item.rehearsal === rehearsal,
    );
  }
}
