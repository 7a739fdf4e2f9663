import { createHash } from 'node:crypto';
import { TimeWindow } from '@airworthy/plugin-ml-monitoring-common';
import { Duration } from 'luxon';
import { KnownDeployment } from '../catalog/DeploymentReader';
import {
  EVALUATION_GROUPS,
  EvaluationGroup,
  MlMonitoringConfig,
} from '../config';
import { Progress } from '../database/statusRow';
import { WindowPlan, dueWindows, lastWindows } from '../period/windows';
import { SourceRegistry } from '../sources/SourceRegistry';
import { CAPABILITY_OF } from './askWindow';

const MOST_JUDGED_ANEW = 5;

/** A window to evaluate. */
export interface Job {
  group: EvaluationGroup;
  window: TimeWindow;
  /** Whether no later window of the group is complete yet. */
  isNewest: boolean;
}

/** What is to be done for a deployment. */
export interface JobPlan {
  /** Groups that a source answers, with the digest of their settings. */
  groups: Map<EvaluationGroup, string>;
  /** Groups whose settings changed: their last windows are judged anew. */
  anew: Set<EvaluationGroup>;
  /** In the order in which their windows end. */
  jobs: Job[];
}

function labelDelay({ monitored }: KnownDeployment): number {
  const { labelDelay: text } = monitored.monitoring;
  if (!text) return 0;
  const delay = Duration.fromISO(text);
  return delay.isValid ? Math.max(0, delay.toMillis()) : 0;
}

/** How the windows of a group follow each other for a deployment. */
export function windowPlan(
  deployment: KnownDeployment,
  group: EvaluationGroup,
  windows: MlMonitoringConfig['windows'],
): WindowPlan {
  return {
    ...windows[group],
    delay: group === 'model' ? labelDelay(deployment) : 0,
  };
}

/** Of all that decides what a group's checks are. */
function digestOf(
  { judged }: KnownDeployment,
  group: EvaluationGroup,
  windows: MlMonitoringConfig['windows'],
): string {
  const { window, step } = windows[group];
  const { task, monitoring, config, stableVersion, variants } = judged;
  return createHash('sha256')
    .update(
      JSON.stringify([
        task,
        monitoring,
        config,
        stableVersion?.version,
        // Traffic moves in a rollout without making the past another one.
        variants.map(({ name, role }) => [name, role]),
        window,
        step,
      ]),
    )
    .digest('hex');
}

/** How many windows tell the status of every check anew. */
function windowsAnew({ judged }: KnownDeployment): number {
  const wanted = [
    ...(judged.monitoring.thresholds ?? []),
    ...(judged.config ?? []),
  ].map(({ windows }) => windows ?? 0);
  return Math.min(MOST_JUDGED_ANEW, Math.max(2, ...wanted));
}

/** Which windows of a deployment are due. */
export function planJobs(options: {
  deployment: KnownDeployment;
  registry: SourceRegistry;
  progress: Progress;
  windows: MlMonitoringConfig['windows'];
  now: Date;
  /** Judges the last windows again, whatever was evaluated. */
  isForced?: boolean;
}): JobPlan {
  const { deployment, registry, progress, windows, now } = options;
  const plan: JobPlan = { groups: new Map(), anew: new Set(), jobs: [] };
  for (const group of EVALUATION_GROUPS) {
    const { monitored } = deployment;
    if (!registry.with(CAPABILITY_OF[group], monitored).length) continue;
    const digest = digestOf(deployment, group, windows);
    plan.groups.set(group, digest);
    const known = progress[group];
    const follow = windowPlan(deployment, group, windows);
    const next = dueWindows(
      follow,
      known && Date.parse(known.until),
      now.getTime(),
    );
    const count = windowsAnew(deployment);
    // With as many windows to come the status follows from those anyway.
    const isAnew =
      known !== undefined &&
      (options.isForced || known.digest !== digest) &&
      next.length < count;
    if (isAnew) plan.anew.add(group);
    const due = isAnew ? lastWindows(follow, count, now.getTime()) : next;
    due.forEach((window, i) =>
      plan.jobs.push({ group, window, isNewest: i === due.length - 1 }),
    );
  }
  plan.jobs.sort((a, b) => Date.parse(a.window.to) - Date.parse(b.window.to));
  return plan;
}

/** Whether there is anything to do: a window, or a group that no source answers any more. */
export function isDue({ jobs, groups }: JobPlan, progress: Progress): boolean {
  return (
    jobs.length > 0 ||
    Object.keys(progress).some(group => !groups.has(group as EvaluationGroup))
  );
}
