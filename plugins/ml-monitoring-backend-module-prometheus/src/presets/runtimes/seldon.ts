import { RuntimeMetrics } from '../types';

/** Seldon Core 1: what its orchestrator asks of the model; `executor/api/metric`. */
export const seldon: RuntimeMetrics = {
  name: 'seldon',
  title: 'Seldon Core 1',
  requests: { metrics: ['seldon_api_executor_client_requests_seconds_count'] },
  errors: {
    metrics: ['seldon_api_executor_client_requests_seconds_count'],
    // Status of HTTP, or of gRPC in words.
    where: ['code!~"2..|OK"'],
  },
  latency: {
    kind: 'histogram',
    metrics: ['seldon_api_executor_client_requests_seconds'],
    unit: 's',
  },
  variantLabel: 'predictor_name',
  versionLabel: 'model_version',
  names: { deployment_name: ['{name}'], model_name: ['{name}'] },
  cannot: [
    'Seldon counts calls of its orchestrator to the model: a graph of several models counts a request once for each.',
  ],
};
