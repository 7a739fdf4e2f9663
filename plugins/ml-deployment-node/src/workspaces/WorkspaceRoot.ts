import { realpath } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';

const REPOSITORY = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

async function realOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
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
    this.path = isAbsolute(path) ? path : resolve(path);
  }

  /**
   * The folder of a repository, whether it exists or not.
   *
   * @throws InputError for a name that is none, NotAllowedError where the folder is a link out of the root.
   */
  async repositoryPath(repository: string): Promise<string> {
    if (!REPOSITORY.test(repository)) {
      throw new InputError(
        `repository: expected lower-case letters, digits and dashes, at most 63, was ${JSON.stringify(
          repository,
        )}`,
      );
    }
    const path = join(this.path, repository);
    const [root, real] = [await realOf(this.path), await realOf(path)];
    if (real && root && real !== join(root, repository)) {
      throw new NotAllowedError(
        `repository: ${repository} is a link to somewhere else`,
      );
    }
    return path;
  }

  /**
   * A path within a repository.
   *
   * @throws NotAllowedError where it lies outside, also by a link.
   */
  async within(repository: string, path: string): Promise<string> {
    const base = await this.repositoryPath(repository);
    const inner = resolve(base, path);
    const refuse = () => {
      throw new NotAllowedError(
        `path: expected one within ${repository}, was ${JSON.stringify(path)}`,
      );
    };
    if (inner !== base && !inner.startsWith(base + sep)) refuse();
    const real = await realOf(inner);
    const realBase = await realOf(base);
    if (real && realBase && real !== realBase && !real.startsWith(realBase + sep))
      refuse();
    return inner;
  }
}
