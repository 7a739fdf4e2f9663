/** A figure that monitoring measures. */
export interface KnownMetric {
  name: string;
  title: string;
  unit?: string;
  /** Whether a low figure is the bad one. */
  badBelow?: true;
}

/** What can be watched; any other name is that of a figure of the portal's own. */
export const KNOWN_METRICS: readonly KnownMetric[] = [
  { name: 'error_ratio', title: 'Failed requests', unit: 'share' },
  { name: 'latency_p50', title: 'Median latency', unit: 'ms' },
  { name: 'latency_p95', title: '95th percentile of latency', unit: 'ms' },
  { name: 'latency_p99', title: '99th percentile of latency', unit: 'ms' },
  { name: 'rate', title: 'Request rate', unit: '1/s', badBelow: true },
  { name: 'saturation', title: 'Capacity in use', unit: 'share' },
  { name: 'missing_share', title: 'Missing values', unit: 'share' },
  {
    name: 'missing_share_increase',
    title: 'More missing values than in the baseline',
    unit: 'share',
  },
  {
    name: 'non_finite_share',
    title: 'Values that are not finite',
    unit: 'share',
  },
  {
    name: 'out_of_range_share',
    title: 'Values out of the baseline’s range',
    unit: 'share',
  },
  {
    name: 'unseen_category_share',
    title: 'Categories unseen in the baseline',
    unit: 'share',
  },
  { name: 'data_age', title: 'Age of the data', unit: 's' },
  { name: 'psi', title: 'Population stability index' },
  { name: 'jensen-shannon', title: 'Jensen-Shannon distance' },
  { name: 'wasserstein', title: 'Wasserstein distance' },
  { name: 'accuracy', title: 'Accuracy', unit: 'share', badBelow: true },
  { name: 'f1', title: 'F1', unit: 'share', badBelow: true },
  { name: 'f1_drop', title: 'Loss of F1', unit: 'share' },
  { name: 'precision', title: 'Precision', unit: 'share', badBelow: true },
  { name: 'recall', title: 'Recall', unit: 'share', badBelow: true },
  { name: 'roc_auc', title: 'ROC AUC', unit: 'share', badBelow: true },
  { name: 'roc_auc_drop', title: 'Loss of ROC AUC', unit: 'share' },
  { name: 'pr_auc', title: 'PR AUC', unit: 'share', badBelow: true },
  {
    name: 'expected_calibration_error',
    title: 'Expected calibration error',
    unit: 'share',
  },
  { name: 'brier', title: 'Brier score' },
  { name: 'log_loss', title: 'Log loss' },
  { name: 'mae', title: 'Mean absolute error' },
  { name: 'mae_increase_ratio', title: 'Rise of the MAE', unit: 'times' },
  { name: 'rmse', title: 'Root mean squared error' },
  { name: 'rmse_increase_ratio', title: 'Rise of the RMSE', unit: 'times' },
  { name: 'mape', title: 'Mean absolute percentage error', unit: 'share' },
  { name: 'r2', title: 'R²', badBelow: true },
  {
    name: 'time_to_first_token_p95',
    title: '95th percentile of the time to the first token',
    unit: 'ms',
  },
  { name: 'truncated_share', title: 'Answers cut off', unit: 'share' },
  {
    name: 'tokens_per_second',
    title: 'Tokens per second',
    unit: '1/s',
    badBelow: true,
  },
  {
    name: 'label_share',
    title: 'Labels arrived',
    unit: 'share',
    badBelow: true,
  },
  { name: 'label_delay', title: 'Delay of the labels', unit: 's' },
  { name: 'model_age_days', title: 'Age of the model', unit: 'days' },
  {
    name: 'agreement',
    title: 'Agreement with the stable variant',
    unit: 'share',
    badBelow: true,
  },
];

const BY_NAME = new Map(KNOWN_METRICS.map(metric => [metric.name, metric]));

export function knownMetric(name: string): KnownMetric | undefined {
  return BY_NAME.get(name);
}
