import { promises as fs } from 'node:fs';
import { dirname } from 'node:path';
import { isGitPath } from '@airworthy/plugin-ml-deployment-node';
import { InputError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { childPath } from '../lib/paths';
import { isPlainFile } from '../repositories/GitTree';
import { RepositoriesProvider } from '../repositories/provideRepositories';
import { REPOSITORY_LIMITS } from '../repositories/types';
import { examples } from './workspaceFetch.examples';

/** Copies the files of a local repository into the workspace of a task. */
export function createWorkspaceFetchAction(options: {
  repositories: RepositoriesProvider;
}) {
  return createTemplateAction({
    id: 'ml-deployment:workspace:fetch',
    description:
      'Copies the files of the newest commit of a local repository into the workspace.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repository: z => z.string().describe('Name of the repository.'),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace to copy into; its root.'),
        optional: z =>
          z
            .boolean()
            .optional()
            .describe('Whether a repository that does not exist is no error.'),
      },
      output: {
        exists: z => z.boolean().describe('Whether the repository exists.'),
        commit: z =>
          z
            .string()
            .describe(
              'The commit that was copied, to be given to `ml-deployment:workspace:publish` as `expectedCommit`; empty without one.',
            ),
      },
    },
    async handler(ctx) {
      const { repository, targetPath = '.', optional = false } = ctx.input;
      const target = childPath(ctx.workspacePath, targetPath, 'targetPath');
      const found = await options.repositories().find(repository);
      if (!found && !optional) {
        throw new NotFoundError(
          `repository: expected one that exists, was ${repository}`,
        );
      }
      const commit = await found?.head();
      const files = found ? await found.files(commit) : new Map();
      if (files.size > REPOSITORY_LIMITS.files) {
        throw new InputError(
          `repository: expected at most ${REPOSITORY_LIMITS.files} files, was ${repository} with ${files.size}`,
        );
      }
      for (const [path, file] of files) {
        if (!found || !isPlainFile(file) || isGitPath(path)) {
          ctx.logger.warn(`${path} is no plain file and was left out`);
          continue;
        }
        const copy = childPath(target, path, `file ${path}`);
        await fs.mkdir(dirname(copy), { recursive: true });
        await fs.writeFile(copy, await found.readFile(file.oid));
        if (file.mode === '100755') await fs.chmod(copy, 0o755);
      }

      ctx.logger.info(
        found
          ? `Copied ${files.size} files of ${repository}`
          : `${repository} does not exist yet`,
      );
      ctx.output('exists', Boolean(found));
      ctx.output('commit', commit ?? '');
    },
  });
}
