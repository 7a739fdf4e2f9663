import {
  CheckMute,
  compareStatus,
  HealthStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { MlMonitoringStatusEvent } from '@airworthy/plugin-ml-monitoring-node';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { EvaluationGroup } from '../config';
import { OutboxEntry, StatusWrite, StoredStatus } from '../database/statusRow';
import { DeploymentTimeline, withMutes } from './DeploymentTimeline';
import { GroupStates, checksOf } from './groupStates';
import { NO_SOURCE } from './hasHealthSource';
import { StatusFrom, daysOf, mergeDay } from './hours';
import { notificationOf, toTell } from './notificationOf';
import { summarise, whyUnknown } from './summarise';

const HOURS = 24;

interface StatusWriteOptions {
  deployment: KnownDeployment;
  stored: StoredStatus;
  groups: GroupStates;
  changed: Set<EvaluationGroup>;
  timeline: DeploymentTimeline;
  failing: Map<string, string>;
  isComplete: boolean;
  mutes: readonly CheckMute[];
  now: Date;
  isSilent: boolean;
  hasSources: boolean;
  /** As they are stored from the first moment of the timeline on. */
  days: readonly { day: string; hours: string }[];
}

/** The status that was so when the timeline of an evaluation begins, up to now. */
function momentsOf({ stored, timeline }: StatusWriteOptions): StatusFrom[] {
  const { moments } = timeline;
  const before: StatusFrom[] =
    stored.hoursUntil && stored.since
      ? [{ at: stored.hoursUntil, status: stored.status }]
      : [];
  // What is found late reaches back before the last evaluation.
  const [first] = moments;
  return first && before[0] && first.at <= before[0].at
    ? [...moments]
    : [...before, ...moments];
}

function worseLetter(a: string, b: string | undefined): string {
  const statuses: Record<string, HealthStatus> = {
    o: 'ok',
    u: 'unknown',
    w: 'warning',
    c: 'critical',
  };
  if (!b || !statuses[b]) return a;
  if (!statuses[a]) return b;
  return compareStatus(statuses[a], statuses[b]) <= 0 ? a : b;
}

function daysToWrite(options: StatusWriteOptions) {
  const moments = momentsOf(options);
  if (!moments.length) return [];
  const older = new Map(options.days.map(({ day, hours }) => [day, hours]));
  const first = new Date(moments[0].at);
  return daysOf(moments, options.now).map(({ day, hours }, i) => {
    const known = older.get(day);
    const merged = mergeDay(hours, known);
    if (i > 0) return { day, hours: merged };
    // Another status may have been so in the first part of the first hour.
    const at = first.getUTCHours();
    const letter = worseLetter(merged[at], known?.[at]);
    return {
      day,
      hours: merged.slice(0, at) + letter + merged.slice(at + 1),
    };
  });
}

function lastHours(
  days: readonly { day: string; hours: string }[],
  now: Date,
): string {
  const letters = days
    .slice(-2)
    .map(({ hours }) => hours)
    .join('');
  const passed = letters.length - 24 + now.getUTCHours() + 1;
  return letters.slice(Math.max(0, passed - HOURS), passed);
}

function withOlderDays(
  written: readonly { day: string; hours: string }[],
  known: StatusWriteOptions['days'],
) {
  const days = new Set(written.map(({ day }) => day));
  return [...known.filter(({ day }) => !days.has(day)), ...written].sort(
    (a, b) => (a.day < b.day ? -1 : 1),
  );
}

function outboxOf(
  options: StatusWriteOptions,
  tell: 'trouble' | 'recovery' | undefined,
  causes: Parameters<typeof notificationOf>[0]['causes'],
): OutboxEntry[] {
  const { deployment, stored, timeline } = options;
  const { entityRef, facts } = deployment;
  const { status, since, changes } = timeline;
  const outbox: OutboxEntry[] = [];
  if (status !== stored.status && since) {
    const event: MlMonitoringStatusEvent = {
      entityRef,
      from: stored.status,
      to: status,
      since,
      causes: changes.filter(({ checkId, to }) => checkId && to === status),
    };
    outbox.push({ kind: 'event', payload: event });
  }
  const payload =
    tell && notificationOf({ entityRef, facts, status, tell, causes });
  if (payload) outbox.push({ kind: 'notification', payload });
  return outbox;
}

function reasonOf(
  { timeline, failing, hasSources, now }: StatusWriteOptions,
  checks: Parameters<typeof whyUnknown>[1],
): string | undefined {
  const { status } = timeline;
  if (status !== 'unknown') return undefined;
  if (!hasSources) return NO_SOURCE;
  const [first] = failing;
  if (!checks.length && first) return `${first[0]} did not answer: ${first[1]}`;
  return whyUnknown(status, checks, now);
}

/** What an evaluation stores. */
export function statusWrite(options: StatusWriteOptions): StatusWrite {
  const { stored, timeline, groups, now, isComplete, deployment } = options;
  const { status } = timeline;
  const checks = withMutes(checksOf(groups), options.mutes);
  const summary = summarise(checks, options.failing.size, now, groups);
  const isFirst = stored.notifiedStatus === undefined;
  // What is still being made up for is told when it is done.
  const told =
    isComplete || !isFirst
      ? toTell(
          status,
          stored.notifiedStatus,
          // The past that a first sight brings to light is no news.
          options.isSilent || !isComplete || !Object.keys(stored.groups).length,
        )
      : { notifiedStatus: undefined };
  const written = daysToWrite(options);
  const wasEvaluated = options.changed.size > 0;
  return {
    entityRef: deployment.entityRef,
    facts: deployment.facts,
    version: stored.version,
    status,
    since: timeline.since,
    evaluatedAt: wasEvaluated ? now.toISOString() : stored.evaluatedAt,
    reason: reasonOf(options, checks),
    summary,
    groups,
    changedGroups: [...options.changed],
    notifiedStatus: isComplete ? told.notifiedStatus : stored.notifiedStatus,
    hours: written.length
      ? lastHours(withOlderDays(written, options.days), now)
      : stored.hours,
    hoursUntil: written.length ? now.toISOString() : stored.hoursUntil,
    changes: timeline.changes,
    days: written,
    outbox: outboxOf(
      options,
      isComplete ? told.tell : undefined,
      summary.causes,
    ),
  };
}
