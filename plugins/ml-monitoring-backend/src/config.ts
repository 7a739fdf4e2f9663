import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import {
  MlThreshold,
  mlMonitoringSchema,
} from '@airworthy/plugin-ml-models-common';
import { MonitoringTask } from '@airworthy/plugin-ml-monitoring-common';

/** Groups of checks that are evaluated over windows of their own. */
export const EVALUATION_GROUPS = [
  'service',
  'invariants',
  'drift',
  'model',
] as const;

/** A group of checks with windows of its own. */
export type EvaluationGroup = (typeof EVALUATION_GROUPS)[number];

/** How a group of checks is evaluated; all in milliseconds. */
export interface GroupWindows {
  /** Length of a window. */
  window: number;
  /** Windows end at whole steps in UTC. */
  step: number;
  /** How far back the windows go of a deployment that is seen for the first time, or was missed. */
  backfill: number;
}

/** The plugin's part of app-config. */
export interface MlMonitoringConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  windows: Record<EvaluationGroup, GroupWindows>;
  /** How long there may be no data before a status is unknown, in milliseconds. */
  silence: number;
  thresholds: Partial<Record<MonitoringTask, MlThreshold[]>>;
  /** Deployments evaluated at once. */
  concurrency: number;
  /** How long a source may take, in milliseconds. */
  timeouts: { panel: number; evaluation: number };
  limits: { maxWindow: number; maxPoints: number };
  mutes: { by: 'owners' | 'anyone'; maxDays: number };
  retention: { changes: HumanDuration; hours: HumanDuration };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const DEFAULT_WINDOWS: MlMonitoringConfig['windows'] = {
  service: { window: HOUR, step: HOUR, backfill: DAY },
  invariants: { window: DAY, step: 6 * HOUR, backfill: 7 * DAY },
  drift: { window: 7 * DAY, step: DAY, backfill: 14 * DAY },
  model: { window: 7 * DAY, step: DAY, backfill: 14 * DAY },
};

const TASKS: MonitoringTask[] = [
  'classification',
  'regression',
  'generation',
  'other',
];

// The entity's own rules of a threshold hold for those of the portal too.
const thresholdsSchema = mlMonitoringSchema.shape.thresholds;

function millisecondsOr(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  if (!config?.has(key)) return fallback;
  const value = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(value > 0)) {
    throw new InputError(
      `mlMonitoring.${key}: expected a duration above zero, was ${JSON.stringify(
        config.get(key),
      )}`,
    );
  }
  return value;
}

function wholeNumberOr(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `mlMonitoring.${key}: expected a whole number from 1, was ${value}`,
    );
  }
  return value;
}

function durationOr(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): HumanDuration {
  return config?.has(key) ? readDurationFromConfig(config, { key }) : fallback;
}

function readWindows(
  config: Config | undefined,
  group: EvaluationGroup,
): GroupWindows {
  const fallback = DEFAULT_WINDOWS[group];
  const of = (part: keyof GroupWindows) =>
    millisecondsOr(config, `windows.${group}.${part}`, fallback[part]);
  const windows = {
    window: of('window'),
    step: of('step'),
    backfill: of('backfill'),
  };
  if (windows.step < 60_000) {
    throw new InputError(
      `mlMonitoring.windows.${group}.step: expected at least a minute, was ${windows.step} ms`,
    );
  }
  return windows;
}

function readThresholds(
  config: Config | undefined,
): MlMonitoringConfig['thresholds'] {
  const byTask = config?.getOptionalConfig('thresholds');
  const thresholds: MlMonitoringConfig['thresholds'] = {};
  for (const task of byTask?.keys() ?? []) {
    if (!TASKS.includes(task as MonitoringTask)) {
      throw new InputError(
        `mlMonitoring.thresholds: expected the tasks ${TASKS.join(
          ', ',
        )}, was "${task}"`,
      );
    }
    const result = thresholdsSchema.safeParse(byTask!.get(task));
    if (!result.success) {
      const [issue] = result.error.issues;
      const field = ['mlMonitoring.thresholds', task, ...issue.path].join('.');
      throw new InputError(`${field}: expected ${issue.message}`);
    }
    thresholds[task as MonitoringTask] = result.data;
  }
  return thresholds;
}

function readMutesBy(config: Config | undefined): 'owners' | 'anyone' {
  const by = config?.getOptionalString('mutes.by') ?? 'owners';
  if (by !== 'owners' && by !== 'anyone') {
    throw new InputError(
      `mlMonitoring.mutes.by: expected "owners" or "anyone", was "${by}"`,
    );
  }
  return by;
}

/**
 * Reads the plugin's part of app-config.
 *
 * @throws InputError that names the key, what was expected and what was there.
 */
export function readMlMonitoringConfig(
  root: RootConfigService,
): MlMonitoringConfig {
  const config = root.getOptionalConfig('mlMonitoring');
  return {
    schedule: config?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : {
          frequency: { minutes: 1 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 10 },
        },
    windows: {
      service: readWindows(config, 'service'),
      invariants: readWindows(config, 'invariants'),
      drift: readWindows(config, 'drift'),
      model: readWindows(config, 'model'),
    },
    silence: millisecondsOr(config, 'silence', 6 * HOUR),
    thresholds: readThresholds(config),
    concurrency: wholeNumberOr(config, 'concurrency', 4),
    timeouts: {
      panel: millisecondsOr(config, 'timeouts.panel', 30_000),
      evaluation: millisecondsOr(config, 'timeouts.evaluation', 120_000),
    },
    limits: {
      maxWindow: millisecondsOr(config, 'limits.maxWindow', 90 * DAY),
      maxPoints: wholeNumberOr(config, 'limits.maxPoints', 1_000),
    },
    mutes: {
      by: readMutesBy(config),
      maxDays: wholeNumberOr(config, 'mutes.maxDays', 90),
    },
    retention: {
      changes: durationOr(config, 'retention.changes', { years: 2 }),
      hours: durationOr(config, 'retention.hours', { days: 90 }),
    },
  };
}
