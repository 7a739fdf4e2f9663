import { RuntimeMetrics } from '../types';

/**
 * Knative 1.19 and later, through OpenTelemetry: seconds, and another name from
 * 1.21 on; `pkg/queue/request_metric.go`. The revision is an attribute of the
 * resource, so it is a label only where the collector or a relabelling makes
 * it one.
 */
export const knative: RuntimeMetrics = {
  name: 'knative',
  title: 'Knative 1.19 and later',
  requests: {
    metrics: [
      'kn_serving_invocation_duration_seconds_count',
      'kn_queueproxy_app_duration_seconds_count',
    ],
  },
  errors: {
    metrics: [
      'kn_serving_invocation_duration_seconds_count',
      'kn_queueproxy_app_duration_seconds_count',
    ],
    where: ['http_response_status_code=~"5.."'],
  },
  latency: {
    kind: 'histogram',
    metrics: [
      'kn_serving_invocation_duration_seconds',
      'kn_queueproxy_app_duration_seconds',
    ],
    unit: 's',
  },
  variantLabel: 'kn_revision_name',
  names: {
    kn_service_name: ['{name}', '{name}-predictor', '{name}-predictor-default'],
    service: ['{name}', '{name}-predictor', '{name}-predictor-default'],
  },
  cannot: [
    'Knative puts the revision into target_info unless the scrape is set to copy it to kn_revision_name.',
  ],
};
