import {
  CheckMute,
  HealthStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { EvaluationGroup, MlMonitoringConfig } from '../config';
import { MuteStore } from '../database/MuteStore';
import { StatusHistoryStore } from '../database/StatusHistoryStore';
import { StatusStore } from '../database/StatusStore';
import { StoredStatus } from '../database/statusRow';
import { SourceDesk } from '../sources/SourceDesk';
import { SourceRegistry } from '../sources/SourceRegistry';
import { Outbox } from '../tasks/Outbox';
import { DeploymentTimeline } from './DeploymentTimeline';
import { WindowAnswer, askWindow } from './askWindow';
import { GroupState, GroupStates, checksOf } from './groupStates';
import { hasHealthSource } from './hasHealthSource';
import { Job, JobPlan, planJobs } from './planJobs';
import { keepSince, reduceGroup } from './reduceGroup';
import { statusWrite } from './statusWrite';

/** How an evaluation is asked for. */
export interface EvaluationOptions {
  signal: AbortSignal;
  /** Judges the last windows again. */
  isForced?: boolean;
  /** Tells nobody, since somebody caused the change by hand. */
  isSilent?: boolean;
  /** Looks at mutes and settings, and asks no source. */
  withoutWindows?: boolean;
}

interface Run {
  deployment: KnownDeployment;
  stored: StoredStatus;
  groups: GroupStates;
  changed: Set<EvaluationGroup>;
  timeline: DeploymentTimeline;
  /** Sources that did not answer, by what they are. */
  failing: Map<string, string>;
  /** What was said of a window by groups whose sources are down. */
  down: Map<EvaluationGroup, WindowAnswer>;
  /** Whether all windows that are due were looked at. */
  isComplete: boolean;
}

// Data that cannot be read may be that of one window.
function isDown({ answered, failures }: WindowAnswer): boolean {
  return (
    answered === 0 && failures.every(({ kind }) => kind !== 'invalid-data')
  );
}

/** What an evaluation came to. */
export interface EvaluationResult {
  status: HealthStatus;
  /** Whether no window is left that is due. */
  isComplete: boolean;
}

// What is stored at once, so that a backend that is killed loses no more.
const MOST_AT_ONCE = 16;

interface StatusEvaluatorOptions {
  desk: SourceDesk;
  registry: SourceRegistry;
  statuses: StatusStore;
  history: StatusHistoryStore;
  mutes: MuteStore;
  outbox: Outbox;
  config: Pick<MlMonitoringConfig, 'windows' | 'silence' | 'timeouts'>;
}

/**
 * Evaluates the windows of a deployment that are due, in the order in which
 * they end, and stores what changed.
 *
 * @remarks
 *
 * All of an evaluation is stored in one transaction, and only if nobody stored
 * another one since it began: so what a killed or an overtaken evaluation did
 * is done again, and nothing is there twice. One that is interrupted stores
 * the windows that it got through, and a long past is stored part by part.
 */
export class StatusEvaluator {
  readonly #options: StatusEvaluatorOptions;

  constructor(options: StatusEvaluatorOptions) {
    this.#options = options;
  }

  /** Evaluates all that is due. */
  async evaluate(
    deployment: KnownDeployment,
    options: EvaluationOptions,
  ): Promise<void> {
    let isForced = options.isForced;
    for (;;) {
      const result = await this.#evaluate(deployment, { ...options, isForced });
      if (!result || result.isComplete || options.signal.aborted) return;
      isForced = false;
    }
  }

  /** Evaluates a part of what is due; nothing where somebody else was faster. */
  async #evaluate(
    deployment: KnownDeployment,
    options: EvaluationOptions,
  ): Promise<EvaluationResult | undefined> {
    const { statuses, history, mutes, outbox } = this.#options;
    const { entityRef } = deployment;
    const now = new Date();
    const stored = await statuses.get(entityRef);
    if (!stored) return undefined;
    const inForce = await mutes.of(entityRef, now);
    const run = this.#begin(deployment, stored, inForce, now);
    if (!options.withoutWindows) {
      const plan = planJobs({
        deployment,
        registry: this.#options.registry,
        progress: stored.groups,
        windows: this.#options.config.windows,
        isForced: options.isForced,
        now,
      });
      this.#forgetGroups(run, plan);
      await this.#work(run, plan, options.signal);
    }
    run.timeline.follow(run.groups, [], now.toISOString());
    const write = statusWrite({
      ...run,
      mutes: inForce,
      now,
      isSilent: options.isSilent ?? false,
      hasSources: hasHealthSource(this.#options.registry, deployment.monitored),
      days: await history.daysOf(
        entityRef,
        new Date(
          Math.min(
            now.getTime() - 86_400_000,
            ...run.timeline.moments.map(({ at }) => Date.parse(at)),
          ),
        ),
      ),
    });
    if (!(await statuses.write(write, now))) return undefined;
    if (write.outbox.length) await outbox.deliver();
    return { status: write.status, isComplete: run.isComplete };
  }

  #begin(
    deployment: KnownDeployment,
    stored: StoredStatus,
    mutes: readonly CheckMute[],
    now: Date,
  ): Run {
    const { status, since } = stored;
    return {
      deployment,
      stored,
      groups: { ...stored.groups },
      changed: new Set(),
      timeline: new DeploymentTimeline({
        status,
        since,
        isBlank: checksOf(stored.groups).length === 0,
        mutes,
        now,
      }),
      failing: new Map(),
      down: new Map(),
      isComplete: true,
    };
  }

  #forgetGroups({ groups }: Run, plan: JobPlan): void {
    for (const group of Object.keys(groups) as EvaluationGroup[]) {
      if (!plan.groups.has(group)) delete groups[group];
    }
  }

  async #work(run: Run, plan: JobPlan, signal: AbortSignal): Promise<void> {
    const anew = new Map<EvaluationGroup, GroupState | undefined>();
    const given = new Set<EvaluationGroup>();
    // What is judged anew is stored as a whole.
    let left = plan.anew.size ? Infinity : MOST_AT_ONCE;
    try {
      for (const job of plan.jobs) {
        if (given.has(job.group)) continue;
        if (left-- === 0) {
          run.isComplete = false;
          return;
        }
        if (plan.anew.has(job.group) && !anew.has(job.group)) {
          anew.set(job.group, undefined);
        }
        const isTaken = await this.#takeWindow(run, plan, job, anew, signal);
        if (!isTaken) given.add(job.group);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      run.isComplete = false;
    }
  }

  /** False where the window is to be looked at again later. */
  async #takeWindow(
    run: Run,
    plan: JobPlan,
    job: Job,
    anew: Map<EvaluationGroup, GroupState | undefined>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { desk, config } = this.#options;
    const { group, window, isNewest } = job;
    // A source that is down is asked about the newest window only.
    const answer =
      (!isNewest && run.down.get(group)) ||
      (await askWindow(desk, run.deployment, group, window, {
        signal,
        timeoutMs: config.timeouts.evaluation,
      }));
    if (isDown(answer)) run.down.set(group, answer);
    for (const { source, message } of answer.failures) {
      run.failing.set(`${source.type} (${source.name})`, message);
    }
    const isAnew = anew.has(group);
    const before = isAnew ? anew.get(group) : run.groups[group];
    // Nothing is known yet, or the window may still be told: it waits.
    const mayWait = !before || isNewest;
    if (answer.answered === 0 && mayWait) return false;
    const digest = plan.groups.get(group)!;
    const reduced = reduceGroup(before, answer, window, {
      digest,
      silentWindows: Math.ceil(config.silence / config.windows[group].step),
    });
    if (isAnew) {
      anew.set(group, reduced.group);
      if (!isNewest) return true;
      const kept = keepSince(run.groups[group]!, reduced.group);
      run.groups[group] = kept.group;
      run.changed.add(group);
      run.timeline.follow(run.groups, kept.changes, window.to);
      return true;
    }
    run.groups[group] = reduced.group;
    run.changed.add(group);
    run.timeline.follow(run.groups, reduced.changes, window.to);
    return true;
  }
}
