import { TARGET_IDS } from '@airworthy/plugin-ml-deployment-common';
import { STRATEGY_TYPES } from '@airworthy/plugin-ml-models-common';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** How a version reaches users, on what, and the answers that led there. */
export const strategySchema = makeFieldSchema({
  output: z =>
    z.object({
      strategy: z.enum(STRATEGY_TYPES).optional().describe('The strategy.'),
      target: z
        .enum(TARGET_IDS)
        .optional()
        .describe('What carries the rollout out.'),
      answers: z
        .object({
          risk: z.enum(['low', 'medium', 'high']).optional(),
          reversible: z.enum(['yes', 'with-effort', 'no']).optional(),
          existingVersion: z.boolean().optional(),
          labelDelay: z
            .enum(['minutes', 'hours', 'days', 'weeks', 'never'])
            .optional(),
          requestsPerDay: z.number().min(0).optional(),
          userComparison: z.boolean().optional(),
          state: z.enum(['stateless', 'session', 'acts']).optional(),
          workload: z.enum(['requests', 'queue', 'batch']).optional(),
          spareCapacity: z.enum(['none', 'some', 'double']).optional(),
          latencyObjective: z.enum(['none', 'relaxed', 'tight']).optional(),
          platform: z
            .array(z.enum(['weights', 'mirror', 'headers', 'variant-metrics']))
            .optional(),
          regulated: z.boolean().optional(),
        })
        .optional()
        .describe('Answers to the questions of the advice.'),
    }),
  uiOptions: z =>
    z.object({
      strategy: z
        .enum(STRATEGY_TYPES)
        .optional()
        .describe('The strategy of the template, where it is not a choice.'),
    }),
});

/** What is chosen; each part may be missing while the form is filled in. */
export type StrategyValue = typeof strategySchema.TOutput;
