import { RuntimeMetrics } from '../types';

/** MLServer, with the ending that its Prometheus client adds to counters; `mlserver/handlers/dataplane.py`. */
export const mlserver: RuntimeMetrics = {
  name: 'mlserver',
  title: 'MLServer',
  requests: { metrics: ['model_infer_request_success_total'] },
  errors: { metrics: ['model_infer_request_failure_total'], apart: true },
  latency: {
    kind: 'mean',
    sum: ['model_infer_request_duration_sum'],
    count: ['model_infer_request_duration_count'],
    unit: 's',
  },
  variantLabel: 'version',
  versionLabel: 'version',
  names: { model: ['{name}'] },
  cannot: [
    'MLServer tells the mean latency of a model only: its summary has no quantiles, so the percentiles are unknown.',
  ],
};
