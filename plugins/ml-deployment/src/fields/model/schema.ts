import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A model with the version to release. */
export const modelSchema = makeFieldSchema({
  output: z =>
    z.object({
      ref: z.string().describe('Reference of the MlModel.'),
      version: z.string().optional().describe('The version to release.'),
      stableVersion: z
        .string()
        .optional()
        .describe('The version that users have now.'),
      task: z
        .enum(['classification', 'regression', 'generation', 'other'])
        .optional()
        .describe('What kind of answers it gives; filled in from its type.'),
      title: z.string().optional().describe('Its title; filled in.'),
      owner: z.string().optional().describe('Its owner; filled in.'),
    }),
  uiOptions: z =>
    z.object({
      needsStable: z
        .boolean()
        .optional()
        .describe('Whether a version in production must be chosen too.'),
      ownedOnly: z
        .boolean()
        .optional()
        .describe('Offers only what the reader, or a group of theirs, owns.'),
    }),
});

/** A model with the version to release; a link may fill in the reference alone. */
export type ModelValue = typeof modelSchema.TOutput;
