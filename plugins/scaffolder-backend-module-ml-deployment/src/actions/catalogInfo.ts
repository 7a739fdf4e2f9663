import { promises as fs } from 'node:fs';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { z as zod } from 'zod';
import { editCatalogInfo } from '../catalogInfo/editCatalogInfo';
import { parseFields } from '../lib/parseFields';
import { childPath } from '../lib/paths';
import { writeText } from '../lib/writeText';
import { examples } from './catalogInfo.examples';

const MAX_BYTES = 1_000_000;

const entitiesSchema = zod
  .array(zod.record(zod.string(), zod.unknown()))
  .min(1)
  .max(100);

async function readText(file: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Adds entities to a YAML file, or updates those that are in it. */
export function createCatalogInfoAction() {
  return createTemplateAction({
    id: 'ml-deployment:catalog-info',
    description:
      'Adds entities to a catalog-info.yaml or updates those that are in it, without touching comments and other documents.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entities: z =>
          z
            .array(z.record(z.any()))
            .describe(
              'Entities, found in the file by kind, namespace and name.',
            ),
        path: z =>
          z
            .string()
            .optional()
            .describe('File, made where it is missing; `catalog-info.yaml`.'),
        merge: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether fields that are not given stay as they are; true. Lists are replaced, and null removes a field.',
            ),
      },
      output: {
        path: z => z.string().describe('The file in the workspace.'),
        added: z =>
          z.array(z.string()).describe('References of entities that are new.'),
        updated: z =>
          z.array(z.string()).describe('References of entities that changed.'),
        entityRefs: z =>
          z.array(z.string()).describe('References of all that were given.'),
      },
    },
    async handler(ctx) {
      const { path = 'catalog-info.yaml', merge = true } = ctx.input;
      const { entities } = parseFields(
        { entities: entitiesSchema },
        // Values of expressions have no prototype, so none is like what is read.
        { entities: JSON.parse(JSON.stringify(ctx.input.entities ?? null)) },
      );
      const file = childPath(ctx.workspacePath, path);
      const content = await readText(file);
      if (content && content.length > MAX_BYTES) {
        throw new InputError(
          `${path}: expected at most ${MAX_BYTES} characters, was ${content.length}`,
        );
      }
      const change = editCatalogInfo({ path, content, entities, merge });
      if (change.content !== content) await writeText(file, change.content);

      const said = [
        ...change.added.map(ref => `added ${ref}`),
        ...change.updated.map(ref => `updated ${ref}`),
      ];
      ctx.logger.info(`${path}: ${said.join(', ') || 'no change'}`);
      ctx.output('path', path);
      ctx.output('added', change.added);
      ctx.output('updated', change.updated);
      ctx.output('entityRefs', change.entityRefs);
    },
  });
}
