import type { INFERENCE_LOG_PRESETS } from '@airworthy/plugin-ml-models-common';
import {
  DEFAULT_CANDIDATES,
  MAPPED_COLUMNS,
  type Candidate,
  type Candidates,
  type MappedColumn,
} from './columns';

/** A tool whose logs have a shape of their own. */
export type LogPreset = (typeof INFERENCE_LOG_PRESETS)[number];

/**
 * The names that `ColumnMapping` (Evidently up to 0.6) and `DataDefinition`
 * (since) find by themselves.
 *
 * @see https://docs.evidentlyai.com/docs/library/data_definition
 * @see https://docs-old.evidentlyai.com/user-guide/input-data/column-mapping
 */
const EVIDENTLY: Partial<Record<MappedColumn, Candidate[]>> = {
  predictionId: ['id'],
  timestamp: ['datetime'],
  prediction: ['prediction'],
  score: ['prediction_proba', 'prediction_score'],
  label: ['target'],
};

/**
 * The names of Arize's own examples; times are seconds since 1970. A
 * regression has its numbers in the score columns.
 *
 * @see https://arize.com/docs/ax/machine-learning/machine-learning/concepts-ml/model-schema-reference
 */
const ARIZE: Partial<Record<MappedColumn, Candidate[]>> = {
  timestamp: ['prediction_ts', 'prediction_timestamp'],
  prediction: ['prediction_label', 'predicted_label', 'prediction_score'],
  score: ['prediction_score', 'predicted_score'],
  label: ['actual_label', 'actual_score'],
  labelTimestamp: ['actual_ts', 'actual_timestamp'],
};

/**
 * Spans of language models, one a row: attributes as columns, or in a column
 * `attributes`; times and durations as the OTLP file and the ClickHouse
 * exporter write them.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans
 */
const OTEL_GENAI: Partial<Record<MappedColumn, Candidate[]>> = {
  predictionId: ['gen_ai.response.id', 'span_id', 'spanId', 'SpanId'],
  timestamp: [
    'start_time',
    'startTime',
    'start_time_unix_nano',
    'startTimeUnixNano',
    'Timestamp',
  ],
  modelVersion: ['gen_ai.response.model', 'gen_ai.request.model'],
  latency: [
    'duration_ms',
    { column: 'Duration', times: 1e-6 },
    { column: 'duration_ns', times: 1e-6 },
    { column: 'gen_ai.server.request.duration', times: 1_000 },
    { column: 'gen_ai.client.operation.duration', times: 1_000 },
  ],
  status: ['error.type', 'otel.status_code', 'StatusCode', 'status'],
  inputTokens: ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'],
  outputTokens: [
    'gen_ai.usage.output_tokens',
    'gen_ai.usage.completion_tokens',
  ],
  timeToFirstToken: [
    { column: 'gen_ai.server.time_to_first_token', times: 1_000 },
    { column: 'gen_ai.response.time_to_first_chunk', times: 1_000 },
    { column: 'gen_ai.client.operation.time_to_first_chunk', times: 1_000 },
  ],
  finishReason: ['gen_ai.response.finish_reasons'],
  feedback: ['gen_ai.evaluation.score.label', 'user.feedback'],
};

const SHAPES: Partial<
  Record<LogPreset, Partial<Record<MappedColumn, Candidate[]>>>
> = { evidently: EVIDENTLY, arize: ARIZE, 'otel-genai': OTEL_GENAI };

/**
 * What is looked for in a log of a tool: its own names before the defaults.
 * The records of `kserve` and `sagemaker` are taken apart first, and have the
 * defaults then.
 */
export function candidatesOf(preset: LogPreset | undefined): Candidates {
  const shape = preset && SHAPES[preset];
  if (!shape) return DEFAULT_CANDIDATES;
  const entries = MAPPED_COLUMNS.map(key => [
    key,
    [...(shape[key] ?? []), ...DEFAULT_CANDIDATES[key]],
  ]);
  return Object.fromEntries(entries) as Candidates;
}

/** Columns of a tool that are no features, where the entity lists none. */
export function isFeatureOf(
  preset: LogPreset | undefined,
  name: string,
): boolean {
  if (preset === 'otel-genai') return /^gen_ai\.request\./.test(name);
  return true;
}
