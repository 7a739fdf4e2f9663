import type {
  MlModelMetric,
  MlModelVersion,
  ReadableMlModel,
} from '@airworthy/plugin-ml-models-common';
import { primaryMetric } from '@airworthy/plugin-ml-models-common';

/** What tells one metric from another: figures of the same key can be compared. */
export function metricKey(metric: MlModelMetric): string {
  const { name, dataset, slice, unit } = metric;
  return JSON.stringify([name, dataset ?? '', slice ?? '', unit ?? '']);
}

/** A metric's name with what it was measured on. */
export function metricTitle(
  metric: Pick<MlModelMetric, 'name' | 'dataset' | 'slice'>,
): string {
  return [metric.name, metric.dataset, metric.slice]
    .filter(Boolean)
    .join(' · ');
}

/**
 * The metrics of some versions, each once: the main one first, then those over
 * all data, then slices, in the order that the versions list them.
 */
export function listMetrics(
  model: ReadableMlModel,
  versions: readonly MlModelVersion[],
): MlModelMetric[] {
  const byKey = new Map<string, MlModelMetric>();
  for (const version of versions) {
    const main = primaryMetric(model, version);
    const first = byKey.size === 0 && main ? [main] : [];
    for (const metric of [...first, ...(version.metrics ?? [])]) {
      const key = metricKey(metric);
      if (!byKey.has(key)) byKey.set(key, metric);
    }
  }
  const metrics = [...byKey.values()];
  return [...metrics.filter(m => !m.slice), ...metrics.filter(m => m.slice)];
}

/** The figure of a version for a metric, if it has one. */
export function findMetric(
  version: MlModelVersion,
  metric: MlModelMetric,
): MlModelMetric | undefined {
  const key = metricKey(metric);
  return version.metrics?.find(m => metricKey(m) === key);
}
