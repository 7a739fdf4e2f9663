import { MlThreshold } from '@airworthy/plugin-ml-models-common';
import {
  MonitoringTask,
  defaultThresholds,
} from '@airworthy/plugin-ml-monitoring-common';

const TASKS: readonly string[] = [
  'classification',
  'regression',
  'generation',
  'other',
] satisfies MonitoringTask[];

const keyOf = ({ metric, feature, variant }: MlThreshold) =>
  JSON.stringify([metric, feature ?? '', variant ?? '']);

/** The task of the model that another parameter of the form holds. */
export function taskOf(
  formData: unknown,
  parameter: string | undefined,
): MonitoringTask {
  if (!parameter || !formData) return 'other';
  const model = (formData as Record<string, unknown>)[parameter];
  const task = (model as { task?: unknown } | undefined)?.task;
  return TASKS.includes(String(task)) ? (task as MonitoringTask) : 'other';
}

/** The usual limits of a task that are not in a list. */
export function missingProposals(
  task: MonitoringTask,
  listed: readonly MlThreshold[],
): MlThreshold[] {
  const there = new Set(listed.map(keyOf));
  return defaultThresholds(task).filter(limit => !there.has(keyOf(limit)));
}
