import { RuntimeMetrics } from '../types';

/** TorchServe; `ts/configs/metrics.yaml`. */
export const torchserve: RuntimeMetrics = {
  name: 'torchserve',
  title: 'TorchServe',
  requests: { metrics: ['ts_inference_requests_total'] },
  latency: {
    kind: 'mean',
    sum: ['ts_inference_latency_microseconds'],
    count: ['ts_inference_requests_total'],
    unit: 'us',
  },
  variantLabel: 'model_version',
  versionLabel: 'model_version',
  names: { model_name: ['{name}'] },
  cannot: [
    'TorchServe counts errors by host, not by model: the error ratio is unknown.',
    'TorchServe tells the mean latency only: the percentiles are unknown.',
  ],
};
