import { lstat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';

const REPOSITORY = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

// What file systems of Windows and macOS take for `.git` too.
const GIT_FOLDER = /^(?:\.git[. ]*|git~\d+)$/i;

/**
 * Whether a path leads through the folder that git keeps for itself.
 *
 * @public
 */
export function isGitPath(path: string): boolean {
  return path.split(/[\\/]/).some(part => GIT_FOLDER.test(part));
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/* Looks through links, also of folders above what does not exist yet. */
function isReallyWithin(base: string, path: string): boolean {
  try {
    return isChildPath(base, path);
  } catch (error) {
    // Below a file, which decides where that would be.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    return isReallyWithin(base, dirname(path));
  }
}

/**
 * The folder whose sub-folders are local git repositories, from
 * `mlDeployment.workspaces.root` of app-config.
 *
 * @public
 */
export class WorkspaceRoot {
  /** Absolute. */
  readonly path: string;

  /** Undefined where no root is configured. A relative path is taken from the working directory. */
  static fromConfig(config: Config): WorkspaceRoot | undefined {
    const root = config.getOptionalString('mlDeployment.workspaces.root');
    return root ? new WorkspaceRoot(root) : undefined;
  }

  constructor(path: string) {
    this.path = resolve(path);
  }

  /** Whether a folder may be a repository by its name. */
  static isRepositoryName(name: string): boolean {
    return REPOSITORY.test(name);
  }

  /**
   * The folder of a repository, whether it exists or not.
   *
   * @throws InputError for a name that is none, NotAllowedError where the folder is a link.
   */
  async repositoryPath(repository: string): Promise<string> {
    if (!WorkspaceRoot.isRepositoryName(repository)) {
      throw new InputError(
        `repository: expected lower-case letters, digits and dashes, at most 63, was ${JSON.stringify(
          repository,
        )}`,
      );
    }
    const path = join(this.path, repository);
    if (await isLink(path)) {
      throw new NotAllowedError(
        `repository: expected a folder, was ${repository}, which is a link to somewhere else`,
      );
    }
    return path;
  }

  /**
   * A path within a repository, whether it exists or not.
   *
   * @throws NotAllowedError where it lies outside, also by a link on the way, or belongs to git.
   */
  async within(repository: string, path: string): Promise<string> {
    const base = await this.repositoryPath(repository);
    const inner = resolve(base, path);
    const isInside = inner === base || inner.startsWith(base + sep);
    if (!isInside || !isReallyWithin(base, inner)) {
      throw new NotAllowedError(
        `path: expected one within ${repository}, was ${JSON.stringify(path)}`,
      );
    }
    if (isGitPath(inner.slice(base.length))) {
      throw new NotAllowedError(
        `path: expected none that belongs to git, was ${JSON.stringify(path)}`,
      );
    }
    return inner;
  }
}
