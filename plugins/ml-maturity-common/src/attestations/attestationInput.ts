import { z } from 'zod';
import { duration, httpUrl, markdown } from '../rubric/fields';
import { AttestationField, AttestationQuestion } from '../rubric/types';
import { addDuration } from './expiry';

function fieldSchema(field: AttestationField): z.ZodType {
  switch (field.type) {
    case 'text':
      return z.string().trim().min(1).max(field.maxLength);
    case 'number': {
      let schema = z.number();
      if (field.min !== undefined) schema = schema.min(field.min);
      if (field.max !== undefined) schema = schema.max(field.max);
      return schema;
    }
    case 'duration':
      return duration();
    case 'date':
      return z.iso.date({ error: 'a day such as "2026-03-01"' });
    case 'boolean':
      return z.boolean();
    default: {
      const option = z.enum(field.options as [string, ...string[]]);
      if (!field.items) return option;
      const shape = Object.fromEntries(
        field.items.map(item => [
          item,
          field.required ? option : option.optional(),
        ]),
      );
      return z.strictObject(shape);
    }
  }
}

/** Schema of the typed fields of an answer. */
export function fieldsSchema(
  fields: readonly AttestationField[],
  all: boolean,
) {
  return z.strictObject(
    Object.fromEntries(
      fields.map(field => {
        const schema = fieldSchema(field);
        return [field.id, field.required && all ? schema : schema.optional()];
      }),
    ),
  );
}

/**
 * Schema of an answer to a question, as it is sent.
 *
 * @remarks
 * An expiry may be earlier than what the check allows, never later. With a
 * "no" the fields and the evidence may be left out.
 *
 * @public
 */
export function attestationInputSchema(
  question: AttestationQuestion,
  now: Date,
) {
  const latest = addDuration(now.getTime(), question.expiresAfter);
  const common = {
    comment: markdown(5_000).optional(),
    expiresAt: z.iso
      .datetime({
        error: 'a time in UTC, ISO 8601, such as "2026-03-01T12:00:00Z"',
      })
      .refine(value => Date.parse(value) > now.getTime(), {
        error: 'a time in the future',
      })
      .refine(value => Date.parse(value) <= latest, {
        error: `a time not after ${new Date(latest).toISOString()}`,
      })
      .optional(),
    /** Id of the answer that the author saw, so that a newer one is not replaced unseen. */
    previousId: z.string().max(100).nullable().optional(),
  };
  const evidence = z
    .strictObject({
      url: httpUrl().optional(),
      text: markdown(5_000).optional(),
    })
    .refine(value => value.url !== undefined || value.text !== undefined, {
      error: 'a link or a text',
    });
  const fields = question.fields ?? [];
  const demanding = fields.some(field => field.required);
  return z.discriminatedUnion('answer', [
    z.strictObject({
      answer: z.literal('yes'),
      fields: demanding
        ? fieldsSchema(fields, true)
        : fieldsSchema(fields, true).default({}),
      evidence:
        question.evidence === 'required' ? evidence : evidence.optional(),
      ...common,
    }),
    z.strictObject({
      answer: z.literal('no'),
      fields: fieldsSchema(fields, false).default({}),
      evidence: evidence.optional(),
      ...common,
    }),
  ]);
}

/** An answer as it was sent and validated. @public */
export type AttestationInput = z.output<
  ReturnType<typeof attestationInputSchema>
>;

/** When an answer that was given now expires, ISO 8601. @public */
export function attestationExpiry(
  question: AttestationQuestion,
  input: { expiresAt?: string },
  now: Date,
): string {
  return (
    input.expiresAt ??
    new Date(addDuration(now.getTime(), question.expiresAfter)).toISOString()
  );
}
