import {
  CheckMute,
  HealthCheck,
  HealthStatus,
  StatusChange,
  worstStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { GroupStates, checksOf } from './groupStates';
import { StatusFrom } from './hours';
import { whyUnknown } from './summarise';

/** Whether a change of a check is worth keeping: 300 features that fall silent are one piece of news. */
function isNews({ from, to }: StatusChange): boolean {
  return [from, to].some(one => one === 'warning' || one === 'critical');
}

/** Checks with the time until which they are muted. */
export function withMutes(
  checks: readonly HealthCheck[],
  mutes: readonly CheckMute[],
): HealthCheck[] {
  const until = new Map(mutes.map(mute => [mute.checkId, mute.until]));
  return checks.map(check =>
    until.has(check.id) ? { ...check, mutedUntil: until.get(check.id) } : check,
  );
}

/** Follows the status of a deployment as a whole while windows are taken into account. */
export class DeploymentTimeline {
  readonly changes: StatusChange[] = [];
  /** From the first moment that this evaluation says something of. */
  readonly moments: StatusFrom[] = [];
  readonly #mutes: readonly CheckMute[];
  readonly #now: Date;
  /** Until the first check: an unknown past is filled in from its beginning. */
  #isBlank: boolean;
  status: HealthStatus;
  since: string | undefined;

  constructor(options: {
    status: HealthStatus;
    since: string | undefined;
    /** Whether no check was ever known. */
    isBlank: boolean;
    mutes: readonly CheckMute[];
    now: Date;
  }) {
    this.#isBlank = options.isBlank;
    this.status = options.status;
    this.since = options.since;
    this.#mutes = options.mutes;
    this.#now = options.now;
  }

  /** Takes changes of checks into account, which happened by a moment. */
  follow(
    groups: GroupStates,
    changes: readonly StatusChange[],
    by: string,
  ): void {
    this.changes.push(...changes.filter(isNews));
    const checks = withMutes(checksOf(groups), this.#mutes);
    const status = worstStatus(checks, this.#now);
    const isFirst = this.#isBlank && checks.length > 0;
    if (isFirst) this.#isBlank = false;
    if (this.since === undefined || isFirst) {
      this.since = by;
      this.moments.push({ at: by, status });
      if (status !== this.status) this.#change(status, by, changes, checks);
      return;
    }
    if (status !== this.status) {
      const began = changes
        .filter(({ to }) => to === status)
        .map(({ at }) => at)
        .sort()[0];
      // What began before the present status did is told from that on.
      const at = began && began > this.since ? began : by;
      this.#change(status, at < this.since ? this.since : at, changes, checks);
      this.moments.push({ at: this.since, status });
    }
  }

  #change(
    status: HealthStatus,
    at: string,
    causes: readonly StatusChange[],
    checks: readonly HealthCheck[],
  ): void {
    const cause = causes.find(({ to }) => to === status);
    const told =
      cause?.title && cause.reason
        ? `${cause.title}: ${cause.reason}`
        : cause?.title;
    const reason = told ?? whyUnknown(status, checks, this.#now);
    this.changes.push({
      at,
      from: this.status,
      to: status,
      ...(reason !== undefined && { reason }),
    });
    this.status = status;
    this.since = at;
  }
}
