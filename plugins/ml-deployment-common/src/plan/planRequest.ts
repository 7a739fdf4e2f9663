import { STRATEGY_TYPES } from '@airworthy/plugin-ml-models-common';
import { z } from 'zod';

const share = (meaning: string) => z.number().min(0).max(1).describe(meaning);

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\S(.*\S)?$/, {
      error: 'a text on one line, without space around it',
    });

const stepsSchema = z
  .array(z.number().gt(0).max(100))
  .min(1)
  .max(20)
  .superRefine((steps, ctx) => {
    steps.forEach((step, i) => {
      if (i === 0 || step > steps[i - 1]) return;
      ctx.addIssue({
        code: 'custom',
        path: [i],
        message: `a share above the ${steps[i - 1]} of the step before`,
        input: step,
      });
    });
  });

/** What a plan is made from. @public */
export const planRequestSchema = z.strictObject({
  strategy: z.enum(STRATEGY_TYPES).describe('How the version reaches users.'),
  target: z
    .string()
    .max(63)
    .optional()
    .describe('What carries the rollout out, such as `argo-rollouts`.'),
  deployment: z.strictObject({
    name: z.string().min(1).max(63),
    title: text(200).optional(),
    owner: z.string().min(1).max(300).describe('Reference of group or user.'),
    runbook: z.string().max(2_048).optional(),
  }),
  model: z.strictObject({
    ref: z.string().min(1).max(300),
    task: z.enum(['classification', 'regression', 'generation', 'other']),
    stableVersion: text(63).optional(),
    candidateVersion: text(63),
  }),
  requestsPerDay: z
    .number()
    .gt(0)
    .max(1e12)
    .describe('Requests on a usual day.'),
  trafficSteps: stepsSchema
    .optional()
    .describe('Shares of the candidate in percent, rising; the last is 100.'),
  errorRatio: z
    .strictObject({
      baseline: share('Share of failed requests now.'),
      smallestIncrease: share('The least rise that must not be missed.').gt(0),
    })
    .optional(),
  latency: z
    .strictObject({
      baselineP95: z.number().gt(0).describe('Milliseconds.'),
      objectiveP95: z.number().gt(0).optional().describe('Milliseconds.'),
      smallestIncrease: z
        .number()
        .gt(0)
        .max(10)
        .describe('The least rise that must not be missed, as a share.'),
    })
    .optional(),
  quality: z
    .strictObject({
      metric: text(100),
      baseline: z.number(),
      smallestChange: z.number().gt(0),
      /** Of one row's contribution, for means; shares need none. */
      deviation: z.number().gt(0).optional(),
      labelDelay: z.iso.duration().optional(),
    })
    .optional(),
  alpha: z.number().gt(0).max(0.5).optional(),
  power: z.number().min(0.5).lt(1).optional(),
  roles: z
    .array(
      z.strictObject({ name: text(100), owner: z.string().min(1).max(300) }),
    )
    .max(20)
    .optional(),
  budget: z
    .strictObject({
      amount: z.number().min(0),
      currency: z.string().regex(/^[A-Z]{3}$/),
      per: z.enum(['rollout', 'month']).optional(),
    })
    .optional(),
  start: z.iso.datetime().optional(),
  resources: z.array(text(300)).max(50).optional(),
  hypothesis: text(500).optional(),
});

/** What a plan is made from. @public */
export type PlanRequest = z.infer<typeof planRequestSchema>;
