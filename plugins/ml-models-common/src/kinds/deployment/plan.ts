import { z } from 'zod';
import {
  duration,
  httpUrl,
  keyword,
  ownerRef,
  percent,
  shortText,
  timestamp,
} from '../fields';
import { ruleFields } from './rule';

const checkSchema = z
  .strictObject(ruleFields)
  .describe('A rule that is measured.');

const stopRuleSchema = z
  .strictObject({
    ...ruleFields,
    action: z
      .enum(['roll-back', 'pause'])
      .optional()
      .describe('What happens when it is broken; `roll-back` without it.'),
  })
  .describe('A rule that stops the rollout at once when it is broken.');

const phaseSchema = z
  .strictObject({
    name: shortText(100).describe('Name of the phase.'),
    traffic: percent()
      .optional()
      .describe('Share of the candidate in this phase, in percent.'),
    duration: duration()
      .optional()
      .describe('How long the phase lasts at least.'),
    sampleSize: z
      .int()
      .positive()
      .optional()
      .describe(
        'Requests that each variant must have answered before the phase is judged.',
      ),
    criteria: z
      .array(shortText(300))
      .max(20)
      .optional()
      .describe('What people check before the next phase, in words.'),
    checks: z
      .array(checkSchema)
      .max(50)
      .optional()
      .describe('What is measured before the next phase; all must hold.'),
  })
  .describe('One phase of the rollout.');

const roleSchema = z
  .strictObject({
    name: shortText(100).describe(
      'The role, such as `decides`, `watches` or `on call`.',
    ),
    owner: ownerRef().describe('The group or user that has it.'),
  })
  .describe('Who does what.');

const budgetSchema = z
  .strictObject({
    amount: z.number().min(0).describe('The amount.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, {
        error: 'an ISO 4217 currency code such as "EUR"',
      })
      .describe('ISO 4217 code of the currency.'),
    per: z
      .enum(['rollout', 'month'])
      .optional()
      .describe('What the amount is for; the `rollout` without it.'),
  })
  .describe('What it may cost.');

const timescaleSchema = z
  .strictObject({
    start: timestamp().optional().describe('When it is to begin, in UTC.'),
    end: timestamp().optional().describe('When it is to be done, in UTC.'),
  })
  .refine(t => !t.start || !t.end || Date.parse(t.start) < Date.parse(t.end), {
    error: 'an end that is after the start',
  })
  .describe('When it is to happen.');

/** What was planned for a rollout. @public */
export const mlRolloutPlanSchema = z
  .strictObject({
    url: httpUrl().optional().describe('The plan as a document.'),
    target: keyword()
      .optional()
      .describe(
        'What carries the rollout out, such as `kserve`, `argo-rollouts` or `gateway-api`.',
      ),
    phases: z
      .array(phaseSchema)
      .max(20)
      .optional()
      .describe('The phases in their order.'),
    stopRules: z
      .array(stopRuleSchema)
      .max(50)
      .optional()
      .describe('Rules that hold in every phase.'),
    rollback: z
      .string()
      .max(2_000)
      .optional()
      .describe('How to go back to the previous version.'),
    rollbackTime: duration()
      .optional()
      .describe('How long it takes to go back.'),
    roles: z.array(roleSchema).max(20).optional().describe('Who does what.'),
    budget: budgetSchema.optional(),
    timescale: timescaleSchema.optional(),
    resources: z
      .array(shortText(300))
      .max(50)
      .optional()
      .describe(
        'What it needs while it runs, such as `2 nvidia-l4 for a week`.',
      ),
  })
  .describe('What was planned.');

/** A rule that a rollout measures before its next phase. @public */
export type MlRolloutCheck = z.infer<typeof checkSchema>;
/** A rule that stops a rollout at once. @public */
export type MlRolloutStopRule = z.infer<typeof stopRuleSchema>;
/** One phase of a rollout. @public */
export type MlRolloutPlanPhase = z.infer<typeof phaseSchema>;
/** The plan of a rollout. @public */
export type MlRolloutPlan = z.infer<typeof mlRolloutPlanSchema>;
