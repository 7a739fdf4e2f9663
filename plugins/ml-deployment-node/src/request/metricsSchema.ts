import { z } from 'zod';
import { httpAddress, oneLine } from './fields';

const promDuration = () =>
  z.string().regex(/^[1-9]\d{0,3}[smh]$/, {
    error: 'a time such as `30s` or `5m`',
  });

const metricName = () => oneLine(100);

/** Where an analysis finds its figures, and how often it looks. */
export const metricsSchema = z
  .strictObject({
    address: httpAddress().describe('Where Prometheus answers.'),
    window: promDuration()
      .optional()
      .describe('Time that a figure is taken over; `5m` without it.'),
    interval: promDuration()
      .optional()
      .describe('Time between measurements; `1m` without it.'),
    count: z
      .int()
      .min(1)
      .max(1_000)
      .optional()
      .describe('Measurements of an analysis; 10 without it.'),
    failureLimit: z
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .describe('Failed measurements that are borne; 2 without it.'),
    inconclusiveLimit: z
      .int()
      .min(0)
      .max(1_000)
      .optional()
      .describe('Measurements without a figure that are borne; 2 without it.'),
    leastRequests: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe(
        'Requests of the candidate in the window below which nothing is said; 20 without it.',
      ),
    queries: z
      .record(
        metricName(),
        z
          .string()
          .min(1)
          .max(5_000)
          .refine(query => query.includes('{{version}}'), {
            error: 'a query with {{version}} where a version is selected',
          }),
      )
      .optional()
      .describe(
        'PromQL by metric, with {{version}} for the label of the version; those of Istio are built in.',
      ),
  })
  .superRefine(
    ({ count = 10, failureLimit = 2, inconclusiveLimit = 2 }, ctx) => {
      // The controller refuses limits that cannot be reached.
      for (const [field, limit] of Object.entries({
        failureLimit,
        inconclusiveLimit,
      })) {
        if (limit <= count) continue;
        ctx.addIssue({
          code: 'custom',
          path: [field],
          message: `at most the count of ${count}`,
          input: limit,
        });
      }
    },
  );

const ruleFields = {
  metric: metricName(),
  measure: z.enum(['value', 'difference', 'ratio']).optional(),
  limit: z.number(),
  direction: z.enum(['above', 'below']).optional(),
  description: z.string().max(300).optional(),
};

/** A rule of the plan that holds before the next phase. */
export const ruleSchema = z.strictObject(ruleFields);

/** A rule of the plan that stops the rollout at once. */
export const stopRuleSchema = z.strictObject({
  ...ruleFields,
  action: z.enum(['roll-back', 'pause']).optional(),
});

/** A rule of the plan. */
export type RenderRule = z.infer<typeof stopRuleSchema>;
