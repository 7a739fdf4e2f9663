import { z } from 'zod';
import { duration, line, markdown } from './fields';
import { RUBRIC_LIMITS } from './limits';

const fieldShape = {
  id: z
    .string()
    .min(1)
    .max(63)
    // Rules read fields as `fields.<id>`, and CEL has no hyphen in a name.
    .regex(/^[a-z][a-zA-Z0-9]*$/, {
      error: 'letters and digits, first one lower-case, such as "budget"',
    })
    .refine(value => value !== 'constructor' && value !== 'prototype', {
      error: 'a name that is not reserved',
    }),
  title: line(120),
  description: markdown(1_000).optional(),
  required: z.boolean().default(false),
};

const options = () => z.array(line(100)).min(2).max(50);

/** Schema of a typed field of an answer. @public */
export const attestationFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...fieldShape,
    type: z.literal('text'),
    maxLength: z.int().min(1).max(10_000).default(2_000),
  }),
  z.strictObject({
    ...fieldShape,
    type: z.literal('number'),
    unit: line(30).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ ...fieldShape, type: z.literal('duration') }),
  z.strictObject({ ...fieldShape, type: z.literal('date') }),
  z.strictObject({ ...fieldShape, type: z.literal('boolean') }),
  z.strictObject({
    ...fieldShape,
    type: z.literal('choice'),
    options: options(),
    items: z
      .array(line(100))
      .min(1)
      .max(50)
      .optional()
      .describe('One choice for each of these; one choice without it.'),
  }),
]);

/** Schema of what a person is asked for a check. @public */
export const attestationQuestionSchema = z.strictObject({
  question: markdown(2_000),
  fields: z.array(attestationFieldSchema).max(20).optional(),
  passIf: z
    .string()
    .min(1)
    .max(RUBRIC_LIMITS.rule)
    .optional()
    .describe(
      'CEL over `fields`, each present if it was filled in; with it a "yes" passes only when this is true.',
    ),
  evidence: z.enum(['optional', 'required']).default('optional'),
  standsInFor: z
    .enum(['unknown', 'fail'])
    .default('unknown')
    .describe(
      'Beside a rule: whether the answer counts only while facts are missing, or also where the rule did not find what it looks for, because the proof may lie elsewhere.',
    ),
  expiresAfter: duration().describe('How long an answer holds.'),
});
