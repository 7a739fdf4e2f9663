import { z } from 'zod';
import { expectationOf } from '../request/describeIssue';
import { POD_FIELDS } from './inferenceServiceFields';
import { findInContainer, findInPodSpec } from './publishedSchemas';
import { isObject, listAt, objectAt, pointer, show } from './read';
import { Finding, Json } from './types';

/* KServe publishes no package of its schema: the fields that it has of its own. */
const modelFields = {
  modelFormat: z.strictObject({
    name: z.string(),
    version: z.string().optional(),
  }),
  runtime: z.string().optional(),
  runtimeVersion: z.string().optional(),
  protocolVersion: z.string().optional(),
  storageUri: z.string().optional(),
  storage: z.looseObject({}).optional(),
  confidential: z.looseObject({}).optional(),
};

const int = () => z.int().optional();

const componentFields = {
  name: z.string().optional(),
  minReplicas: int(),
  maxReplicas: int(),
  scaleTarget: int(),
  scaleMetric: z.enum(['cpu', 'memory', 'concurrency', 'rps']).optional(),
  scaleMetricType: z.enum(['Utilization', 'AverageValue', 'Value']).optional(),
  containerConcurrency: int(),
  timeout: int(),
  canaryTrafficPercent: int(),
  deploymentStrategy: z.looseObject({}).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  autoScaling: z.looseObject({}).optional(),
  batcher: z.looseObject({}).optional(),
  logger: z.looseObject({}).optional(),
  workerSpec: z.looseObject({}).optional(),
  storageUris: z.array(z.looseObject({})).optional(),
};

/** Servers that a predictor can name by themselves, besides `model`. */
export const FRAMEWORKS = [
  'huggingface',
  'lightgbm',
  'onnx',
  'paddle',
  'pmml',
  'pytorch',
  'sklearn',
  'tensorflow',
  'triton',
  'xgboost',
];

const OWN = new Set([
  ...Object.keys(componentFields),
  ...FRAMEWORKS,
  'model',
  'storageContainerName',
  'resources',
]);

function pick(value: Json, keep: (key: string) => boolean): Json {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keep(key)));
}

function below(findings: Finding[], path: (string | number)[]): Finding[] {
  return findings.map(finding => ({
    ...finding,
    field: `${pointer(...path)}${finding.field}`,
  }));
}

function parse(schema: z.ZodType, value: unknown): Finding[] {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return [];
  return result.error.issues.flatMap(issue => {
    const path = issue.path.map(String);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({
          field: pointer(...path, key),
          expected: 'no such field',
          was: 'there',
        }))
      : [
          {
            field: pointer(...path),
            expected: expectationOf(issue),
            was: show(issue.input),
          },
        ];
  });
}

function findInComponent(
  component: Json,
  path: (string | number)[],
): Finding[] {
  const own = pick(component, key => Object.hasOwn(componentFields, key));
  const pod = pick(component, key => POD_FIELDS.has(key));
  const unknown = Object.keys(component).filter(
    key => !OWN.has(key) && !POD_FIELDS.has(key),
  );
  const findings = [
    ...unknown.map(key => ({
      field: pointer(key),
      expected: 'no such field',
      was: show(component[key]),
    })),
    ...parse(z.looseObject(componentFields), own),
    // A pod must have containers; here the server of a model stands for them.
    ...findInPodSpec({ containers: [], ...pod }),
  ];
  if (isObject(component.model)) {
    const { model } = component;
    const isOwn = (key: string) => Object.hasOwn(modelFields, key);
    findings.push(
      ...below(parse(z.looseObject(modelFields), pick(model, isOwn)), [
        'model',
      ]),
      ...below(
        findInContainer({
          name: 'model',
          ...pick(model, key => !isOwn(key)),
        }),
        ['model'],
      ),
    );
  }
  return below(findings, path);
}

const specSchema = z.strictObject({
  predictor: z.looseObject({}),
  transformer: z.looseObject({}).optional(),
  explainer: z.looseObject({}).optional(),
  canary: z
    .array(
      z.strictObject({
        predictor: z.looseObject({}),
        trafficPercent: z.int().min(0).max(100),
      }),
    )
    .optional(),
});

/** What is wrong with the shape of an InferenceService. */
export function findInInferenceService(document: Json): Finding[] {
  const findings = below(parse(specSchema, document.spec), ['spec']);
  if (findings.length) return findings;
  const spec = objectAt(document, 'spec');
  for (const name of ['predictor', 'transformer', 'explainer']) {
    if (!isObject(spec[name])) continue;
    findings.push(...findInComponent(objectAt(spec, name), ['spec', name]));
  }
  for (const [i, entry] of listAt(spec, 'canary').entries()) {
    const path = ['spec', 'canary', i, 'predictor'];
    findings.push(...findInComponent(objectAt(entry, 'predictor'), path));
  }
  return findings;
}
