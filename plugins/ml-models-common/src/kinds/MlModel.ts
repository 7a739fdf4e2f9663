import { Entity } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  MAX_VERSIONS,
  componentRef,
  dependencyRef,
  httpUrl,
  keyword,
  markdown,
  metricName,
  modelRef,
  namedValues,
  ownerRef,
  shortText,
  systemRef,
  timestamp,
  versionName,
} from './fields';
import { ML_API_VERSION, envelope } from './envelope';
import { SpecOf } from './SpecOf';
import { refuseRepeated } from './refuseRepeated';

const metric = z
  .strictObject({
    name: metricName().describe(
      'Name of the metric in its usual spelling, such as `accuracy`, `roc_auc`, `wer` or `rmse`.',
    ),
    value: z
      .number()
      .describe(
        'The figure itself; shares as a fraction of one, not in percent, unless `unit` says otherwise.',
      ),
    unit: shortText(30)
      .optional()
      .describe(
        'Unit of the figure, such as `percent`, `ms` or `minutes`. Leave out for a plain number.',
      ),
    direction: z
      .enum(['higher-is-better', 'lower-is-better'])
      .optional()
      .describe(
        'Which way is better. Known for common metrics; needed for others so that versions can be compared.',
      ),
    dataset: shortText()
      .optional()
      .describe('What the figure was measured on, such as `SST-2 validation`.'),
    slice: shortText()
      .optional()
      .describe(
        'The part of the data that the figure is for, such as `carrier=AA`. Leave out for all of it.',
      ),
    baseline: z
      .number()
      .optional()
      .describe(
        'What a simple baseline reaches on the same data, in the same unit.',
      ),
    source: httpUrl().optional().describe('Where the figure was published.'),
  })
  .describe('One evaluation figure of a version.');

function describeFigure({ name, dataset, slice, unit }: MlModelMetric): string {
  return [name, dataset, slice, unit].filter(Boolean).join(', ');
}

const column = z.strictObject({
  name: shortText().describe('Name of the column or tensor.'),
  type: shortText(60).describe(
    'Its type, such as `double`, `string` or `tensor(float32, [-1, 224, 224, 3])`.',
  ),
  required: z.boolean().optional().describe('Whether a value must be given.'),
});

const version = z
  .strictObject({
    version: versionName().describe(
      'Name of the version, unique in the model. Put numbers in quotes.',
    ),
    aliases: z
      .array(keyword())
      .max(20)
      .optional()
      .describe(
        'Names that point to this version, such as `champion` or `production`. One alias points to one version.',
      ),
    createdAt: timestamp()
      .optional()
      .describe('When the version was made, in UTC.'),
    description: z
      .string()
      .max(2_000)
      .optional()
      .describe('What changed in this version.'),
    source: z
      .string()
      .min(1)
      .max(2_048)
      .optional()
      .describe(
        'Where the artefact lies, as its registry writes it, such as `s3://models/churn/3`. Shown as a link where it is an http address.',
      ),
    registry: httpUrl()
      .optional()
      .describe('Page of this version in its registry.'),
    run: z
      .strictObject({
        id: shortText().optional().describe('Id of the training run.'),
        url: httpUrl().optional().describe('Page of the training run.'),
        commit: z
          .string()
          .regex(/^[0-9a-f]{7,64}$/, {
            error: 'a commit hash of 7 to 64 hexadecimal digits',
          })
          .optional()
          .describe('Commit of the training code.'),
      })
      .optional()
      .describe('The training run that made this version.'),
    metrics: z
      .array(metric)
      .max(200)
      .superRefine((metrics, ctx) =>
        refuseRepeated(
          ctx,
          metrics.map(describeFigure),
          i => [i],
          'a name, dataset, slice and unit that no other entry has',
        ),
      )
      .optional()
      .describe('Evaluation figures.'),
    hyperparameters: namedValues(
      shortText(100),
      z.union([z.string().max(500), z.number(), z.boolean()]),
      500,
    )
      .optional()
      .describe('Hyperparameters of the training run, by name.'),
    signature: z
      .strictObject({
        inputs: z.array(column).max(2_000).describe('What the model takes.'),
        outputs: z
          .array(column)
          .max(200)
          .optional()
          .describe('What the model answers.'),
      })
      .optional()
      .describe('Schema of input and output.'),
  })
  .describe('One version of the model.');

