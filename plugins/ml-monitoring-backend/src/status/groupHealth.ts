import {
  FleetEntry,
  GroupHealth,
  HealthCheck,
  isMuted,
  sortChecks,
} from '@airworthy/plugin-ml-monitoring-common';
import { EvaluationGroup } from '../config';
import { GroupStates } from './groupStates';

// Told by the catalog, whatever the sources say.
const WITHOUT_DATA = new Set(['model_age_days']);

function healthOf(
  checks: readonly HealthCheck[],
  figures: readonly string[],
  now: Date,
): GroupHealth {
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
    metrics: [
      ...new Set([...measured.map(({ metric }) => metric), ...figures]),
    ].sort(),
  };
}

/**
 * What is watched of a deployment, and how each group of checks does. A figure
 * without limits is no check, and is watched all the same.
 */
export function groupHealth(
  checks: readonly HealthCheck[],
  now: Date,
  states: GroupStates = {},
): NonNullable<FleetEntry['groups']> {
  const of = (group: HealthCheck['group'], ...from: EvaluationGroup[]) =>
    healthOf(
      checks.filter(check => check.group === group),
      from.flatMap(name => states[name]?.metrics ?? []),
      now,
    );
  return {
    service: of('service', 'service'),
    data: of('data', 'invariants', 'drift'),
    model: of('model', 'model'),
  };
}
