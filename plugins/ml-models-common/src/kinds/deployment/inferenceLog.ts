import { z } from 'zod';
import { columnName, dataPath } from '../fields';
import { fileFormat } from './fileFormat';

/** Shapes of inference logs whose columns are known without a mapping. @public */
export const INFERENCE_LOG_PRESETS = [
  'evidently',
  'arize',
  'sagemaker',
  'kserve',
  'otel-genai',
] as const;

const column = (meaning: string) => columnName().optional().describe(meaning);

const columnsSchema = z
  .strictObject({
    predictionId: column('Id of the prediction [`prediction_id`].'),
    timestamp: column('When it was asked [`timestamp`].'),
    modelVersion: column('Version that answered [`model_version`].'),
    variant: column('Variant that answered [`variant`].'),
    latency: column('Latency in milliseconds [`latency_ms`].'),
    status: column('HTTP status or error flag [`status_code`].'),
    prediction: column('What was answered [`prediction`].'),
    score: column('Score or probability behind it [`score`].'),
    label: column('What came true [`label`].'),
    labelTimestamp: column('When that was known [`label_timestamp`].'),
    inputTokens: column('Tokens of the prompt [`input_tokens`].'),
    outputTokens: column('Tokens of the answer [`output_tokens`].'),
    timeToFirstToken: column(
      'Milliseconds to the first token [`time_to_first_token_ms`].',
    ),
    finishReason: column('Why generation ended [`finish_reason`].'),
    feedback: column('What the user thought of the answer [`feedback`].'),
  })
  .describe(
    'Names of the columns where they differ from the preset or from the default in brackets.',
  );

const labelsSchema = z
  .strictObject({
    path: dataPath().describe(
      'File, folder or glob below a root that the portal allows.',
    ),
    format: fileFormat().optional(),
    predictionId: column('Column that the log is joined by [`prediction_id`].'),
    label: column('What came true [`label`].'),
    labelTimestamp: column('When that was known [`label_timestamp`].'),
  })
  .describe('Labels, where they are in a table of their own.');

/** The log of requests and answers of a deployment. @public */
export const mlInferenceLogSchema = z
  .strictObject({
    path: dataPath().describe(
      'File, folder or glob below a root that the portal allows: `flight-delay/log-*.parquet`.',
    ),
    format: fileFormat().optional(),
    preset: z
      .enum(INFERENCE_LOG_PRESETS)
      .optional()
      .describe(
        'Tool that writes the log in a shape of its own; the columns in brackets without it.',
      ),
    columns: columnsSchema.optional(),
    labels: labelsSchema.optional(),
    positiveLabel: z
      .union([z.string().max(200), z.number(), z.boolean()])
      .optional()
      .describe(
        'The label that the score is the probability of, in binary classification.',
      ),
    decisionThreshold: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Score from which on the positive label is answered.'),
    features: z
      .array(columnName())
      .max(2_000)
      .optional()
      .describe('Feature columns; all other columns without it.'),
    slices: z
      .array(columnName())
      .max(50)
      .optional()
      .describe('Columns that quality is broken down by.'),
  })
  .describe('Log of requests and answers.');

/** Where the log of requests and answers is, and what its columns mean. @public */
export type MlInferenceLog = z.infer<typeof mlInferenceLogSchema>;
