import { histogram, line } from './exposition';

// Every runtime serves ten requests a second, a tenth of them in vain: half
// within 100 ms, 40 % within 200 ms, the rest within 400 ms, so that p95 is
// half way between these; 140 ms in the mean.
export const RATE = 10;
const ERRORS = 0.1;
export const P95 = 300;
const MEAN_MS = 140;

function latencies(bounds: [string, string, string]): [string, number][] {
  return [
    [bounds[0], 0.5],
    [bounds[1], 0.4],
    [bounds[2], 0.1],
    ['+Inf', 0],
  ];
}
const SECONDS = latencies(['0.1', '0.2', '0.4']);
const MILLISECONDS = latencies(['100', '200', '400']);
const MICROSECONDS = latencies(['100000', '200000', '400000']);

interface Expected {
  labels: Record<string, string>;
  /** What the runtime exports after so many requests, as its own documentation shows it. */
  metrics(count: number): string;
  errorRatio?: number;
  p95?: number;
  mean?: number;
  modelVersion?: string;
}

const well = (count: number) => count * (1 - ERRORS);
const failed = (count: number) => count * ERRORS;

/** Metrics of each preset's runtime, written by hand, and what they say. */
export const RUNTIMES: Record<string, Expected> = {
  kserve: {
    labels: { model_name: 'kserve' },
    metrics: n =>
      histogram(
        'request_predict_seconds',
        { model_name: 'kserve' },
        n,
        SECONDS,
      ),
    p95: P95,
  },
  knative: {
    labels: { service: 'knative' },
    metrics: n =>
      [['200', well(n)] as const, ['503', failed(n)] as const]
        .map(([code, count]) =>
          histogram(
            'kn_serving_invocation_duration_seconds',
            { service: 'knative', http_response_status_code: code },
            count,
            SECONDS,
          ),
        )
        .join(''),
    errorRatio: ERRORS,
    p95: P95,
  },
  'knative-1.18': {
    labels: { configuration_name: 'old' },
    metrics: n => {
      const labels = { configuration_name: 'old', revision_name: 'old-00001' };
      return [
        line(
          'revision_request_count',
          { ...labels, response_code: '200', response_code_class: '2xx' },
          well(n),
        ),
        line(
          'revision_request_count',
          { ...labels, response_code: '500', response_code_class: '5xx' },
          failed(n),
        ),
        histogram('revision_request_latencies', labels, n, MILLISECONDS),
      ].join('');
    },
    errorRatio: ERRORS,
    p95: P95,
  },
  seldon: {
    labels: { deployment_name: 'seldon' },
    metrics: n =>
      [['200', well(n)] as const, ['500', failed(n)] as const]
        .map(([code, count]) =>
          histogram(
            'seldon_api_executor_client_requests_seconds',
            {
              deployment_name: 'seldon',
              predictor_name: 'default',
              model_version: '3',
              code,
            },
            count,
            SECONDS,
          ),
        )
        .join(''),
    errorRatio: ERRORS,
    p95: P95,
    modelVersion: '3',
  },
  'seldon-v2': {
    labels: { model: 'seldon2' },
    metrics: n =>
      [
        line(
          'seldon_model_infer_total',
          { model: 'seldon2', code: '200' },
          well(n),
        ),
        line(
          'seldon_model_infer_total',
          { model: 'seldon2', code: '500' },
          failed(n),
        ),
        line(
          'seldon_model_infer_seconds_total',
          { model: 'seldon2' },
          n * 0.14,
        ),
      ].join(''),
    errorRatio: ERRORS,
    mean: MEAN_MS,
  },
  triton: {
    labels: { model: 'triton' },
    metrics: n => {
      const labels = { model: 'triton', version: '7' };
      return [
        line('nv_inference_request_success', labels, well(n)),
        line(
          'nv_inference_request_failure',
          { ...labels, reason: 'BACKEND' },
          failed(n),
        ),
        line('nv_inference_request_duration_us', labels, well(n) * 140_000),
      ].join('');
    },
    errorRatio: ERRORS,
    mean: MEAN_MS,
    modelVersion: '7',
  },
  vllm: {
    labels: { model_name: 'vllm' },
    metrics: n => {
      const labels = { model_name: 'vllm', engine: '0' };
      return [
        line(
          'vllm:request_success_total',
          { ...labels, finished_reason: 'stop' },
          n * 0.75,
        ),
        line(
          'vllm:request_success_total',
          { ...labels, finished_reason: 'length' },
          n * 0.25,
        ),
        histogram('vllm:e2e_request_latency_seconds', labels, n, SECONDS),
        histogram('vllm:time_to_first_token_seconds', labels, n, SECONDS),
        line('vllm:prompt_tokens_total', labels, n * 100),
        line('vllm:generation_tokens_total', labels, n * 20),
        line('vllm:inter_token_latency_seconds_sum', labels, n * 0.5),
        line('vllm:inter_token_latency_seconds_count', labels, n * 20),
        line('vllm:kv_cache_usage_perc', labels, 0.4),
      ].join('');
    },
    p95: P95,
  },
  mlserver: {
    labels: { model: 'mlserver' },
    metrics: n => {
      const labels = { model: 'mlserver', version: 'v3' };
      return [
        line('model_infer_request_success_total', labels, well(n)),
        line('model_infer_request_failure_total', labels, failed(n)),
        line('model_infer_request_duration_sum', labels, n * 0.14),
        line('model_infer_request_duration_count', labels, n),
      ].join('');
    },
    errorRatio: ERRORS,
    mean: MEAN_MS,
    modelVersion: 'v3',
  },
  bentoml: {
    labels: { service_name: 'bentoml' },
    metrics: n => {
      const labels = { service_name: 'bentoml', service_version: 'abc' };
      const counted = (code: string) => ({
        ...labels,
        http_response_code: code,
      });
      return [
        line('bentoml_service_request_total', counted('200'), well(n)),
        line('bentoml_service_request_total', counted('500'), failed(n)),
        histogram(
          'bentoml_service_request_duration_seconds',
          labels,
          n,
          SECONDS,
        ),
      ].join('');
    },
    errorRatio: ERRORS,
    p95: P95,
    modelVersion: 'abc',
  },
  torchserve: {
    labels: { model_name: 'torchserve' },
    metrics: n => {
      const labels = { model_name: 'torchserve', model_version: '1.0' };
      return [
        line('ts_inference_requests_total', labels, n),
        line('ts_inference_latency_microseconds', labels, n * 140_000),
      ].join('');
    },
    mean: MEAN_MS,
    modelVersion: '1.0',
  },
  'tensorflow-serving': {
    labels: { model_name: 'tf' },
    metrics: n =>
      [
        line(
          ':tensorflow:serving:request_count',
          { model_name: 'tf', status: 'OK' },
          well(n),
        ),
        line(
          ':tensorflow:serving:request_count',
          { model_name: 'tf', status: 'INTERNAL' },
          failed(n),
        ),
        histogram(
          ':tensorflow:serving:request_latency',
          { model_name: 'tf', API: 'predict', entrypoint: 'REST' },
          n,
          MICROSECONDS,
        ),
      ].join(''),
    errorRatio: ERRORS,
    p95: P95,
  },
  istio: {
    labels: { destination_service_name: 'istio' },
    metrics: n =>
      ['destination', 'source']
        .map(reporter => {
          const labels = { reporter, destination_service_name: 'istio' };
          return [
            line(
              'istio_requests_total',
              { ...labels, response_code: '200' },
              well(n),
            ),
            line(
              'istio_requests_total',
              { ...labels, response_code: '503' },
              failed(n),
            ),
            histogram(
              'istio_request_duration_milliseconds',
              labels,
              n,
              MILLISECONDS,
            ),
          ].join('');
        })
        .join(''),
    errorRatio: ERRORS,
    p95: P95,
  },
  http: {
    labels: { job: 'models', app: 'otel' },
    metrics: n =>
      [['200', well(n)] as const, ['500', failed(n)] as const]
        .map(([code, count]) =>
          histogram(
            'http_server_request_duration_seconds',
            { app: 'otel', http_response_status_code: code },
            count,
            SECONDS,
          ),
        )
        .join(''),
    errorRatio: ERRORS,
    p95: P95,
  },
};