const modelCard = z
  .strictObject({
    intendedUse: markdown()
      .optional()
      .describe('What the model is for, and for whom.'),
    outOfScopeUse: markdown()
      .optional()
      .describe('What it must not be used for.'),
    limitations: markdown().optional().describe('Where it is known to fail.'),
    ethicalConsiderations: markdown()
      .optional()
      .describe('Who could be harmed, and how that is prevented.'),
    trainingData: markdown()
      .optional()
      .describe('What it was trained on: origin, period, size, licence.'),
    evaluationData: markdown()
      .optional()
      .describe('What it was evaluated on, and why that data.'),
    caveats: markdown().optional().describe('What else a user should know.'),
  })
  .describe(
    'Model card after Mitchell et al., "Model Cards for Model Reporting" (2019). Every field is Markdown.',
  );

/** The `spec` of an `MlModel`. @public */
export const mlModelSpecSchema = z.looseObject({
  type: keyword().describe(
    'The task, in the vocabulary of Hugging Face pipeline tags, such as `tabular-classification` or `text-generation`.',
  ),
  lifecycle: shortText(63).describe(
    'Where the model stands: `experimental`, `staging`, `production`, `deprecated` or `retired`.',
  ),
  owner: ownerRef().describe('The group or user that answers for the model.'),
  system: systemRef()
    .optional()
    .describe('The system that the model is part of.'),
  framework: keyword()
    .optional()
    .describe(
      'What the model is built with, such as `pytorch`, `xgboost` or `onnx`.',
    ),
  license: shortText(100)
    .optional()
    .describe('SPDX identifier of the licence, or its name.'),
  parameters: z.int().positive().optional().describe('Number of parameters.'),
  track: z
    .enum(['startup', 'large-organisation'])
    .optional()
    .describe(
      'The journey that the team walks. Without it the owner group decides, then the portal.',
    ),
  baseModel: modelRef()
    .optional()
    .describe('The `MlModel` that this one was fine-tuned or distilled from.'),
  dependsOn: z
    .array(dependencyRef())
    .max(200)
    .optional()
    .describe(
      'Datasets (`Resource` of type `dataset`), features and services that the model needs, with their kind: `resource:default/flights`.',
    ),
  trainedBy: componentRef()
    .optional()
    .describe('The pipeline `Component` that trains it.'),
  primaryMetric: metricName()
    .optional()
    .describe(
      'Name of the metric that versions are judged by. Without it the first one listed.',
    ),
  modelCard: modelCard.optional(),
  versions: z
    .array(version)
    .max(MAX_VERSIONS)
    .superRefine((versions, ctx) => {
      refuseRepeated(
        ctx,
        versions.map(v => v.version),
        i => [i, 'version'],
        'a version name that no other entry has',
      );
      refuseRepeated(
        ctx,
        versions.flatMap(v => v.aliases ?? []),
        i => aliasPath(versions, i),
        'an alias that points to one version only',
      );
    })
    .optional()
    .describe(`Versions, newest first, at most ${MAX_VERSIONS}.`),
});

function aliasPath(
  versions: { aliases?: string[] }[],
  index: number,
): (string | number)[] {
  let left = index;
  for (const [i, { aliases = [] }] of versions.entries()) {
    if (left < aliases.length) return [i, 'aliases', left];
    left -= aliases.length;
  }
  return [];
}

/** A whole `MlModel` entity. @public */
export const mlModelSchema = envelope('MlModel', mlModelSpecSchema).describe(
  'A machine-learning model that a team builds or runs.',
);

/** The `spec` of an `MlModel`. @public */
export type MlModelSpec = SpecOf<typeof mlModelSpecSchema>;

/** A machine-learning model in the catalog. @public */
export interface MlModelEntity extends Entity {
  apiVersion: typeof ML_API_VERSION;
  kind: 'MlModel';
  spec: MlModelSpec;
}

/** One version of a model. @public */
export type MlModelVersion = z.infer<typeof version>;
/** One evaluation figure of a version. @public */
export type MlModelMetric = z.infer<typeof metric>;
/** A model card. @public */
export type MlModelCard = z.infer<typeof modelCard>;
