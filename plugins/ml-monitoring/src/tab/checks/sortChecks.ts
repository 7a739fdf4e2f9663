import {
  HealthCheck,
  compareStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { isMutedNow } from './isMutedNow';

/** Checks as they matter: the worst first, what began first among equals since the rest may follow from it, muted ones last. */
export function sortChecks(checks: readonly HealthCheck[]): HealthCheck[] {
  const began = ({ since }: HealthCheck) =>
    since ? Date.parse(since) : Number.MAX_SAFE_INTEGER;
  return [...checks].sort(
    (a, b) =>
      Number(isMutedNow(a)) - Number(isMutedNow(b)) ||
      compareStatus(a.status, b.status) ||
      began(a) - began(b) ||
      a.title.localeCompare(b.title),
  );
}
