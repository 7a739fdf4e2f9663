import {
  DEFAULT_WINDOWS,
  HealthCheck,
  StatusChange,
  TimeWindow,
  reduceStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { WindowAnswer } from './askWindow';
import { CheckState, GroupState } from './groupStates';

/** What a window did to a group of checks. */
export interface ReducedGroup {
  group: GroupState;
  /** Changes of checks, those without news too. */
  changes: (StatusChange & { checkId: string })[];
}

function unknownOf(
  { check }: CheckState,
  window: TimeWindow,
  reason: string,
): HealthCheck {
  return { ...check, window, value: null, status: 'unknown', reason };
}

function reasonOf({ failures }: WindowAnswer): string {
  const [{ source, message }] = failures;
  return `${source.type} (${source.name}) did not answer: ${message}`;
}

/** How many windows in a row change the status of a check. */
function windowsOf(
  { status, threshold }: HealthCheck,
  answer: WindowAnswer,
  silentWindows: number,
): number {
  const windows = threshold?.windows ?? DEFAULT_WINDOWS;
  // Nights without requests leave the status as it is; sources that fail do not.
  return status === 'unknown' && !answer.failures.length
    ? Math.max(windows, silentWindows)
    : windows;
}

/**
 * Takes a window into account. A check that is told no more is forgotten,
 * unless a source failed: then it is unknown.
 */
export function reduceGroup(
  before: GroupState | undefined,
  answer: WindowAnswer,
  window: TimeWindow,
  settings: { digest: string; silentWindows: number },
): ReducedGroup {
  const { digest, silentWindows } = settings;
  const known = new Map(before?.checks.map(one => [one.check.id, one]));
  const told = [...answer.checks];
  if (answer.failures.length) {
    const ids = new Set(told.map(({ id }) => id));
    for (const [id, state] of known) {
      if (!ids.has(id)) told.push(unknownOf(state, window, reasonOf(answer)));
    }
  }
  const changes: ReducedGroup['changes'] = [];
  const checks = told.map((check): CheckState => {
    const { state, change } = reduceStatus(
      known.get(check.id)?.state,
      {
        status: check.status,
        at: window.to,
        ...(check.value !== null && { value: check.value }),
      },
      windowsOf(check, answer, silentWindows),
    );
    if (change) {
      changes.push({
        at: change.since,
        checkId: check.id,
        title: check.title,
        from: change.from,
        to: change.to,
        value: check.value,
        reason: check.reason,
      });
    }
    return { check, state };
  });
  const fresh = answer.fresh.length ? answer.fresh : before?.fresh ?? [];
  // What is watched stays watched through a silence.
  const metrics = [
    ...new Set([...(before?.metrics ?? []), ...answer.metrics]),
  ].sort();
  return {
    group: { until: window.to, digest, checks, fresh, metrics },
    changes,
  };
}

/** Keeps since when a check is as it still is, after its settings changed. */
export function keepSince(before: GroupState, after: GroupState): ReducedGroup {
  const known = new Map(before.checks.map(one => [one.check.id, one.state]));
  const changes: ReducedGroup['changes'] = [];
  const checks = after.checks.map(({ check, state }): CheckState => {
    const earlier = known.get(check.id);
    if (earlier?.status === state.status) {
      const since = earlier.since < state.since ? earlier.since : state.since;
      return { check, state: { ...state, since } };
    }
    const from = earlier?.status ?? 'unknown';
    if (from !== state.status) {
      changes.push({
        at: state.since,
        checkId: check.id,
        title: check.title,
        from,
        to: state.status,
        value: check.value,
        reason: check.reason,
      });
    }
    return { check, state };
  });
  return { group: { ...after, checks }, changes };
}
