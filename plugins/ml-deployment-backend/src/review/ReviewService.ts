import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RolloutReview,
  Verdict,
  mlDeploymentDecidePermission,
  mlDeploymentOverridePermission,
} from '@airworthy/plugin-ml-deployment-common';
import { EntityAccess } from '@airworthy/plugin-ml-models-node';
import { MlDeploymentConfig } from '../config';
import { DecisionStore } from '../database/DecisionStore';
import { CatalogDeployment } from '../deployments/readDeployment';
import { ManifestReader } from '../manifests/ManifestReader';
import { actionsOf } from './actionsOf';
import { EvidenceReader, FoundEvidence } from './EvidenceReader';
import { judge } from './judge';
import { noVerdictFor } from './noVerdictFor';
import { revisionOf } from './revision';
import { phaseOf, standingOf } from './standingOf';

interface ReviewServiceOptions {
  access: EntityAccess;
  config: Pick<MlDeploymentConfig, 'review'>;
  decisions: DecisionStore;
  evidence: EvidenceReader;
  manifests: ManifestReader;
}

interface Asking {
  credentials: BackstageCredentials;
  signal: AbortSignal;
}

/** What a decision needs of a review. */
export type Judgement = Pick<
  RolloutReview,
  'rollout' | 'verdict' | 'noVerdict' | 'evidence' | 'revision'
> & { latestDecisionId?: string };

/** Holds rollouts against their plans. */
export class ReviewService {
  readonly #options: ReviewServiceOptions;

  constructor(options: ReviewServiceOptions) {
    this.#options = options;
  }

  /** Where a rollout stands and what to do with it. */
  async judge(
    deployment: CatalogDeployment,
    asking: Asking,
  ): Promise<Judgement> {
    const { config, decisions, evidence } = this.#options;
    const { entityRef, entity } = deployment;
    const [phaseStartedAt, newest] = await Promise.all([
      this.#phaseStart(deployment),
      decisions.newest(entityRef),
    ]);
    const rollout = standingOf(entity.spec, phaseStartedAt);
    const noVerdict = noVerdictFor(rollout);
    const now = new Date();
    const found: FoundEvidence = noVerdict
      ? { evidence: { asOf: now.toISOString(), metrics: [] }, figures: [] }
      : await evidence.read(entityRef, rollout, asking);
    const verdict = noVerdict
      ? undefined
      : judge(rollout, found, {
          settings: config.review,
          monitoring: entity.spec.monitoring ?? {},
          now,
        });
    return {
      rollout,
      ...(verdict ? { verdict } : { noVerdict }),
      evidence: found.evidence,
      ...(newest ? { latestDecisionId: newest.id } : {}),
      revision: revisionOf({
        rollout,
        decision: verdict?.decision,
        latestDecisionId: newest?.id,
      }),
    };
  }

  async review(
    deployment: CatalogDeployment,
    asking: Asking,
  ): Promise<RolloutReview> {
    const { access, decisions, manifests } = this.#options;
    const { entityRef, title, entity } = deployment;
    const may = (permission: typeof mlDeploymentDecidePermission) =>
      access.mayOn(asking.credentials, permission, entityRef);
    const [judgement, [summary], decide, override, read] = await Promise.all([
      this.judge(deployment, asking),
      decisions.summaries([entityRef]),
      may(mlDeploymentDecidePermission),
      may(mlDeploymentOverridePermission),
      manifests.read(entity, asking.signal),
    ]);
    const { latestDecisionId: _, ...judged } = judgement;
    return {
      entityRef,
      title,
      ...judged,
      actions: actionsOf(judged, read),
      ...('origin' in read ? { manifests: read.origin } : {}),
      decisions: summary,
      may: { decide, override: decide && override },
    };
  }

  /** When the phase of a rollout began, where that is known: of the first from the entity, of others from the decision before. */
  async #phaseStart({
    entity,
    entityRef,
  }: CatalogDeployment): Promise<string | undefined> {
    const { strategy } = entity.spec;
    const phase = strategy && phaseOf(strategy);
    if (!strategy?.startedAt || phase === undefined) return undefined;
    if (phase === 0) return strategy.startedAt;
    return this.#options.decisions.promotedFrom(
      entityRef,
      phase - 1,
      new Date(strategy.startedAt),
    );
  }
}

/** A verdict for the record of a rehearsal on a deployment that no rollout is under way on. */
export function verdictOfNone(reason: string): Verdict {
  return {
    decision: 'hold',
    reasons: [reason],
    criteria: [],
    errorRate: 0,
    method: 'None: nothing was judged',
  };
}
