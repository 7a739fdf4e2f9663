import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import { DEFAULT_CANDIDATES, type MappedColumn } from '../../log/columns';
import { isNumber } from '../../log/expressions';
import type { LogPreset } from '../../log/presets';
import { findColumn, type LogSchema } from '../../log/schema';

/* How logs name these where they do not follow the defaults; each list from the most to the least telling. */
const SYNONYMS: Partial<Record<MappedColumn, string[]>> = {
  predictionId: [
    'request_id',
    'inference_id',
    'correlation_id',
    'trace_id',
    'uuid',
    'id',
  ],
  timestamp: [
    'ts',
    'time',
    'datetime',
    'event_time',
    'event_timestamp',
    'request_time',
    'requested_at',
    'created_at',
    'logged_at',
    'date',
  ],
  modelVersion: ['version', 'model_id', 'revision'],
  variant: ['deployment', 'arm', 'slot', 'experiment'],
  latency: [
    'latency',
    'duration_ms',
    'response_time_ms',
    'elapsed_ms',
    'response_ms',
    'took_ms',
  ],
  status: ['http_status', 'status', 'code', 'is_error', 'error'],
  prediction: ['predicted', 'predicted_label', 'y_pred', 'output', 'answer'],
  score: ['probability', 'proba', 'prob', 'confidence', 'y_score'],
  label: ['actual', 'target', 'y_true', 'ground_truth', 'outcome'],
  labelTimestamp: ['label_ts', 'labelled_at', 'actual_timestamp'],
  inputTokens: ['prompt_tokens', 'tokens_in'],
  outputTokens: ['completion_tokens', 'tokens_out'],
  timeToFirstToken: ['ttft_ms', 'first_token_ms'],
  finishReason: ['stop_reason'],
  feedback: ['rating', 'thumbs'],
};

const NUMBERS: ReadonlySet<MappedColumn> = new Set([
  'latency',
  'score',
  'inputTokens',
  'outputTokens',
  'timeToFirstToken',
]);

/** The tool that writes a log of such columns. */
export function guessPreset(schema: LogSchema): LogPreset | undefined {
  const has = (...names: string[]) =>
    names.every(name => schema.columns.some(column => column.name === name));
  const names = [
    ...schema.columns.map(({ name }) => name),
    ...schema.nested.keys(),
  ];
  if (has('captureData', 'eventMetadata')) return 'sagemaker';
  if (has('req_type', 'bytes') || has('ReqType', 'Bytes')) return 'kserve';
  if (names.some(name => name.startsWith('gen_ai.'))) return 'otel-genai';
  if (
    has('prediction_ts') &&
    (has('actual_label') || has('prediction_label'))
  ) {
    return 'arize';
  }
  if (has('target', 'prediction') && !has('label')) return 'evidently';
  return undefined;
}

/** Columns by what they may mean, where they do not have the default names. */
export function guessColumns(
  schema: LogSchema,
): NonNullable<MlInferenceLog['columns']> {
  const columns: NonNullable<MlInferenceLog['columns']> = {};
  const taken = new Set<string>();
  for (const key of Object.keys(SYNONYMS) as MappedColumn[]) {
    const known = DEFAULT_CANDIDATES[key].some(
      name => typeof name === 'string' && findColumn(schema, name),
    );
    if (known) continue;
    const found = SYNONYMS[key]
      ?.map(name => findColumn(schema, name))
      .find(
        column =>
          column &&
          !taken.has(column.name) &&
          (!NUMBERS.has(key) || isNumber(column.type)),
      );
    if (!found) continue;
    taken.add(found.name);
    columns[key] = found.name;
  }
  if (!columns.timestamp && !findColumn(schema, 'timestamp')) {
    const times = schema.columns.filter(
      ({ type, name }) => type.startsWith('TIMESTAMP') && !taken.has(name),
    );
    // The only column of times is when it was asked; of several nobody knows.
    if (times.length === 1) columns.timestamp = times[0].name;
  }
  return columns;
}
