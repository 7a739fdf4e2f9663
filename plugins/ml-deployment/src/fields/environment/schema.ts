import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** An environment, as in `spec.environment` of a deployment. */
export const environmentSchema = makeFieldSchema({
  output: z => z.string().describe('Where it runs, such as `production`.'),
});
