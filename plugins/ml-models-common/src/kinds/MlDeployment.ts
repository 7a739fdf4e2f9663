import { Entity } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  dependencyRef,
  duration,
  httpUrl,
  keyword,
  modelRef,
  ownerRef,
  shortText,
  systemRef,
  timestamp,
  versionName,
} from './fields';
import { ML_API_VERSION, envelope } from './envelope';
import { SpecOf } from './SpecOf';
import { refuseRepeated } from './refuseRepeated';

/** How a new version is brought to its users. @public */
export const STRATEGY_TYPES = [
  'shadow',
  'blue-green',
  'canary',
  'ab-test',
  'rolling',
  'recreate',
] as const;
/** Where a rollout stands. @public */
export const STRATEGY_STATES = [
  'planned',
  'progressing',
  'paused',
  'completed',
  'rolled-back',
] as const;
/** What a variant is there for. @public */
export const VARIANT_ROLES = ['stable', 'candidate', 'shadow'] as const;

const percent = () => z.number().min(0).max(100);

const variant = z
  .strictObject({
    name: keyword().describe('Name of the variant, unique in the deployment.'),
    role: z
      .enum(VARIANT_ROLES)
      .describe(
        '`stable` and `candidate` answer users; `shadow` gets copies of requests and its answers are dropped.',
      ),
    version: versionName().describe('Version of the model that it serves.'),
    traffic: percent().describe(
      'Share of requests in percent. Stable and candidate sum to 100; for a shadow the share of requests that is copied.',
    ),
  })
  .describe('One version of the model behind the endpoint.');

const planPhase = z
  .strictObject({
    name: shortText(100).describe('Name of the phase.'),
    traffic: percent()
      .optional()
      .describe('Share of the candidate in this phase, in percent.'),
    duration: duration()
      .optional()
      .describe('How long the phase lasts at least.'),
    criteria: z
      .array(shortText(300))
      .max(20)
      .optional()
      .describe('What must hold before the next phase.'),
  })
  .describe('One phase of the rollout.');

const strategy = z
  .strictObject({
    type: z.enum(STRATEGY_TYPES).describe('How a new version reaches users.'),
    state: z
      .enum(STRATEGY_STATES)
      .optional()
      .describe('Where the rollout stands.'),
    startedAt: timestamp()
      .optional()
      .describe('When the rollout began, in UTC.'),
    phase: z
      .int()
      .min(0)
      .optional()
      .describe('Index in `plan.phases` of the phase that runs now, from 0.'),
    plan: z
      .strictObject({
        url: httpUrl().optional().describe('The plan as a document.'),
        phases: z
          .array(planPhase)
          .max(20)
          .optional()
          .describe('The phases in their order.'),
        rollback: z
          .string()
          .max(2_000)
          .optional()
          .describe('How to go back to the previous version.'),
      })
      .optional()
      .describe('What was planned.'),
  })
  .describe('The deployment strategy and where it stands.');

const columnName = () => shortText();

