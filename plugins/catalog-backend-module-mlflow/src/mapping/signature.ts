import { RegistryVersion } from '@airworthy/plugin-ml-models-common';
import { z } from 'zod';

type Signature = NonNullable<RegistryVersion['signature']>;

// `ModelSignature.to_dict` of MLflow: lists as JSON within JSON.
const column = z.looseObject({
  name: z.union([z.string(), z.number()]).nullish(),
  type: z.string(),
  required: z.boolean().nullish(),
  optional: z.boolean().nullish(),
});
const tensor = z.object({
  dtype: z.string(),
  shape: z.array(z.union([z.number(), z.string()])),
});
const items = z.object({ type: z.string() });

const history = z.array(
  z.looseObject({
    artifact_path: z.string().nullish(),
    model_uuid: z.string().nullish(),
    flavors: z.record(z.string(), z.unknown()).nullish(),
    signature: z
      .looseObject({
        inputs: z.string().nullish(),
        outputs: z.string().nullish(),
      })
      .nullish(),
  }),
);

/** A model as a run logged it. */
export type LoggedEntry = z.output<typeof history>[number];

function parsed<T>(schema: z.ZodType<T>, json: string | null | undefined) {
  if (!json) return undefined;
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

function typeOf(col: z.output<typeof column>): string {
  const spec = tensor.safeParse(col['tensor-spec']);
  if (col.type === 'tensor' && spec.success) {
    return `tensor(${spec.data.dtype}, [${spec.data.shape.join(', ')}])`;
  }
  const inner = items.safeParse(col.items);
  return col.type === 'array' && inner.success
    ? `array(${inner.data.type})`
    : col.type;
}

function columnsOf(json: string | null | undefined) {
  return parsed(z.array(column), json)?.map((col, i) => ({
    name: `${col.name ?? i}`,
    type: typeOf(col),
    required: col.required ?? (col.optional ? false : undefined),
  }));
}

/** The entry of the tag `mlflow.log-model.history` for a version: that of its path, else the last. */
export function loggedEntry(
  tag: string | undefined,
  source: string | null | undefined,
): LoggedEntry | undefined {
  const entries = parsed(history, tag) ?? [];
  const ofPath = entries.filter(
    ({ artifact_path: path }) => path && source?.endsWith(`/${path}`),
  );
  return ofPath[ofPath.length - 1] ?? entries[entries.length - 1];
}

/** The signature of a logged model. */
export function signatureOf(entry: LoggedEntry | undefined) {
  const inputs = columnsOf(entry?.signature?.inputs);
  if (!inputs) return undefined;
  const outputs = columnsOf(entry?.signature?.outputs);
  return { inputs, ...(outputs && { outputs }) } satisfies Signature;
}

/** What a logged model is built with, such as `sklearn`, and its task where its flavour says so. */
export function flavourOf(entry: LoggedEntry | undefined): {
  library?: string;
  task?: string;
} {
  const flavours = Object.entries(entry?.flavors ?? {});
  // Every model can be loaded by the general one.
  const own = flavours.find(([name]) => name !== 'python_function');
  const task = (own?.[1] as { task?: unknown } | null)?.task;
  return {
    library: own?.[0],
    task: typeof task === 'string' ? task : undefined,
  };
}
