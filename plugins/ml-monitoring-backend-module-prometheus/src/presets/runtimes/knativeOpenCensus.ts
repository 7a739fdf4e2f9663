import { RuntimeMetrics } from '../types';

/** Knative up to 1.18: milliseconds; tag v1.18.0, `pkg/queue/request_metric.go`. */
export const knativeOpenCensus: RuntimeMetrics = {
  name: 'knative-1.18',
  title: 'Knative up to 1.18',
  requests: {
    metrics: ['revision_request_count', 'revision_app_request_count'],
  },
  errors: {
    metrics: ['revision_request_count', 'revision_app_request_count'],
    where: ['response_code_class="5xx"'],
  },
  latency: {
    kind: 'histogram',
    metrics: ['revision_request_latencies', 'revision_app_request_latencies'],
    unit: 'ms',
  },
  variantLabel: 'revision_name',
  names: {
    configuration_name: [
      '{name}',
      '{name}-predictor',
      '{name}-predictor-default',
    ],
  },
  cannot: [],
};
