import { RegistryMetric } from '@airworthy/plugin-ml-models-common';
import { MlflowLoggedModel, MlflowMetric, MlflowRun } from '../api/schemas';

// Load of the machine, which MLflow logs among the metrics.
const SYSTEM = /^system\//;

function isLater(a: MlflowMetric, b: MlflowMetric): boolean {
  const step = (a.step ?? 0) - (b.step ?? 0);
  return step !== 0 ? step > 0 : (a.timestamp ?? 0) >= (b.timestamp ?? 0);
}

/**
 * Figures of a version: those of the model where MLflow 3 has them, else those
 * of its run; of a series over steps the last.
 */
export function figuresOf(
  run: MlflowRun | undefined,
  logged: MlflowLoggedModel | undefined,
): RegistryMetric[] {
  const last = new Map<string, MlflowMetric>();
  const add = (metrics: MlflowMetric[], replace: boolean) => {
    for (const metric of metrics) {
      if (SYSTEM.test(metric.key)) continue;
      const key = JSON.stringify([metric.key, metric.dataset_name ?? '']);
      const before = last.get(key);
      if (!before || (replace && isLater(metric, before))) {
        last.set(key, metric);
      }
    }
  };
  add(logged?.data.metrics ?? [], true);
  const ofModel = new Set([...last.values()].map(({ key }) => key));
  add(
    (run?.data.metrics ?? []).filter(({ key }) => !ofModel.has(key)),
    true,
  );
  return [...last.values()].map(({ key, value, dataset_name: dataset }) => ({
    name: key,
    value,
    dataset: dataset ?? undefined,
  }));
}

/** Parameters of the run, and those of the model that MLflow 3 knows. */
export function parametersOf(
  run: MlflowRun | undefined,
  logged: MlflowLoggedModel | undefined,
): Record<string, string> {
  return Object.fromEntries(
    [...(run?.data.params ?? []), ...(logged?.data.params ?? [])].map(
      ({ key, value }) => [key, value ?? ''],
    ),
  );
}
