import {
  ML_DEPLOYMENT_WORKSPACE_TOPIC,
  MlDeploymentWorkspaceEvent,
} from '@airworthy/plugin-ml-deployment-node';
import { Config } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { z as zod } from 'zod';
import { parseFields } from '../lib/parseFields';
import { childPath } from '../lib/paths';
import { assertUnclaimed } from '../repositories/assertUnclaimed';
import { authorOf } from '../repositories/authorOf';
import { entityRefsOf } from '../repositories/entityRefsOf';
import { RepositoriesProvider } from '../repositories/provideRepositories';
import { readSource } from '../repositories/readSource';
import { PUBLISH_MODES } from '../repositories/types';
import { untilRead } from '../repositories/untilRead';
import { examples } from './workspacePublish.examples';

// The catalog reads a repository about a second after it is announced.
const PATIENCE_MS = 20_000;

const inputSchema = {
  repository: zod.string(),
  sourcePath: zod.string().default('.'),
  mode: zod.enum(PUBLISH_MODES),
  expectedCommit: zod
    .string()
    .regex(/^([0-9a-f]{40})?$/, {
      error: 'the 40 digits of a commit, or an empty text',
    })
    .optional(),
  message: zod.string().trim().min(1).max(5_000),
  catalogInfoPath: zod.string().default('catalog-info.yaml'),
  branch: zod
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][\w-]*(?:[./][\w-]+)*$/, {
      error: 'the name of a branch, such as `main`',
    })
    .optional(),
};

/** Writes the workspace of a task as a commit of a local repository. */
export function createWorkspacePublishAction(options: {
  catalog: CatalogService;
  config: Config;
  events: EventsService;
  repositories: RepositoriesProvider;
  /** How long the catalog may take to read what was written. */
  patienceMs?: number;
}) {
  const { catalog, config, events, repositories } = options;
  const { patienceMs = PATIENCE_MS } = options;
  return createTemplateAction({
    id: 'ml-deployment:workspace:publish',
    description:
      'Writes files of the workspace as a commit of a local git repository, whose entities the catalog then reads.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repository: z =>
          z
            .string()
            .describe(
              'Name of the repository: lower-case letters, digits and dashes.',
            ),
        mode: z =>
          z
            .enum(PUBLISH_MODES)
            .describe('Whether the repository may or must exist.'),
        message: z => z.string().describe('Message of the commit.'),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace to publish; its root.'),
        expectedCommit: z =>
          z
            .string()
            .optional()
            .describe(
              'The commit that the files were fetched from; another one by now is a conflict. With it, files that are not in the folder any more are removed. An empty text stands for a repository that did not exist.',
            ),
        catalogInfoPath: z =>
          z
            .string()
            .optional()
            .describe(
              'File whose entities are checked and given as `entityRefs`; `catalog-info.yaml`, which is the one that the catalog reads.',
            ),
        branch: z =>
          z
            .string()
            .optional()
            .describe(
              'Branch: `main` for a new repository, else the one that is checked out.',
            ),
      },
      output: {
        repository: z => z.string().describe('Name of the repository.'),
        path: z => z.string().describe('Absolute path of its folder.'),
        commit: z =>
          z.string().describe('Its newest commit; empty before the first.'),
        files: z =>
          z.array(z.string()).describe('Files that the commit changes.'),
        entityRefs: z =>
          z
            .array(z.string())
            .describe('References of the entities in its catalog-info.yaml.'),
      },
    },
    async handler(ctx) {
      const { sourcePath, catalogInfoPath, ...input } = parseFields(
        inputSchema,
        ctx.input,
      );
      const { repository } = input;
      const local = repositories();
      const source = childPath(ctx.workspacePath, sourcePath, 'sourcePath');
      const files = await readSource(source, sourcePath);
      const entityRefs = entityRefsOf(files, catalogInfoPath);
      if (!entityRefs.length) {
        ctx.logger.warn(
          `There is no ${catalogInfoPath}, so the catalog finds no entities`,
        );
      }
      await assertUnclaimed(catalog, {
        entityRefs,
        file: await local.pathOf(repository, catalogInfoPath),
        credentials: await ctx.getInitiatorCredentials(),
      });
      const request = {
        ...input,
        files,
        author: authorOf(ctx.user, config),
        task: `${ctx.task.id}/${ctx.step?.id ?? 'publish'}`,
      };

      const published = ctx.isDryRun
        ? await local.preview(request)
        : await ctx.checkpoint({
            key: `publish.${repository}`,
            fn: async () => {
              const {
                path,
                commit = '',
                ...rest
              } = await local.publish(request);
              return { path, commit, ...rest };
            },
          });
      const { path, commit = '', isNew } = published;
      if (!ctx.isDryRun) {
        const eventPayload: MlDeploymentWorkspaceEvent = { repository, commit };
        await events.publish({
          topic: ML_DEPLOYMENT_WORKSPACE_TOPIC,
          eventPayload,
        });
        const unread = entityRefs.length
          ? await untilRead(catalog, {
              entityRefs,
              credentials: await ctx.getInitiatorCredentials(),
              patienceMs,
              signal: ctx.signal,
            })
          : [];
        if (unread.length) {
          ctx.logger.warn(`The catalog does not have ${unread.join(', ')} yet`);
        }
      }

      const verb = isNew ? 'make' : 'change';
      ctx.logger.info(
        ctx.isDryRun
          ? `Would ${verb} ${repository}: ${published.files.join(', ')}`
          : `Repository ${repository} is at ${commit}; ${published.files.length} files changed`,
      );
      ctx.output('repository', repository);
      ctx.output('path', path);
      ctx.output('commit', commit);
      ctx.output('files', published.files);
      ctx.output('entityRefs', entityRefs);
    },
  });
}
