import { z } from 'zod';

const choice = <const V extends readonly [string, ...string[]]>(
  values: V,
  question: string,
) => z.enum(values).optional().describe(question);

/**
 * What the advice is asked with. A question that is not answered decides
 * nothing, and the advice says which of these would matter.
 *
 * @public
 */
export const adviceAnswersSchema = z.strictObject({
  risk: choice(
    ['low', 'medium', 'high'],
    'How much harm does one wrong answer do?',
  ),
  reversible: choice(
    ['yes', 'with-effort', 'no'],
    'Can what follows from a wrong answer be taken back?',
  ),
  existingVersion: z
    .boolean()
    .optional()
    .describe('Is there a version in production to compare with?'),
  labelDelay: choice(
    ['minutes', 'hours', 'days', 'weeks', 'never'],
    'When is it known whether an answer was right?',
  ),
  requestsPerDay: z
    .number()
    .min(0)
    .max(1e12)
    .optional()
    .describe('How many requests does it answer on a usual day?'),
  userComparison: z
    .boolean()
    .optional()
    .describe('Is the question what users do with the answers?'),
  state: choice(
    ['stateless', 'session', 'acts'],
    'Does a request stand alone, belong to a session, or make something happen?',
  ),
  workload: choice(
    ['requests', 'queue', 'batch'],
    'Do callers wait for answers, is work taken from a queue, or done in batches?',
  ),
  spareCapacity: choice(
    ['none', 'some', 'double'],
    'How much capacity is there beside the version in production?',
  ),
  latencyObjective: choice(
    ['none', 'relaxed', 'tight'],
    'Is there an objective for latency that a slower version would break?',
  ),
  platform: z
    .array(z.enum(['weights', 'mirror', 'headers', 'variant-metrics']))
    .max(4)
    .optional()
    .describe(
      'What can the platform do: split by weight, mirror, route by header or cookie, tell the figures of versions apart?',
    ),
  regulated: z
    .boolean()
    .optional()
    .describe('Must somebody approve, on evidence, before users meet it?'),
});

/** What the advice is asked with. @public */
export type AdviceAnswers = z.infer<typeof adviceAnswersSchema>;

/** A question of the advice. @public */
export type AdviceQuestion = keyof AdviceAnswers;

/** What a platform can do for a rollout. @public */
export type PlatformAbility = NonNullable<AdviceAnswers['platform']>[number];

/** Abilities of platforms. @public */
export const PLATFORM_ABILITIES: readonly PlatformAbility[] = [
  'weights',
  'mirror',
  'headers',
  'variant-metrics',
];