const inferenceLog = z
  .strictObject({
    path: z
      .string()
      .min(1)
      .max(1_024)
      .describe(
        'File, folder or glob below a root that the portal allows: `flight-delay/log-*.parquet`.',
      ),
    format: z
      .enum(['parquet', 'csv', 'json'])
      .optional()
      .describe('Format of the files; by their ending without it.'),
    columns: z
      .strictObject({
        predictionId: columnName()
          .optional()
          .describe('Id of the prediction [`prediction_id`].'),
        timestamp: columnName()
          .optional()
          .describe('When it was asked [`timestamp`].'),
        modelVersion: columnName()
          .optional()
          .describe('Version that answered [`model_version`].'),
        variant: columnName()
          .optional()
          .describe('Variant that answered [`variant`].'),
        latency: columnName()
          .optional()
          .describe('Latency in milliseconds [`latency_ms`].'),
        status: columnName()
          .optional()
          .describe('HTTP status or error flag [`status_code`].'),
        prediction: columnName()
          .optional()
          .describe('What was answered [`prediction`].'),
        score: columnName()
          .optional()
          .describe('Score or probability behind it [`score`].'),
        label: columnName().optional().describe('What came true [`label`].'),
        labelTimestamp: columnName()
          .optional()
          .describe('When that was known [`label_timestamp`].'),
      })
      .optional()
      .describe(
        'Names of the columns where they differ from the default in brackets.',
      ),
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

const prometheus = z
  .strictObject({
    server: keyword()
      .optional()
      .describe('Name of the server in app-config; the first one without it.'),
    preset: keyword().describe(
      'Runtime whose metrics are read, such as `kserve`, `triton`, `vllm` or `istio`.',
    ),
    labels: z
      .record(shortText(128), z.string().max(256))
      .optional()
      .describe('Labels that select the series.'),
  })
  .describe('Metrics in Prometheus.');

const threshold = z
  .strictObject({
    metric: shortText(100).describe(
      'What is watched, such as `error_ratio`, `latency_p95`, `psi` or `roc_auc`.',
    ),
    warning: z.number().optional().describe('From here on it warns.'),
    critical: z.number().optional().describe('From here on it is critical.'),
    direction: z
      .enum(['above', 'below'])
      .optional()
      .describe(
        'Whether a figure above or below the limit is bad; `above` without it.',
      ),
  })
  .describe('Limits of one figure.');

const monitoring = z
  .strictObject({
    inferenceLog: inferenceLog.optional(),
    prometheus: prometheus.optional(),
    baseline: z
      .strictObject({
        path: z
          .string()
          .min(1)
          .max(1_024)
          .optional()
          .describe(
            'Table that current data is compared with, below an allowed root.',
          ),
        from: timestamp()
          .optional()
          .describe('Start of a fixed period of the log, in UTC.'),
        to: timestamp()
          .optional()
          .describe('End of that period, exclusive, in UTC.'),
      })
      .optional()
      .describe('What current data is compared with.'),
    labelDelay: duration().optional().describe('How long labels usually take.'),
    thresholds: z
      .array(threshold)
      .max(200)
      .optional()
      .superRefine((thresholds = [], ctx) =>
        refuseRepeated(
          ctx,
          thresholds.map(t => t.metric),
          i => [i, 'metric'],
          'a metric that no other entry has',
        ),
      )
      .describe('Limits; defaults by task for what is not listed.'),
  })
  .describe('Where health is read, and what counts as healthy.');

/** The `spec` of an `MlDeployment`. */
export const mlDeploymentSpecSchema = z.looseObject({
  type: keyword().describe(
    'The serving runtime: `kserve`, `seldon`, `triton`, `vllm`, `mlserver`, `bentoml`, `custom` or another.',
  ),
  environment: keyword().describe(
    'Where it runs, such as `production` or `staging`.',
  ),
  lifecycle: shortText(63).describe(
    'Where the deployment stands, such as `production` or `retired`.',
  ),
  owner: ownerRef().describe('The group or user that answers for it.'),
  system: systemRef().optional().describe('The system that it is part of.'),
  model: modelRef().describe('The `MlModel` that it serves.'),
  dependsOn: z
    .array(dependencyRef())
    .max(200)
    .optional()
    .describe('What it needs at run time, with its kind.'),
  endpoint: httpUrl().optional().describe('Address that answers predictions.'),
  strategy: strategy.optional(),
  variants: z
    .array(variant)
    .max(20)
    .optional()
    .superRefine((variants = [], ctx) => {
      refuseRepeated(
        ctx,
        variants.map(v => v.name),
        i => [i, 'name'],
        'a variant name that no other entry has',
      );
      const live = variants.filter(v => v.role !== 'shadow');
      const sum = live.reduce((total, v) => total + v.traffic, 0);
      // A third of a percent is a legal weight, so the sum is compared with a tolerance.
      if (variants.length && Math.abs(sum - 100) > 0.01) {
        ctx.addIssue({
          code: 'custom',
          path: [],
          message:
            'traffic of the stable and candidate variants that sums to 100',
          input: `${Number(sum.toFixed(4))} (${
            live.map(v => `${v.name} ${v.traffic}`).join(', ') ||
            'no live variant'
          })`,
        });
      }
    })
    .describe('What runs behind the endpoint.'),
  scaling: z
    .strictObject({
      minReplicas: z.int().min(0).optional().describe('Fewest replicas.'),
      maxReplicas: z.int().min(1).optional().describe('Most replicas.'),
      accelerator: shortText(60)
        .optional()
        .describe('Accelerator of each replica, such as `nvidia-l4`.'),
    })
    .refine(
      s =>
        s.minReplicas === undefined ||
        s.maxReplicas === undefined ||
        s.minReplicas <= s.maxReplicas,
      {
        error: 'minReplicas that is not above maxReplicas',
      },
    )
    .optional()
    .describe('Bounds of scaling.'),
  monitoring: monitoring.optional(),
});

/** A whole `MlDeployment` entity. */
export const mlDeploymentSchema = envelope(
  'MlDeployment',
  mlDeploymentSpecSchema,
).describe('One model serving somewhere.');

/** The `spec` of an `MlDeployment`. @public */
export type MlDeploymentSpec = SpecOf<typeof mlDeploymentSpecSchema>;

/** A model that serves somewhere. @public */
export interface MlDeploymentEntity extends Entity {
  apiVersion: typeof ML_API_VERSION;
  kind: 'MlDeployment';
  spec: MlDeploymentSpec;
}

/** One version behind the endpoint of a deployment. @public */
export type MlDeploymentVariant = z.infer<typeof variant>;
/** A deployment strategy and where it stands. @public */
export type MlDeploymentStrategy = z.infer<typeof strategy>;
