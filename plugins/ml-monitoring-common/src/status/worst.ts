import { HealthStatus, HEALTH_STATUSES } from './types';

/** A check that may be muted until a time. @public */
export interface MutableCheck {
  status: HealthStatus;
  /** ISO time; the check is muted before it. */
  mutedUntil?: string;
}

/** Whether a mute is in force. @public */
export function isMuted(
  { mutedUntil }: Pick<MutableCheck, 'mutedUntil'>,
  now: Date,
): boolean {
  return mutedUntil !== undefined && Date.parse(mutedUntil) > now.getTime();
}

/** Compares statuses: negative where the first is worse. @public */
export function compareStatus(a: HealthStatus, b: HealthStatus): number {
  return HEALTH_STATUSES.indexOf(b) - HEALTH_STATUSES.indexOf(a);
}

/**
 * The worst status of the checks that are not muted. Without any check, or
 * with all of them muted, it is unknown: nothing says that it is ok.
 *
 * @public
 */
export function worstStatus(
  checks: readonly MutableCheck[],
  now: Date,
): HealthStatus {
  const heard = checks.filter(check => !isMuted(check, now));
  if (heard.length === 0) return 'unknown';
  return heard
    .map(({ status }) => status)
    .reduce((worst, status) =>
      compareStatus(status, worst) < 0 ? status : worst,
    );
}
