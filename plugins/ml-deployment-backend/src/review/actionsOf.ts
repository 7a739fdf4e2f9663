import { toError } from '@backstage/errors';
import {
  ReviewAction,
  ReviewActionId,
  RolloutReview,
  RolloutStanding,
  Verdict,
} from '@airworthy/plugin-ml-deployment-common';
import { promotionDiff } from '@airworthy/plugin-ml-deployment-node';
import { FoundManifests } from '../manifests/ManifestReader';

type Judged = Pick<RolloutReview, 'rollout' | 'verdict'>;

/** Shares of the plan in percent, rising. */
function stepsOf({ plan }: RolloutStanding): number[] {
  return (plan?.phases ?? []).flatMap(({ traffic }) => traffic ?? []);
}

/** The share after the one of now; 100 where the plan knows none between. */
function nextShareOf(rollout: RolloutStanding): number {
  const now = rollout.candidate?.traffic ?? 0;
  return stepsOf(rollout).find(step => step > now) ?? 100;
}

function idsOf(rollout: RolloutStanding): ReviewActionId[] {
  switch (rollout.strategy) {
    case 'canary':
      return nextShareOf(rollout) < 100
        ? ['next-step', 'promote', 'roll-back']
        : ['promote', 'roll-back'];
    case 'shadow':
      return ['end-shadow'];
    case 'rolling':
    case 'recreate':
      return ['roll-back'];
    default:
      return ['promote', 'roll-back'];
  }
}

function titleOf(action: ReviewActionId, rollout: RolloutStanding): string {
  const version = (of: 'stable' | 'candidate') =>
    rollout[of]?.version
      ? `version ${rollout[of]!.version}`
      : `the ${of} version`;
  switch (action) {
    case 'next-step':
      return `Give ${version('candidate')} ${nextShareOf(
        rollout,
      )} % of the traffic`;
    case 'promote':
      return `Give ${version('candidate')} all traffic`;
    case 'end-shadow':
      return `End the shadow of ${version('candidate')}`;
    default:
      return `Go back to ${version('stable')}`;
  }
}

/** Whether the phase after this one gives the candidate all traffic, as far as the plan says. */
function leadsToAll({ plan, phase }: RolloutStanding): boolean {
  const next = phase === undefined ? undefined : plan?.phases?.[phase + 1];
  return (next?.traffic ?? 100) >= 100;
}

/** The action that carries a verdict out. */
function recommendedOf(
  verdict: Verdict,
  rollout: RolloutStanding,
  ids: readonly ReviewActionId[],
): ReviewActionId | undefined {
  if (verdict.decision === 'hold') return undefined;
  // After an A/A check comes the test, which is no change of the manifests.
  if (
    verdict.decision === 'promote' &&
    rollout.strategy === 'ab-test' &&
    !leadsToAll(rollout)
  ) {
    return undefined;
  }
  const wanted: ReviewActionId[] =
    verdict.decision === 'promote'
      ? ['next-step', 'promote', 'end-shadow']
      : ['roll-back', 'end-shadow'];
  return wanted.find(id => ids.includes(id));
}

function changeOf(
  action: ReviewActionId,
  rollout: RolloutStanding,
  manifests: FoundManifests,
): Pick<ReviewAction, 'change' | 'failure'> {
  if ('failure' in manifests) return { failure: manifests.failure };
  try {
    const steps = stepsOf(rollout);
    const { diff, files, removed, commands, notices } = promotionDiff({
      files: manifests.files,
      action,
      ...(steps.length ? { steps } : {}),
    });
    return {
      change: {
        diff,
        files: [...files.map(({ path }) => path), ...removed],
        commands,
        notices,
      },
    };
  } catch (error) {
    return { failure: toError(error).message };
  }
}

/** What may be done with a rollout, and what each would change. */
export function actionsOf(
  { rollout, verdict }: Judged,
  manifests: FoundManifests,
): ReviewAction[] {
  if (!verdict) return [];
  const ids = idsOf(rollout);
  const recommended = recommendedOf(verdict, rollout, ids);
  return ids.map(action => ({
    action,
    title: titleOf(action, rollout),
    recommended: action === recommended,
    ...changeOf(action, rollout, manifests),
  }));
}
