import { RuntimeMetrics } from '../types';

/** Istio's proxy beside the model, which sees mirrored requests too; its standard metrics. */
export const istio: RuntimeMetrics = {
  name: 'istio',
  title: 'Istio',
  where: 'reporter="destination"',
  requests: { metrics: ['istio_requests_total'] },
  errors: {
    metrics: ['istio_requests_total'],
    where: ['response_code=~"5.."'],
  },
  latency: {
    kind: 'histogram',
    metrics: ['istio_request_duration_milliseconds'],
    unit: 'ms',
  },
  variantLabel: 'destination_version',
  names: {
    destination_service_name: ['{name}', '{name}-predictor'],
    destination_canonical_service: ['{name}', '{name}-predictor'],
  },
  cannot: [
    'Istio counts answers of 500 and above as errors; those of gRPC have 200.',
  ],
};
