const ACRONYMS: Readonly<Record<string, string>> = {
  auc: 'AUC',
  csi: 'CSI',
  f1: 'F1',
  mae: 'MAE',
  mape: 'MAPE',
  pr: 'PR',
  psi: 'PSI',
  r2: 'R²',
  rmse: 'RMSE',
  roc: 'ROC',
};

const PERCENTILE = /^p\d+$/;

/** The name of a metric for people. */
export function metricTitle(metric: string): string {
  const words = metric
    .split(/[_-]+/)
    .filter(Boolean)
    .map(word => ACRONYMS[word] ?? word)
    .join(' ');
  if (!words) return metric;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The unit that a metric is known to have. */
export function metricUnit(metric: string): string | undefined {
  const [first, last] = [metric.split('_')[0], metric.split('_').pop() ?? ''];
  return first === 'latency' && (first === metric || PERCENTILE.test(last))
    ? 'ms'
    : undefined;
}
