import {
  HealthCheck,
  HealthStatus,
  isMuted,
  sortChecks,
} from '@airworthy/plugin-ml-monitoring-common';
import { StatusSummary } from '../database/statusRow';
import { groupHealth } from './groupHealth';
import { GroupStates } from './groupStates';

const CAUSES = 3;

function newestData(groups: GroupStates): string | undefined {
  return Object.values(groups)
    .flatMap(({ fresh }) => fresh.map(({ at }) => at))
    .sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

/** What lists show of checks. */
export function summarise(
  checks: readonly HealthCheck[],
  failingSources: number,
  now: Date,
  groups: GroupStates = {},
): StatusSummary {
  const counts = { ok: 0, warning: 0, critical: 0, unknown: 0, muted: 0 };
  const heard = checks.filter(check => !isMuted(check, now));
  counts.muted = checks.length - heard.length;
  heard.forEach(({ status }) => counts[status]++);
  const causes = sortChecks(heard.filter(({ status }) => status !== 'ok'))
    .slice(0, CAUSES)
    .map(({ id, title, group, status, since, feature, value, unit }) => ({
      id,
      title,
      group,
      status,
      since,
      feature,
      value,
      unit,
    }));
  return {
    causes,
    checks: counts,
    failingSources,
    ...(Object.keys(groups).length && {
      groups: groupHealth(checks, now, groups),
    }),
    freshAt: newestData(groups),
  };
}

/** Why the status of a deployment is unknown; nothing where it is known. */
export function whyUnknown(
  status: HealthStatus,
  checks: readonly HealthCheck[],
  now: Date,
): string | undefined {
  if (status !== 'unknown') return undefined;
  if (!checks.length) return 'No window was evaluated yet';
  const heard = checks.filter(check => !isMuted(check, now));
  if (!heard.length) return 'All checks are muted';
  const unknown = heard.filter(check => check.status === 'unknown');
  const first =
    unknown.find(({ metric }) => metric === 'data_age') ??
    unknown.find(({ reason }) => reason !== undefined) ??
    unknown[0];
  if (!first) return undefined;
  return first.reason ? `${first.title}: ${first.reason}` : first.title;
}
