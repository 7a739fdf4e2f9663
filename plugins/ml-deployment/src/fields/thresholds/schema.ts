import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Limits, as in `spec.monitoring.thresholds` of a deployment. */
export const thresholdsSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        metric: z.string().describe('What is watched, such as `error_ratio`.'),
        feature: z
          .string()
          .optional()
          .describe('The feature that it is for; every one without it.'),
        variant: z
          .string()
          .optional()
          .describe('The variant that it is for; every one without it.'),
        warning: z.number().optional().describe('From here on it warns.'),
        critical: z
          .number()
          .optional()
          .describe('From here on it is critical.'),
        direction: z
          .enum(['above', 'below'])
          .optional()
          .describe('Which side of a limit is bad; `above` without it.'),
        windows: z
          .number()
          .int()
          .min(1)
          .max(100)
          .optional()
          .describe('How many windows in a row must break it.'),
      }),
    ),
  uiOptions: z =>
    z.object({
      taskFrom: z
        .string()
        .optional()
        .describe(
          'The parameter with the value of an MlModelVersionPicker, whose task decides what is proposed.',
        ),
    }),
});
