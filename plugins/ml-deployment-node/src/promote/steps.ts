import { InputError } from '@backstage/errors';

/**
 * The share after the one of now; 100 after the last.
 *
 * @throws InputError where the steps are not known, or nothing comes after.
 */
export function nextShare(
  now: number,
  steps: readonly number[] | undefined,
): number {
  if (now >= 100) {
    throw new InputError(
      'action: expected promote or roll-back, since the candidate has all traffic already, was next-step',
    );
  }
  if (!steps) {
    throw new InputError(
      'steps: expected the shares of the plan, which next-step needs here, was nothing',
    );
  }
  return steps.find(step => step > now) ?? 100;
}

/** Says that an action does not fit a rollout. */
export function refuse(action: string, what: string, instead: string): never {
  throw new InputError(
    `action: expected ${instead} for ${what}, was ${action}`,
  );
}
