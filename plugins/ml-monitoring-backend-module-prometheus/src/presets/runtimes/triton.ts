import { RuntimeMetrics } from '../types';

/** NVIDIA Triton; `docs/user_guide/metrics.md`. */
export const triton: RuntimeMetrics = {
  name: 'triton',
  title: 'Triton',
  requests: { metrics: ['nv_inference_request_success'] },
  errors: { metrics: ['nv_inference_request_failure'], apart: true },
  latency: {
    kind: 'mean',
    sum: ['nv_inference_request_duration_us'],
    count: ['nv_inference_request_success'],
    unit: 'us',
  },
  summary: { metrics: ['nv_inference_request_summary_us'], unit: 'us' },
  variantLabel: 'version',
  versionLabel: 'version',
  names: { model: ['{name}'] },
  cannot: [
    'Triton tells percentiles of latency only with `--metrics-config summary_latencies=true`; they are then those of its slowest instance.',
  ],
};
