import { z } from 'zod';
import { MonitoringCapability } from '@airworthy/plugin-ml-monitoring-node';

/*
 * A source is code of somebody else: what pages and checks rely on is looked
 * at, the rest is taken as its type says.
 */
const answer = {
  source: z.looseObject({ type: z.string(), name: z.string() }),
  window: z.looseObject({ from: z.string(), to: z.string() }),
  rowsRead: z.number(),
  freshAt: z.iso.datetime({ offset: true }).optional(),
  answeredAt: z.string(),
  notices: z.array(z.string()),
};
const figure = z.number().nullable().or(z.nan()).optional();
const status = z.enum(['ok', 'warning', 'critical', 'unknown']);
const latency = z.looseObject({ p50: figure, p95: figure, p99: figure });
const series = z.array(
  z.looseObject({
    metric: z.string(),
    points: z.array(z.looseObject({ at: z.string() })),
  }),
);
const drift = z.looseObject({
  value: z.number().nullable().or(z.nan()),
  status,
  plan: z.looseObject({
    test: z.string(),
    title: z.string(),
    figure: z.string(),
  }),
});
const feature = z.looseObject({
  feature: z.string(),
  type: z.enum(['numeric', 'categorical', 'unknown']),
  rows: z.number(),
  missingShare: figure,
  nonFiniteShare: figure,
  outOfRangeShare: figure,
  unseenCategoryShare: figure,
  drift: drift.optional(),
  status,
});
const slices = z.array(
  z.looseObject({ slice: z.record(z.string(), z.string()), rows: z.number() }),
);

/** What an answer of each kind must have. */
export const answerSchemas: Record<
  Exclude<MonitoringCapability, 'changes'> | 'discovery',
  z.ZodType
> = {
  service: z.looseObject({
    ...answer,
    variants: z.array(
      z.looseObject({
        variant: z.string().optional(),
        requests: figure,
        rate: figure,
        errors: figure,
        errorRatio: figure,
        latency,
      }),
    ),
    series,
  }),
  data: z.looseObject({ ...answer, features: z.array(feature) }),
  feature: z.looseObject({
    ...answer,
    feature,
    tests: z.array(drift),
    series,
  }),
  model: z.looseObject({
    ...answer,
    task: z.string(),
    predictionDrift: drift.optional(),
    labels: z
      .looseObject({ predictions: z.number(), labelled: z.number() })
      .optional(),
    quality: z
      .discriminatedUnion('kind', [
        z.looseObject({
          kind: z.literal('classification'),
          quality: z.looseObject({
            accuracy: z.looseObject({}),
            classes: z.array(z.looseObject({ class: z.string() })),
            macro: z.looseObject({}),
          }),
        }),
        z.looseObject({
          kind: z.literal('regression'),
          quality: z.looseObject({
            mae: z.looseObject({}),
            rmse: z.looseObject({}),
          }),
        }),
        z.looseObject({
          kind: z.literal('estimate'),
          quality: z.looseObject({}),
          check: z.looseObject({ calibrated: z.boolean() }),
        }),
      ])
      .optional(),
    series,
    slices,
    generation: z
      .looseObject({
        timeToFirstTokenMs: latency,
        finishReasons: z.record(z.string(), z.number()),
      })
      .optional(),
  }),
  slices: z.looseObject({
    ...answer,
    columns: z.array(z.string()),
    metric: z.string(),
    slices,
  }),
  comparison: z.looseObject({
    ...answer,
    metrics: z.array(z.looseObject({ metric: z.string() })),
    agreement: z.looseObject({ pairs: z.number() }).optional(),
  }),
  disagreements: z.looseObject({
    ...answer,
    rows: z.array(z.looseObject({ predictionId: z.string() })),
  }),
  alerts: z.looseObject({
    ...answer,
    alerts: z.array(z.looseObject({ name: z.string(), state: z.string() })),
  }),
  discovery: z.array(
    z.looseObject({
      ...answer,
      location: z.string(),
      proposal: z.looseObject({}),
    }),
  ),
};
