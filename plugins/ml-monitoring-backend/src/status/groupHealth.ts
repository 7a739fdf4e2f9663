import {
  FleetEntry,
  GroupHealth,
  HealthCheck,
  isMuted,
  sortChecks,
} from '@airworthy/plugin-ml-monitoring-common';

// Told by the catalog, whatever the sources say.
const WITHOUT_DATA = new Set(['model_age_days']);

function healthOf(checks: readonly HealthCheck[], now: Date): GroupHealth {
  const known = checks.filter(
    ({ status, value, metric }) =>
      status !== 'unknown' && value !== null && !WITHOUT_DATA.has(metric),
  );
  const measured = known.filter(({ isEstimate }) => !isEstimate);
  const heard = known.filter(check => !isMuted(check, now));
  // A group whose checks are all muted is watched all the same.
  const [worst] = sortChecks(heard.length ? heard : known);
  return {
    status: worst?.status ?? 'unknown',
    metrics: [...new Set(measured.map(({ metric }) => metric))].sort(),
  };
}

/** What is watched of a deployment, and how each group of checks does. */
export function groupHealth(
  checks: readonly HealthCheck[],
  now: Date,
): NonNullable<FleetEntry['groups']> {
  const of = (group: HealthCheck['group']) =>
    healthOf(
      checks.filter(check => check.group === group),
      now,
    );
  return { service: of('service'), data: of('data'), model: of('model') };
}
