import type { MlInferenceLog } from '@airworthy/plugin-ml-models-common';
import type { CanonicalColumn } from './types';

/** A column as `spec.monitoring.inferenceLog.columns` calls it. */
export type MappedColumn = keyof NonNullable<MlInferenceLog['columns']>;

/** A source column, and by how much its values are multiplied to get the unit that is meant. */
export type Candidate = string | { column: string; times: number };

/** What is looked for in a log, first to last. */
export type Candidates = Record<MappedColumn, Candidate[]>;

/** Name in the relation of each mapped column. */
export const CANONICAL: Record<MappedColumn, CanonicalColumn> = {
  predictionId: 'prediction_id',
  timestamp: 'ts',
  modelVersion: 'model_version',
  variant: 'variant',
  latency: 'latency_ms',
  status: 'is_error',
  prediction: 'prediction',
  score: 'score',
  label: 'label',
  labelTimestamp: 'label_ts',
  inputTokens: 'input_tokens',
  outputTokens: 'output_tokens',
  timeToFirstToken: 'time_to_first_token_ms',
  finishReason: 'finish_reason',
  feedback: 'feedback',
};

/** All of them. */
export const MAPPED_COLUMNS = Object.keys(CANONICAL) as MappedColumn[];

/** The names where neither the entity nor a preset has others. */
export const DEFAULT_CANDIDATES: Candidates = {
  predictionId: ['prediction_id'],
  timestamp: ['timestamp'],
  modelVersion: ['model_version'],
  variant: ['variant'],
  latency: ['latency_ms'],
  status: ['status_code'],
  prediction: ['prediction'],
  score: ['score'],
  label: ['label'],
  labelTimestamp: ['label_timestamp'],
  inputTokens: ['input_tokens'],
  outputTokens: ['output_tokens'],
  timeToFirstToken: ['time_to_first_token_ms'],
  finishReason: ['finish_reason'],
  feedback: ['feedback'],
};
