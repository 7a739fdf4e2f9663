import type {
  MlModelVersion,
  MlMonitoringSpec,
  MlThreshold,
  MlDeploymentVariant,
} from '@airworthy/plugin-ml-models-common';
import type { HealthCheck, TimeWindow } from '../api/types';
import { findThreshold, MonitoringTask } from '../status/defaults';
import { evaluateThreshold } from '../status/evaluateThreshold';
import { compareStatus } from '../status/worst';

/** What figures of a deployment are judged by. @public */
export interface JudgedDeployment {
  task: MonitoringTask;
  monitoring: MlMonitoringSpec;
  variants: readonly MlDeploymentVariant[];
  /** Limits of app-config for the task. */
  config?: readonly MlThreshold[];
  /** The version of the stable variant, as its model registers it. */
  stableVersion?: MlModelVersion;
  /** Hears of each figure that is known, whether it has limits or not. */
  onFigure?: (figure: Pick<HealthCheck, 'metric' | 'isEstimate'>) => void;
}

/** A figure before it is held against limits. @public */
export interface CheckedFigure
  extends Pick<
    HealthCheck,
    'group' | 'title' | 'metric' | 'feature' | 'variant' | 'unit' | 'isEstimate'
  > {
  value: number | null | undefined;
  /** Why there is no value, or what to know of it. */
  reason?: string;
  /** What the id names in place of the metric. */
  idMetric?: string;
}

/** Stable over windows, restarts and releases: `data:psi:recent_delay_rate`. @public */
export function checkId(
  figure: Pick<CheckedFigure, 'group' | 'metric' | 'feature' | 'variant'> & {
    idMetric?: string;
  },
): string {
  return [
    figure.group,
    figure.idMetric ?? figure.metric,
    figure.feature,
    figure.variant,
  ]
    .filter(part => part !== undefined)
    .join(':');
}

/** Holds a figure against its limits; nothing where it has none. @public */
export function judgeFigureOf(
  deployment: JudgedDeployment,
  window: TimeWindow,
  figure: CheckedFigure,
): HealthCheck[] {
  const { task, monitoring, config } = deployment;
  const known = Number.isFinite(figure.value) ? figure.value! : null;
  if (known !== null) {
    const { metric, isEstimate } = figure;
    deployment.onFigure?.({ metric, isEstimate });
  }
  const threshold = findThreshold(
    { entity: monitoring.thresholds, config, task },
    figure,
  );
  if (!threshold) return [];
  const { value: _, reason, idMetric: __, ...others } = figure;
  return [
    {
      ...others,
      id: checkId(figure),
      value: known,
      threshold,
      window,
      status: evaluateThreshold(known, threshold),
      ...(reason !== undefined && { reason }),
    },
  ];
}

/**
 * One check for each id, where several sources tell the same figure: a known
 * one before an unknown one, then the worse. Worst first.
 *
 * @public
 */
export function mergeChecks(checks: Iterable<HealthCheck>): HealthCheck[] {
  const byId = new Map<string, HealthCheck>();
  for (const check of checks) {
    const other = byId.get(check.id);
    const wins =
      !other ||
      (check.status !== 'unknown' &&
        (other.status === 'unknown' ||
          compareStatus(check.status, other.status) < 0));
    if (wins) byId.set(check.id, check);
  }
  return sortChecks([...byId.values()]);
}

/** Checks worst first; those of one status by their id. @public */
export function sortChecks<T extends Pick<HealthCheck, 'id' | 'status'>>(
  checks: readonly T[],
): T[] {
  return [...checks].sort(
    (a, b) =>
      compareStatus(a.status, b.status) ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}
