import { RolloutStanding } from '@airworthy/plugin-ml-deployment-common';

/** Why there is no rollout to decide on; undefined where there is one. */
export function noVerdictFor({
  strategy,
  state,
  candidate,
}: RolloutStanding): string | undefined {
  if (!strategy) {
    return 'The deployment names no strategy (spec.strategy), so there is no rollout to decide on.';
  }
  switch (state) {
    case 'planned':
      return 'The rollout is planned and has not begun.';
    case 'completed':
      return 'The rollout is completed.';
    case 'rolled-back':
      return 'The rollout was rolled back.';
    case undefined:
      return candidate
        ? undefined
        : 'The deployment does not say where its rollout stands (spec.strategy.state), and has no candidate.';
    default:
      return undefined;
  }
}
