import { DRIFT_TEST_TITLES } from '@airworthy/plugin-ml-monitoring-common';

const TITLES: Record<string, string> = {
  ...DRIFT_TEST_TITLES,
  rate: 'Request rate',
  request_rate: 'Request rate',
  requests: 'Requests',
  error_ratio: 'Error ratio',
  errors: 'Errors',
  saturation: 'Saturation',
  drift: 'Drift',
  missing_share: 'Missing values',
  missing_share_increase: 'More missing values than in the baseline',
  non_finite_share: 'Values that are not finite',
  out_of_range_share: 'Values out of the baseline’s range',
  unseen_category_share: 'Categories unseen in the baseline',
  roc_auc: 'ROC AUC',
  roc_auc_drop: 'Loss of ROC AUC',
  pr_auc: 'PR AUC',
  f1: 'F1',
  f1_drop: 'Loss of F1',
  mae: 'MAE',
  rmse: 'RMSE',
  mape: 'MAPE',
  r2: 'R²',
  brier: 'Brier score',
  log_loss: 'Log loss',
  label_share: 'Labels arrived',
  accuracy_estimate: 'Accuracy, estimated',
  predicted_positive_share: 'Predicted positives',
  mean_prediction: 'Mean prediction',
  truncated_share: 'Answers cut off',
  agreement: 'Agreement',
  data_age: 'Age of the data',
  model_age: 'Age of the model',
  expected_calibration_error: 'Expected calibration error',
  tokens_per_second: 'Tokens per second',
};

const PERCENTILE = /^(.*)_p(\d+)$/;

/** The name of a metric for people; a key that is not known is made readable. */
export function metricTitle(metric: string): string {
  const title = TITLES[metric];
  if (title) return title;
  const [, base, percentile] = PERCENTILE.exec(metric) ?? [];
  const words = (base ?? metric).replace(/[_-]+/g, ' ').trim() || metric;
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return percentile ? `${sentence} p${percentile}` : sentence;
}
