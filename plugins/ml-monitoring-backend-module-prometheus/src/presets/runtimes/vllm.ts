import { RuntimeMetrics } from '../types';

/** vLLM V1; `vllm/v1/metrics/loggers.py`. */
export const vllm: RuntimeMetrics = {
  name: 'vllm',
  title: 'vLLM',
  requests: { metrics: ['vllm:request_success_total'] },
  latency: {
    kind: 'histogram',
    metrics: ['vllm:e2e_request_latency_seconds'],
    unit: 's',
  },
  saturation: ['vllm:kv_cache_usage_perc', 'vllm:gpu_cache_usage_perc'],
  generation: {
    inputTokens: ['vllm:prompt_tokens_total'],
    outputTokens: ['vllm:generation_tokens_total'],
    timeToFirstToken: {
      metrics: ['vllm:time_to_first_token_seconds'],
      unit: 's',
    },
    // The second is the name of older releases.
    betweenTokens: {
      metrics: [
        'vllm:inter_token_latency_seconds',
        'vllm:time_per_output_token_seconds',
      ],
      unit: 's',
    },
    finishReasons: {
      metrics: ['vllm:request_success_total'],
      label: 'finished_reason',
    },
  },
  variantLabel: 'model_name',
  names: { model_name: ['{name}'] },
  cannot: [
    'vLLM counts no failed requests: the error ratio is unknown. A gateway or mesh before it tells it.',
    'vLLM tells no versions: give each variant a served model name of its own.',
  ],
};
