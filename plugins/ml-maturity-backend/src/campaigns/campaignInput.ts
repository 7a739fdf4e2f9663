import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { createZodV4FilterPredicateSchema } from '@backstage/filter-predicates';
import { z } from 'zod';

const SCOPE_BYTES = 20_000;

const title = () => z.string().trim().min(1).max(200);
const description = () => z.string().max(10_000);
const moment = () =>
  z.iso
    .datetime({
      error: 'a time in UTC, ISO 8601, such as "2026-03-01T12:00:00Z"',
    })
    .transform(text => new Date(text).toISOString());
const days = () => z.number().int().min(1).max(365);

const owner = () =>
  z
    .string()
    .min(1)
    .max(600)
    .transform((text, context) => {
      try {
        const ref = parseEntityRef(text, {
          defaultKind: 'Group',
          defaultNamespace: 'default',
        });
        return stringifyEntityRef(ref);
      } catch {
        context.addIssue({
          code: 'custom',
          message: 'a group or user such as "group:default/platform"',
          input: text,
        });
        return z.NEVER;
      }
    });

const scope = () =>
  z
    .union([z.strictObject({}), createZodV4FilterPredicateSchema()])
    .refine(value => JSON.stringify(value).length <= SCOPE_BYTES, {
      error: `a predicate of at most ${SCOPE_BYTES} characters`,
    });

/** Schema of a new campaign. */
export const campaignInput = z
  .strictObject({
    title: title(),
    description: description().optional(),
    rubric: z.string().min(1).max(63).optional(),
    goal: z.union([
      z.strictObject({
        checks: z.array(z.string().min(1).max(100)).min(1).max(500),
      }),
      z.strictObject({ level: z.number().int().min(1).max(100) }),
    ]),
    scope: scope().default({}),
    owner: owner(),
    startsAt: moment(),
    dueAt: moment(),
    remindEveryDays: days().optional(),
  })
  .refine(({ startsAt, dueAt }) => Date.parse(dueAt) > Date.parse(startsAt), {
    path: ['dueAt'],
    error: 'a time after startsAt',
  });

/** Schema of changes of a campaign. */
export const campaignPatch = z.strictObject({
  title: title().optional(),
  description: description().nullable().optional(),
  scope: scope().optional(),
  owner: owner().optional(),
  startsAt: moment().optional(),
  dueAt: moment().optional(),
  remindEveryDays: days().nullable().optional(),
});

/** Schema of a promotion that is asked for. */
export const promotionInput = z
  .strictObject({
    effectiveFrom: z.iso
      .date({ error: 'a day such as "2026-03-01"' })
      .optional(),
    level: z.number().int().min(0).max(100).optional(),
  })
  .default({});
