import {
  HealthCheck,
  compareStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { isMutedNow } from './isMutedNow';

/** Checks as they matter: the worst first, newest trouble first among equals, muted ones last. */
export function sortChecks(checks: readonly HealthCheck[]): HealthCheck[] {
  const began = ({ since }: HealthCheck) => (since ? Date.parse(since) : 0);
  return [...checks].sort(
    (a, b) =>
      Number(isMutedNow(a)) - Number(isMutedNow(b)) ||
      compareStatus(a.status, b.status) ||
      began(b) - began(a) ||
      a.title.localeCompare(b.title),
  );
}
