import { RuntimeMetrics } from '../types';

/** Seldon Core 2; `scheduler/pkg/metrics/agent.go`. */
export const seldonV2: RuntimeMetrics = {
  name: 'seldon-v2',
  title: 'Seldon Core 2',
  requests: { metrics: ['seldon_model_infer_total'] },
  errors: {
    metrics: ['seldon_model_infer_total'],
    where: ['code!~"2..|OK"'],
  },
  latency: {
    kind: 'mean',
    sum: ['seldon_model_infer_seconds_total'],
    count: ['seldon_model_infer_total'],
    unit: 's',
  },
  // The variants of an experiment are models of their own.
  variantLabel: 'model',
  names: { model: ['{name}'] },
  cannot: [
    'Seldon Core 2 tells the mean latency of a model only: its histogram has no label of the model, so the percentiles are unknown.',
  ],
};
