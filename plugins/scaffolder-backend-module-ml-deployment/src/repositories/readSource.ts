import { isGitPath } from '@airworthy/plugin-ml-deployment-node';
import { InputError } from '@backstage/errors';
import { FolderFile, readFolder } from '../lib/folders';
import { REPOSITORY_LIMITS } from './types';

/**
 * The files to be published.
 *
 * @throws InputError for links, for what belongs to git, and for none at all.
 */
export async function readSource(
  folder: string,
  sourcePath: string,
): Promise<FolderFile[]> {
  const files = await readFolder(folder, {
    limits: REPOSITORY_LIMITS,
    skip(path) {
      // Another step of the task may have published the folder to a code host.
      if (path === '.git') return true;
      if (isGitPath(path)) {
        throw new InputError(
          `${path}: expected nothing that belongs to another git repository`,
        );
      }
      return false;
    },
  });
  if (!files.length) {
    throw new InputError(
      `sourcePath: expected a folder with files, was ${sourcePath}, which is empty`,
    );
  }
  return files;
}
