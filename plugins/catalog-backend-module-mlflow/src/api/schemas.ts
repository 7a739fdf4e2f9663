import { z } from 'zod';

// As `mlflow/protos/model_registry.proto` and `service.proto` say, in the JSON
// of protocol buffers: 64-bit integers may be strings, empty lists are left
// out, and NaN and Infinity are strings.
const int64 = z
  .union([z.number(), z.string().regex(/^-?\d+$/)])
  .transform(Number);
const double = z.union([
  z.number(),
  z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number),
]);
// Some gateways write null for what is absent.
const text = z.string().nullish();
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform(items => items ?? []);

const tags = list(z.object({ key: z.string(), value: text }));

export const modelVersion = z.object({
  name: z.string(),
  version: z.union([z.string(), z.number()]).transform(String),
  creation_timestamp: int64.nullish(),
  last_updated_timestamp: int64.nullish(),
  user_id: text,
  current_stage: text,
  description: text,
  source: text,
  run_id: text,
  run_link: text,
  status: text,
  model_id: text,
  tags,
});
export type MlflowVersion = z.output<typeof modelVersion>;

export const registeredModel = z.object({
  name: z.string().min(1),
  creation_timestamp: int64.nullish(),
  last_updated_timestamp: int64.nullish(),
  description: text,
  latest_versions: list(modelVersion),
  tags,
  aliases: list(
    z.object({
      alias: z.string(),
      version: z.union([z.string(), z.number()]).transform(String),
    }),
  ),
});
export type MlflowModel = z.output<typeof registeredModel>;

const metric = z.object({
  key: z.string(),
  value: double,
  timestamp: int64.nullish(),
  step: int64.nullish(),
  // Since MLflow 3.
  dataset_name: text,
});
export type MlflowMetric = z.output<typeof metric>;

const params = list(z.object({ key: z.string(), value: text }));

const datasetInput = z.object({
  tags,
  dataset: z.object({ name: z.string(), digest: text, source: text }),
});

export const run = z.object({
  info: z.object({ run_id: text, experiment_id: text }),
  data: z
    .object({ metrics: list(metric), params, tags })
    .nullish()
    .transform(data => data ?? { metrics: [], params: [], tags: [] }),
  inputs: z.object({ dataset_inputs: list(datasetInput) }).nullish(),
});
export type MlflowRun = z.output<typeof run>;

export const loggedModel = z.object({
  info: z.object({ model_id: z.string(), source_run_id: text, tags }),
  data: z
    .object({ metrics: list(metric), params })
    .nullish()
    .transform(data => data ?? { metrics: [], params: [] }),
});
export type MlflowLoggedModel = z.output<typeof loggedModel>;

const page = { next_page_token: text };

// Entries are read one by one, so that a bad one does not spoil the others.
export const modelsPage = z.object({
  ...page,
  registered_models: list(z.unknown()),
});
export const versionsPage = z.object({
  ...page,
  model_versions: list(z.unknown()),
});
export const modelAnswer = z.object({ registered_model: registeredModel });
export const versionAnswer = z.object({ model_version: modelVersion });
export const runAnswer = z.object({ run });
export const loggedModelAnswer = z.object({ model: loggedModel });
