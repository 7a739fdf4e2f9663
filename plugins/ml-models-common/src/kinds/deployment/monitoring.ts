import { z } from 'zod';
import {
  columnName,
  dataPath,
  duration,
  httpUrl,
  keyword,
  metricName,
  shortText,
  timestamp,
} from '../fields';
import { refuseRepeated } from '../refuseRepeated';
import { fileFormat } from './fileFormat';
import { mlInferenceLogSchema } from './inferenceLog';
import {
  mlAlertmanagerSourceSchema,
  mlPrometheusSourceSchema,
} from './metricSources';
import { badSide } from './rule';

/** How many windows in a row must break a limit that does not say. @public */
export const DEFAULT_THRESHOLD_WINDOWS = 2;

/** Rules by which drift is told. @public */
export const DRIFT_RULE_SETS = ['default', 'evidently', 'nannyml'] as const;

/** Corrections for testing many features at once. @public */
export const DRIFT_CORRECTIONS = [
  'none',
  'bonferroni',
  'benjamini-hochberg',
] as const;

const baselineSchema = z
  .strictObject({
    name: shortText()
      .optional()
      .describe('What it is, such as `training data, January`.'),
    path: dataPath()
      .optional()
      .describe('Table of training or validation data, below an allowed root.'),
    format: fileFormat().optional(),
    from: timestamp()
      .optional()
      .describe('Start of a fixed period of the log, in UTC.'),
    to: timestamp()
      .optional()
      .describe('End of that period, exclusive, in UTC.'),
    previousWindow: z
      .literal(true)
      .optional()
      .describe('Compares each window with the one before it.'),
  })
  .superRefine((baseline, ctx) => {
    const { path, from, to, previousWindow } = baseline;
    const kinds = [path, from ?? to, previousWindow].filter(
      part => part !== undefined,
    );
    const refuse = (field: string[], message: string) =>
      ctx.addIssue({ code: 'custom', path: field, message, input: baseline });
    if (kinds.length !== 1) {
      refuse([], 'just one of path, from with to, and previousWindow');
    } else if ((from === undefined) !== (to === undefined)) {
      refuse([], 'both from and to');
    } else if (from && to && Date.parse(from) >= Date.parse(to)) {
      refuse([], 'a to that is after from');
    }
  })
  .describe('What current data is compared with.');

const driftSchema = z
  .strictObject({
    ruleSet: z
      .enum(DRIFT_RULE_SETS)
      .optional()
      .describe(
        'Whose tests and limits tell drift; the portal’s own without it.',
      ),
    correction: z
      .enum(DRIFT_CORRECTIONS)
      .optional()
      .describe(
        'Correction for testing many features at once; `none` without it.',
      ),
  })
  .describe('How drift is told.');

const thresholdSchema = z
  .strictObject({
    metric: metricName().describe(
      'What is watched, such as `error_ratio`, `latency_p95`, `psi` or `roc_auc`.',
    ),
    feature: columnName()
      .optional()
      .describe('The feature that it is for; every feature without it.'),
    variant: keyword()
      .optional()
      .describe('The variant that it is for; every variant without it.'),
    warning: z.number().optional().describe('From here on it warns.'),
    critical: z.number().optional().describe('From here on it is critical.'),
    direction: badSide().optional(),
    windows: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe(
        `How many windows in a row must break it before the status changes; ${DEFAULT_THRESHOLD_WINDOWS} without it.`,
      ),
  })
  .superRefine((threshold, ctx) => {
    const { warning, critical, direction = 'above' } = threshold;
    if (warning === undefined && critical === undefined) {
      ctx.addIssue({
        code: 'custom',
        path: [],
        message: 'a warning or a critical limit, or both',
        input: threshold,
      });
    } else if (
      warning !== undefined &&
      critical !== undefined &&
      (direction === 'above' ? critical < warning : critical > warning)
    ) {
      ctx.addIssue({
        code: 'custom',
        path: ['critical'],
        message: `a limit that is not ${
          direction === 'above' ? 'below' : 'above'
        } the warning of ${warning}`,
        input: critical,
      });
    }
  })
  .describe('Limits of one figure.');

/** Where the health of a deployment is read, and what counts as healthy. @public */
export const mlMonitoringSchema = z
  .strictObject({
    inferenceLog: mlInferenceLogSchema.optional(),
    prometheus: mlPrometheusSourceSchema.optional(),
    alertmanager: mlAlertmanagerSourceSchema.optional(),
    baseline: baselineSchema.optional(),
    drift: driftSchema.optional(),
    labelDelay: duration().optional().describe('How long labels usually take.'),
    runbook: httpUrl()
      .optional()
      .describe('What to do when the status is not ok.'),
    thresholds: z
      .array(thresholdSchema)
      .max(200)
      .superRefine((thresholds, ctx) =>
        refuseRepeated(
          ctx,
          thresholds.map(t =>
            [t.metric, t.feature, t.variant].filter(Boolean).join(', '),
          ),
          i => [i, 'metric'],
          'a metric, feature and variant that no other entry has',
        ),
      )
      .optional()
      .describe('Limits; defaults by task for what is not listed.'),
  })
  .describe('Where health is read, and what counts as healthy.');

/** What current data is compared with. @public */
export type MlBaseline = z.infer<typeof baselineSchema>;
/** Limits of one figure. @public */
export type MlThreshold = z.infer<typeof thresholdSchema>;
/** Where the health of a deployment is read, and what counts as healthy. @public */
export type MlMonitoringSpec = z.infer<typeof mlMonitoringSchema>;
