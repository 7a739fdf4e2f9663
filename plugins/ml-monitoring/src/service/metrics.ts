/** Names that sources give to the figures of service. */
export const SERVICE_METRICS = {
  rate: ['rate', 'request_rate', 'requests_per_second'],
  errorRatio: ['error_ratio'],
  p50: ['latency_p50'],
  p95: ['latency_p95'],
  p99: ['latency_p99'],
  saturation: ['saturation'],
} as const;
