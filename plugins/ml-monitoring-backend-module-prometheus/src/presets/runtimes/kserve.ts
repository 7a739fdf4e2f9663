import { RuntimeMetrics } from '../types';

/** KServe's Python servers; `python/kserve/kserve/metrics.py`. */
export const kserve: RuntimeMetrics = {
  name: 'kserve',
  title: 'KServe',
  requests: { metrics: ['request_predict_seconds_count'] },
  latency: {
    kind: 'histogram',
    metrics: ['request_predict_seconds'],
    unit: 's',
  },
  names: { model_name: ['{name}'] },
  cannot: [
    'KServe counts no errors: the error ratio is unknown. The metrics of Istio or Knative tell it.',
    'KServe tells the time of the predict step, without pre- and postprocessing.',
  ],
};
