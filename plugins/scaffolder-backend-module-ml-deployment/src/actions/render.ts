import {
  RenderRequest,
  renderManifests,
  renderRequestSchema,
  serialiseManifests,
} from '@airworthy/plugin-ml-deployment-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { outlineOf } from '../lib/outline';
import { childPath, relativePath } from '../lib/paths';
import { writeText } from '../lib/writeText';
import { examples } from './render.examples';

/** Writes the manifests of a rollout. */
export function createRenderAction() {
  return createTemplateAction({
    id: 'ml-deployment:render',
    description:
      'Writes the manifests of a rollout for KServe, Argo Rollouts or the Gateway API.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        request: z =>
          z
            .record(z.any())
            .describe(
              outlineOf(
                'What the manifests are made from.',
                renderRequestSchema,
              ),
            ),
        path: z =>
          z.string().optional().describe('Folder to write into; `manifests`.'),
      },
      output: {
        files: z =>
          z
            .array(z.string())
            .describe('Paths in the workspace, in the order to apply them.'),
        notices: z =>
          z.array(z.string()).describe('What to know before they are applied.'),
      },
    },
    async handler(ctx) {
      const { request, path = 'manifests' } = ctx.input;
      const folder = childPath(ctx.workspacePath, path);
      // Reads the request by its schema itself.
      const rendered = renderManifests(request as RenderRequest);
      const files: string[] = [];
      for (const file of serialiseManifests(rendered.files)) {
        const target = childPath(folder, file.path, `file ${file.path}`);
        await writeText(target, file.content);
        files.push(relativePath(ctx.workspacePath, target));
      }

      ctx.logger.info(`Wrote ${files.join(', ')}`);
      rendered.notices.forEach(notice => ctx.logger.warn(notice));
      ctx.output('files', files);
      ctx.output('notices', rendered.notices);
    },
  });
}
