import { isMuted } from '@airworthy/plugin-ml-monitoring-common';

/** Whether a check is left out of the status at this moment. */
export function isMutedNow(check: { mutedUntil?: string }): boolean {
  return isMuted(check, new Date());
}
