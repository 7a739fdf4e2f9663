import { RubricCheck } from './types';

/** When a check begins to count, in milliseconds; undefined for a draft. */
export function countsFrom(check: RubricCheck): number | undefined {
  if (check.status === 'draft') return undefined;
  return check.effectiveFrom === undefined
    ? Number.NEGATIVE_INFINITY
    : Date.parse(`${check.effectiveFrom}T00:00:00Z`);
}

/**
 * Whether a check counts now: it is no draft and has taken effect. A check
 * that does not is evaluated and shown all the same.
 *
 * @public
 */
export function isCounted(check: RubricCheck, now: Date): boolean {
  const from = countsFrom(check);
  return from !== undefined && from <= now.getTime();
}
