import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** A reference to a deployment. */
export const deploymentSchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .describe('Reference of an MlDeployment, `mldeployment:default/x`.'),
  uiOptions: z =>
    z.object({
      ownedOnly: z
        .boolean()
        .optional()
        .describe('Offers only what the reader, or a group of theirs, owns.'),
    }),
});
