import { DEFAULT_STEPS } from '@airworthy/plugin-ml-deployment-common';

/** Steps to start from. */
export const PRESETS = [
  { id: 'usual', steps: DEFAULT_STEPS },
  { id: 'careful', steps: [1, 5, 10, 25, 50, 100] },
  { id: 'quick', steps: [10, 100] },
] as const;

/** Puts a step before the last one, half-way from the step before. */
export function addStep(steps: readonly number[]): number[] {
  if (steps.length === 0) return [100];
  const last = steps[steps.length - 1];
  const before = steps.length > 1 ? steps[steps.length - 2] : 0;
  if (last < 100) return [...steps, 100];
  return [...steps.slice(0, -1), Math.round((before + last) / 2), last];
}
