import type {
  ModelHealth,
  MonitoringTask,
} from '@airworthy/plugin-ml-monitoring-common';

const MAIN: Record<MonitoringTask, readonly string[]> = {
  classification: ['roc_auc', 'f1', 'accuracy', 'accuracy_estimate'],
  regression: ['rmse', 'mae', 'mape'],
  generation: ['time_to_first_token_p95', 'tokens_per_second'],
  other: [],
};

/** What is no measure of quality, though it is a series of the model. */
const OTHER = /drift|psi|label_share|rows|predict|tokens$/;

/**
 * The metric that quality is told by first: the usual one of the task that has
 * a figure in the period, such as an estimate while no label has arrived; else
 * any that there is.
 */
export function mainMetric(
  health: Pick<ModelHealth, 'task' | 'series'>,
): string | undefined {
  const metrics = (series: ModelHealth['series']) =>
    series.map(({ metric }) => metric);
  const choose = (names: string[]) =>
    MAIN[health.task].find(metric => names.includes(metric)) ??
    names.find(metric => !OTHER.test(metric));
  const known = health.series.filter(({ points }) =>
    points.some(({ value }) => value !== null),
  );
  return choose(metrics(known)) ?? choose(metrics(health.series));
}

/** All metrics of a model over time, the main one first. */
export function metricsOf(
  health: Pick<ModelHealth, 'task' | 'series'>,
): string[] {
  const names = [...new Set(health.series.map(({ metric }) => metric))];
  const main = mainMetric(health);
  return main ? [main, ...names.filter(name => name !== main)] : names;
}
