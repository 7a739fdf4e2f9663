import { z } from 'zod';
import { markdown } from '../rubric/fields';

/** The longest time that a waiver may last, in days. @public */
export const MAX_WAIVER_DAYS = 366;

const DAY = 86_400_000;

/** Schema of a request for a waiver, as it is sent. @public */
export function waiverRequestSchema(
  now: Date,
  options: { maxDays?: number } = {},
) {
  const latest = now.getTime() + (options.maxDays ?? MAX_WAIVER_DAYS) * DAY;
  return z.strictObject({
    action: z.literal('request'),
    reason: markdown(5_000),
    expiresAt: z.iso
      .datetime({
        error: 'a time in UTC, ISO 8601, such as "2026-03-01T12:00:00Z"',
      })
      .refine(value => Date.parse(value) > now.getTime(), {
        error: 'a time in the future',
      })
      .refine(value => Date.parse(value) <= latest, {
        error: `a time not after ${new Date(latest).toISOString()}`,
      }),
  });
}

/** Schema of a decision on a waiver, as it is sent. @public */
export const waiverDecisionSchema = z.strictObject({
  action: z.enum(['approve', 'refuse', 'revoke']),
  /** The waiver that is decided on: a newer request is not decided unseen. */
  waiverId: z.string().min(1).max(100),
  reason: markdown(5_000).optional(),
});

/** A request for a waiver. @public */
export type WaiverRequest = z.output<ReturnType<typeof waiverRequestSchema>>;

/** A decision on a waiver. @public */
export type WaiverDecisionInput = z.output<typeof waiverDecisionSchema>;
