import { DEFAULT_THRESHOLD_WINDOWS } from '@airworthy/plugin-ml-models-common';
import { HealthStatus } from './types';
import { compareStatus } from './worst';

/** What one window says of a check. @public */
export interface WindowReading {
  status: HealthStatus;
  /** End of the window, ISO. */
  at: string;
  value?: number;
}

/** Where a check stands. @public */
export interface StatusState {
  status: HealthStatus;
  /** When the windows began that made it so, ISO. */
  since: string;
  /** Figure of the newest window. */
  value?: number;
  /** End of the newest window that was read. */
  at: string;
  /** What the last windows say, not yet for long enough. */
  pending?: { status: HealthStatus; since: string; windows: number };
}

/** What a reading did. @public */
export interface StatusStep {
  state: StatusState;
  /** Set where the status has changed. */
  change?: { from: HealthStatus; to: HealthStatus; since: string };
}

/** How many windows in a row must say so before the status changes. @public */
export const DEFAULT_WINDOWS = DEFAULT_THRESHOLD_WINDOWS;

type Direction = 'better' | 'worse' | 'unknown';

function directionTo(from: HealthStatus, to: HealthStatus): Direction {
  if (to === 'unknown') return 'unknown';
  return compareStatus(to, from) < 0 ? 'worse' : 'better';
}

/**
 * Takes a window into account. The status changes once so many windows in a
 * row are all worse, all better or all without data, to the one of theirs
 * that is nearest to the present status, and has then been so since the first
 * of them: warning and critical in turn are a warning, not an endless ok. The
 * first known status counts at once, since unknown was only a lack of data. A
 * window that was already read is not counted twice.
 *
 * @public
 */
export function reduceStatus(
  state: StatusState | undefined,
  reading: WindowReading,
  windows: number = DEFAULT_WINDOWS,
): StatusStep {
  const { status, at, value } = reading;
  if (!state) {
    const first: StatusState = { status, since: at, at, value };
    return status === 'unknown'
      ? { state: first }
      : { state: first, change: { from: 'unknown', to: status, since: at } };
  }
  if (!(Date.parse(at) > Date.parse(state.at))) return { state };
  const { pending, ...settled } = state;
  const next: StatusState = { ...settled, at, value };
  if (status === state.status) return { state: next };
  const waiting = waitFor(state.status, pending, reading);
  if (state.status !== 'unknown' && waiting.windows < windows) {
    return { state: { ...next, pending: waiting } };
  }
  return {
    state: { ...next, status: waiting.status, since: waiting.since },
    change: { from: state.status, to: waiting.status, since: waiting.since },
  };
}

function waitFor(
  present: HealthStatus,
  pending: StatusState['pending'],
  { status, at }: WindowReading,
): NonNullable<StatusState['pending']> {
  const direction = directionTo(present, status);
  if (!pending || directionTo(present, pending.status) !== direction) {
    return { status, since: at, windows: 1 };
  }
  const order = compareStatus(status, pending.status);
  const nearer = direction === 'worse' ? order > 0 : order < 0;
  return {
    status: nearer ? status : pending.status,
    since: pending.since,
    windows: pending.windows + 1,
  };
}
