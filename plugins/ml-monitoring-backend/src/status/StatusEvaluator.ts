import {
  CheckMute,
  HealthStatus,
} from '@airworthy/plugin-ml-monitoring-common';
import { KnownDeployment } from '../catalog/DeploymentReader';
import { EvaluationGroup, MlMonitoringConfig } from '../config';
import { MuteStore } from '../database/MuteStore';
import { StatusHistoryStore } from '../database/StatusHistoryStore';
import { StatusStore, StoredStatus } from '../database/StatusStore';
import { SourceDesk } from '../sources/SourceDesk';
import { SourceRegistry } from '../sources/SourceRegistry';
import { Outbox } from '../tasks/Outbox';
import { DeploymentTimeline } from './DeploymentTimeline';
import { askWindow } from './askWindow';
import { GroupState, GroupStates } from './groupStates';
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
  /** Whether all windows that are due were looked at. */
  isComplete: boolean;
}

interface StatusEvaluatorOptions {
  desk: SourceDesk;
  registry: SourceRegistry;
  statuses: StatusStore;
  history: StatusHistoryStore;
  mutes: MuteStore;
  outbox: Outbox;
  config: Pick<MlMonitoringConfig, 'windows' | 'timeouts'>;
}

/**
 * Evaluates the windows of a deployment that are due, in the order in which
 * they end, and stores what changed.
 *
 * @remarks
 *
 * All of an evaluation is stored in one transaction, and only if nobody stored
 * another one since it began: so what a killed or an overtaken evaluation did
 * is done again, and nothing is there twice. An evaluation that is interrupted
 * stores the windows that it got through.
 */
export class StatusEvaluator {
  readonly #options: StatusEvaluatorOptions;

  constructor(options: StatusEvaluatorOptions) {
    this.#options = options;
  }

  /** Answers the new status, nothing where somebody else was faster. */
  async evaluate(
    deployment: KnownDeployment,
    options: EvaluationOptions,
  ): Promise<HealthStatus | undefined> {
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
    return write.status;
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
      timeline: new DeploymentTimeline({ status, since, mutes, now }),
      failing: new Map(),
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
    try {
      for (const job of plan.jobs) {
        if (given.has(job.group)) continue;
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
    const answer = await askWindow(desk, run.deployment, group, window, {
      signal,
      timeoutMs: config.timeouts.evaluation,
    });
    for (const { source, message } of answer.failures) {
      run.failing.set(`${source.type} (${source.name})`, message);
    }
    const isAnew = anew.has(group);
    const before = isAnew ? anew.get(group) : run.groups[group];
    // Nothing is known yet, or the window may still be told: it waits.
    const mayWait = !before || isNewest;
    if (answer.answered === 0 && mayWait) return false;
    const digest = plan.groups.get(group)!;
    const reduced = reduceGroup(before, answer, window, digest);
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
