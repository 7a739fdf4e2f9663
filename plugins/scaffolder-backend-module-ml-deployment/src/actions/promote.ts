import { promises as fs } from 'node:fs';
import {
  PROMOTION_ACTIONS,
  promotionDiff,
} from '@airworthy/plugin-ml-deployment-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { z as zod } from 'zod';
import { readManifests } from '../lib/manifestFiles';
import { parseFields } from '../lib/parseFields';
import { childPath } from '../lib/paths';
import { writeText } from '../lib/writeText';
import { examples } from './promote.examples';

const stepsSchema = zod.array(zod.number().min(0).max(100)).max(20).optional();

/** Changes the manifests of a rollout as an action of it asks for. */
export function createPromoteAction() {
  return createTemplateAction({
    id: 'ml-deployment:promote',
    description:
      'Changes the manifests of a rollout that is under way: the next step, promotion, the way back, or the end of a shadow.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        action: z =>
          z.enum(PROMOTION_ACTIONS).describe('What is done with the rollout.'),
        path: z =>
          z
            .string()
            .optional()
            .describe('Folder of the manifests, or one file; `manifests`.'),
        steps: z =>
          z
            .array(z.number())
            .optional()
            .describe(
              'Shares of the plan in percent, rising; needed for `next-step` where a step is a change of a manifest.',
            ),
      },
      output: {
        diff: z =>
          z
            .string()
            .describe('The change as a unified diff; empty without one.'),
        files: z =>
          z.array(z.string()).describe('Files that were changed or removed.'),
        commands: z =>
          z
            .array(z.string())
            .describe(
              'What to run where the engine takes the step, and no manifest does.',
            ),
        notices: z => z.array(z.string()).describe('What to know about it.'),
      },
    },
    async handler(ctx) {
      const { path = 'manifests' } = ctx.input;
      const { action, steps } = parseFields(
        { action: zod.enum(PROMOTION_ACTIONS), steps: stepsSchema },
        ctx.input,
      );
      const files = await readManifests(ctx.workspacePath, path);
      const change = promotionDiff({ files, action, steps });
      for (const file of change.files) {
        await writeText(childPath(ctx.workspacePath, file.path), file.content);
      }
      for (const file of change.removed) {
        await fs.rm(childPath(ctx.workspacePath, file));
      }

      if (change.diff) ctx.logger.info(change.diff);
      change.commands.forEach(command => ctx.logger.info(`Run: ${command}`));
      change.notices.forEach(notice => ctx.logger.warn(notice));
      ctx.output('diff', change.diff);
      ctx.output('files', [
        ...change.files.map(file => file.path),
        ...change.removed,
      ]);
      ctx.output('commands', change.commands);
      ctx.output('notices', change.notices);
    },
  });
}
