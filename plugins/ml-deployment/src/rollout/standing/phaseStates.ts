import type { RolloutStanding } from '@airworthy/plugin-ml-deployment-common';

/** Where a phase stands. */
export type PhaseState = 'done' | 'now' | 'ahead' | 'stopped';

/** Where each phase of the plan stands; undefined where nobody says which one runs. */
export function phaseStates(
  rollout: RolloutStanding,
): (PhaseState | undefined)[] {
  const { state, phase, plan } = rollout;
  const phases = plan?.phases ?? [];
  if (state === 'completed') return phases.map(() => 'done');
  if (state === 'planned') return phases.map(() => 'ahead');
  if (phase === undefined) return phases.map(() => undefined);
  return phases.map((_, i) => {
    if (i < phase) return 'done';
    if (i > phase) return 'ahead';
    return state === 'rolled-back' ? 'stopped' : 'now';
  });
}
