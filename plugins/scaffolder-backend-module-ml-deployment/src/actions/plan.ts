import {
  makePlan,
  planMarkdown,
  planRequestSchema,
} from '@airworthy/plugin-ml-deployment-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { outlineOf } from '../lib/outline';
import { parseFields } from '../lib/parseFields';
import { childPath } from '../lib/paths';
import { writeText } from '../lib/writeText';
import { assertVersion } from '../models/assertVersion';
import { examples } from './plan.examples';

/** Plans a rollout, for its entity and for people. */
export function createPlanAction({
  catalog,
}: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
}) {
  return createTemplateAction({
    id: 'ml-deployment:plan',
    description:
      'Plans the rollout of a model: phases with durations, what is measured, when to stop, and how to go back. Writes it as Markdown.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        request: z =>
          z
            .record(z.any())
            .describe(
              outlineOf('What the plan is made from.', planRequestSchema),
            ),
        path: z =>
          z
            .string()
            .optional()
            .describe('File to write; `DEPLOYMENT_PLAN.md`.'),
      },
      output: {
        strategy: z =>
          z
            .record(z.any())
            .describe('Goes into `spec.strategy` of the deployment.'),
        monitoring: z =>
          z
            .record(z.any())
            .describe(
              'Goes into `spec.monitoring` of the deployment, beside its sources.',
            ),
        plan: z =>
          z
            .record(z.any())
            .describe('All of the plan, with its sample sizes and notices.'),
        markdown: z => z.string().describe('What the file says.'),
      },
    },
    async handler(ctx) {
      const { path = 'DEPLOYMENT_PLAN.md' } = ctx.input;
      const { request } = parseFields(
        { request: planRequestSchema },
        ctx.input,
      );
      const target = childPath(ctx.workspacePath, path);
      await assertVersion(
        catalog,
        request.model,
        await ctx.getInitiatorCredentials(),
      );
      const plan = makePlan(request);
      const markdown = planMarkdown(plan);
      await writeText(target, markdown);

      plan.notices.forEach(notice => ctx.logger.warn(notice));
      ctx.logger.info(`Wrote ${path}`);
      ctx.output('strategy', plan.strategy as unknown as JsonObject);
      ctx.output('monitoring', plan.monitoring as unknown as JsonObject);
      ctx.output('plan', plan as unknown as JsonObject);
      ctx.output('markdown', markdown);
    },
  });
}
