import { z } from 'zod';
import { shortText, timestamp } from '../fields';
import { mlRolloutPlanSchema } from './plan';

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

const assignmentSchema = z
  .strictObject({
    by: z
      .enum(['header', 'cookie', 'key'])
      .describe('What keeps a user with one variant.'),
    name: shortText(100).describe(
      'Name of the header, of the cookie, or of the field of the request.',
    ),
  })
  .describe('How users are assigned to the variants of an A/B test.');

/** The strategy of a deployment. @public */
export const mlDeploymentStrategySchema = z
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
    hypothesis: shortText(500)
      .optional()
      .describe('What an A/B test is to show.'),
    assignment: assignmentSchema.optional(),
    plan: mlRolloutPlanSchema.optional(),
  })
  .superRefine(({ phase, plan }, ctx) => {
    const count = plan?.phases?.length;
    if (phase === undefined || count === undefined || phase < count) return;
    ctx.addIssue({
      code: 'custom',
      path: ['phase'],
      message: `the index of one of the ${count} phases of the plan, from 0`,
      input: phase,
    });
  })
  .describe('The deployment strategy and where it stands.');

/** A deployment strategy and where it stands. @public */
export type MlDeploymentStrategy = z.infer<typeof mlDeploymentStrategySchema>;
