import { RuntimeMetrics } from '../types';

/** BentoML; `src/bentoml/_internal/server/http/instruments.py`. */
export const bentoml: RuntimeMetrics = {
  name: 'bentoml',
  title: 'BentoML',
  requests: { metrics: ['bentoml_service_request_total'] },
  errors: {
    metrics: ['bentoml_service_request_total'],
    where: ['http_response_code=~"5.."'],
  },
  latency: {
    kind: 'histogram',
    metrics: ['bentoml_service_request_duration_seconds'],
    unit: 's',
  },
  variantLabel: 'service_version',
  versionLabel: 'service_version',
  names: { service_name: ['{name}'] },
  cannot: [],
};
