import { z } from 'zod';
import { DriftTest } from '@airworthy/plugin-ml-monitoring-common';
import {
  Placeholder,
  QueryTemplate,
  parseTemplate,
  uses,
} from '../promql/template';

const TESTS = [
  'psi',
  'jensen-shannon',
  'kullback-leibler',
  'hellinger',
  'l-infinity',
  'kolmogorov-smirnov',
  'wasserstein',
  'chi-square',
  'z-test',
] as const satisfies readonly DriftTest[];

const labelName = () =>
  z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, {
    error: 'expected a Prometheus label name such as "model_name"',
  });

const metricName = () =>
  z.string().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, {
    error: 'expected the name of a metric such as "requests_total"',
  });

/** PromQL with places to fill in, some of which it must have. */
const query = (...needed: Placeholder[]) =>
  z
    .string()
    .min(1)
    .max(10_000)
    .transform((text, ctx): QueryTemplate => {
      try {
        const template = parseTemplate(text);
        const missing = (['selector', ...needed] as const).find(
          name => !uses(template, name),
        );
        // Without the selector every deployment would be shown the same figures.
        if (!missing) return template;
        ctx.addIssue(`expected {{${missing}}} in the query`);
      } catch (error) {
        ctx.addIssue((error as Error).message);
      }
      return z.NEVER;
    });

const unit = () => z.enum(['s', 'ms', 'us']).default('s');

const generation = z.strictObject({
  inputTokens: query('window').optional(),
  outputTokens: query('window').optional(),
  timeToFirstToken: query('window', 'quantile').optional(),
  timeToFirstTokenUnit: unit(),
  tokensPerSecond: query('window').optional(),
  finishReasons: query('window').optional(),
  finishReasonLabel: labelName().default('finished_reason'),
});

const data = z.strictObject({
  featureLabel: labelName(),
  rows: query(),
  missingShare: query().optional(),
  nonFiniteShare: query().optional(),
  outOfRangeShare: query().optional(),
  unseenCategoryShare: query().optional(),
  distinct: query().optional(),
  drift: z
    .strictObject({
      query: query(),
      test: z.enum(TESTS),
      figure: z.enum(['distance', 'statistic', 'p-value']).default('distance'),
      warning: z.number().optional(),
      critical: z.number().optional(),
    })
    .refine(
      ({ warning, critical }) =>
        warning !== undefined || critical !== undefined,
      { error: 'expected a warning or a critical limit, or both' },
    )
    .optional(),
});

const discovery = z.strictObject({
  metrics: z.array(metricName()).min(1).max(10),
  names: z.record(labelName(), z.array(z.string().max(100)).min(1).max(10)),
});

/** A preset as app-config writes it. */
export const presetSchema = z.strictObject({
  title: z.string().min(1).max(100).optional(),
  variantLabel: labelName().optional(),
  versionLabel: labelName().optional(),
  notices: z.array(z.string().max(500)).max(10).default([]),
  requests: query('window').optional(),
  errors: query('window').optional(),
  latency: query('window', 'quantile').optional(),
  latencyBuckets: query('window').optional(),
  meanLatency: query('window').optional(),
  latencyUnit: unit(),
  saturation: query().optional(),
  freshness: query().optional(),
  generation: generation.optional(),
  data: data.optional(),
  model: z
    .record(
      z.string().min(1).max(100),
      z.strictObject({
        query: query(),
        unit: z.string().max(20).default(''),
      }),
    )
    .optional(),
  discovery: discovery.optional(),
});

/** A preset of app-config, read. */
export type PresetConfig = z.infer<typeof presetSchema>;
