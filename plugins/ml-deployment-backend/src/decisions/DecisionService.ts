import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  DecisionRequest,
  RolloutDecision,
  mlDeploymentDecidePermission,
  mlDeploymentOverridePermission,
} from '@airworthy/plugin-ml-deployment-common';
import { EntityAccess } from '@airworthy/plugin-ml-models-node';
import { DecisionStore } from '../database/DecisionStore';
import { CatalogDeployment } from '../deployments/readDeployment';
import { changesSince } from '../review/revision';
import {
  Judgement,
  ReviewService,
  verdictOfNone,
} from '../review/ReviewService';
import { DecisionAnnouncer } from './DecisionAnnouncer';

interface DecisionServiceOptions {
  access: EntityAccess;
  announcer: DecisionAnnouncer;
  decisions: DecisionStore;
  reviews: ReviewService;
}

/** Records decisions on rollouts. */
export class DecisionService {
  readonly #options: DecisionServiceOptions;

  constructor(options: DecisionServiceOptions) {
    this.#options = options;
  }

  /**
   * Records a decision with the verdict and the evidence as they are now.
   *
   * @throws InputError where the decision does not fit, or needs a comment.
   * @throws NotAllowedError where the caller may not decide, or not against the verdict.
   * @throws ConflictError where something changed since the review was read.
   */
  async decide(
    deployment: CatalogDeployment,
    input: DecisionRequest,
    asking: {
      credentials: BackstageCredentials<BackstageUserPrincipal>;
      signal: AbortSignal;
    },
  ): Promise<RolloutDecision> {
    const { access, announcer, decisions, reviews } = this.#options;
    const { entityRef } = deployment;
    const { decision, rehearsal = false, comment } = input;
    const { credentials } = asking;
    await access.requireOn(
      credentials,
      mlDeploymentDecidePermission,
      entityRef,
    );
    if (rehearsal && decision !== 'roll-back') {
      throw new InputError(
        `decision: expected roll-back, which alone is rehearsed, was ${decision}`,
      );
    }
    const judgement = await reviews.judge(deployment, asking);
    requireUnchanged(input.revision, judgement);
    const { rollout, evidence, noVerdict, latestDecisionId } = judgement;
    if (!judgement.verdict && !rehearsal) {
      throw new ConflictError(`There is nothing to decide on. ${noVerdict}`);
    }
    const verdict = judgement.verdict ?? verdictOfNone(noVerdict!);
    const overrides = !rehearsal && decision !== verdict.decision;
    if (overrides) {
      await access.requireOn(
        credentials,
        mlDeploymentOverridePermission,
        entityRef,
      );
      if (!comment) {
        throw new InputError(
          `comment: expected a reason, since the verdict is ${verdict.decision} and the decision ${decision}, was nothing`,
        );
      }
    }
    const recorded = await decisions.add(
      {
        entityRef,
        decision,
        rehearsal,
        overrides,
        ...(comment ? { comment } : {}),
        decidedBy: credentials.principal.userEntityRef,
        decidedAt: new Date().toISOString(),
        rollout,
        verdict,
        evidence,
      },
      latestDecisionId,
    );
    await announcer.announce(deployment, recorded);
    return recorded;
  }
}

function requireUnchanged(given: string, { revision, verdict }: Judgement) {
  if (given === revision) return;
  const changes = changesSince(given, revision);
  const now =
    changes.includes('the verdict') && verdict
      ? ` The verdict is now ${verdict.decision}.`
      : '';
  throw new ConflictError(
    `revision: expected that of the review as it is now, was an older one: ${changes.join(
      ' and ',
    )} changed since.${now} Read the review again`,
  );
}
