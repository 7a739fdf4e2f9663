import {
  ManifestText,
  parseManifests,
  validateManifests,
} from '@airworthy/plugin-ml-deployment-node';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readManifests } from '../lib/manifestFiles';
import { examples } from './validate.examples';

const MAX_PROBLEMS = 20;

/** Documents of all files, each with the file that it is in. */
function documentsOf(files: readonly ManifestText[]) {
  return files.flatMap(file =>
    parseManifests([file]).map(document => ({ path: file.path, document })),
  );
}

/** Holds manifests against their schemas and the rules of their engines. */
export function createValidateAction() {
  return createTemplateAction({
    id: 'ml-deployment:validate',
    description:
      'Validates manifests against the schemas of their kinds and the rules of KServe, Argo Rollouts, Istio and the Gateway API.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder whose .yaml and .yml files are validated, or one file; `manifests`.',
            ),
        closed: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether all that a manifest refers to must be among them.',
            ),
      },
      output: {
        files: z => z.array(z.string()).describe('What was validated.'),
        unchecked: z =>
          z
            .array(z.string())
            .describe('Kinds that no schema is known for, not validated.'),
      },
    },
    async handler(ctx) {
      const { path = 'manifests', closed } = ctx.input;
      const files = await readManifests(ctx.workspacePath, path);
      const documents = documentsOf(files);
      if (!documents.length) {
        throw new InputError(
          `path: expected manifests, was ${path}, whose files are empty`,
        );
      }
      const { problems, unchecked } = validateManifests(
        documents.map(({ document }) => document),
        { closed },
      );
      if (problems.length) {
        const sentences = problems.map(
          ({ document, message }) =>
            `${documents[document.index].path}: ${message}`,
        );
        const rest = sentences.length - MAX_PROBLEMS;
        throw new InputError(
          sentences.slice(0, MAX_PROBLEMS).join('; ') +
            (rest > 0 ? `; and ${rest} more` : ''),
        );
      }

      ctx.logger.info(
        `Manifests: ${documents.length}, files: ${files.length}, all valid`,
      );
      unchecked.forEach(kind =>
        ctx.logger.warn(`No schema is known for ${kind}: it was not validated`),
      );
      ctx.output(
        'files',
        files.map(file => file.path),
      );
      ctx.output('unchecked', unchecked);
    },
  });
}
