import { stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { DecisionSummary } from '@airworthy/plugin-ml-deployment-common';
import {
  ReadableMlDeployment,
  newestRollout,
} from '@airworthy/plugin-ml-models-common';

type Decision = NonNullable<DecisionSummary['latest']>;
type Summaries = ReadonlyMap<string, DecisionSummary>;

// As long as the rubric takes an answer to the same question for valid.
const HALF_A_YEAR_MS = 180 * 86_400_000;

const refOf = (deployment: ReadableMlDeployment) =>
  stringifyEntityRef(deployment);

/**
 * Whether a decision was about the rollout that a deployment stands in: taken
 * after it began, and not on a candidate that another has replaced since.
 */
function isOnRollout(
  decision: Decision,
  { spec }: ReadableMlDeployment,
): boolean {
  const startedAt = Date.parse(spec.strategy?.startedAt ?? '');
  if (Date.parse(decision.decidedAt) < startedAt) return false;
  const decidedOn = decision.rollout.candidate?.version;
  const candidates = (spec.variants ?? []).filter(v => v.role !== 'stable');
  // Without a candidate the rollout has ended, as the decision said or otherwise.
  return (
    !candidates.length ||
    decidedOn === undefined ||
    candidates.some(({ version }) => version === decidedOn)
  );
}

function newestFacts(
  newest: ReadableMlDeployment | undefined,
  summaries: Summaries,
): JsonObject {
  if (!newest) return { reviewed: false };
  const summary = summaries.get(refOf(newest));
  if (!summary) return {};
  const { latest } = summary;
  return latest && isOnRollout(latest, newest)
    ? { reviewed: true, verdict: latest.decision }
    : { reviewed: false };
}

function wasRolledBack(
  deployment: ReadableMlDeployment,
  summaries: Summaries,
  now: Date,
): boolean {
  const { state, startedAt } = deployment.spec.strategy ?? {};
  const moments = [
    summaries.get(refOf(deployment))?.lastRollBackAt,
    // One that the entity tells of came after the start.
    state === 'rolled-back' ? startedAt : undefined,
  ];
  return moments.some(
    moment => now.getTime() - Date.parse(moment ?? '') <= HALF_A_YEAR_MS,
  );
}

/**
 * Facts of a model from its deployments and from what was decided on them.
 *
 * @remarks
 *
 * Only a roll-back that was recorded is known: one that was rehearsed
 * elsewhere leaves no trace here, so without a record nothing is said.
 */
export function factsOf(
  deployments: readonly ReadableMlDeployment[],
  summaries: Summaries,
  now: Date,
): JsonObject {
  const newest = newestFacts(newestRollout(deployments), summaries);
  return {
    ...(Object.keys(newest).length > 0 && { newestRollout: newest }),
    ...(deployments.some(one => wasRolledBack(one, summaries, now)) && {
      rollbackRehearsed: true,
    }),
  };
}
