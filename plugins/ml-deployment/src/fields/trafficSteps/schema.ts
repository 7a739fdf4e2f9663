import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Shares of the new version in percent, rising; the last is 100. */
export const stepsSchema = makeFieldSchema({
  output: z =>
    z
      .array(z.number().min(1).max(100))
      .describe('Shares in percent, rising; the last is 100.'),
  uiOptions: z =>
    z.object({
      max: z
        .number()
        .int()
        .min(1)
        .max(20)
        .optional()
        .describe('The most steps that may be listed; 20 without it.'),
    }),
});
