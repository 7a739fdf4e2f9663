import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';
import { ConflictError, isError } from '@backstage/errors';
import { lock } from 'proper-lockfile';

/* Long enough for a commit of the largest size beside another. */
const RETRIES = { retries: 40, factor: 1.2, minTimeout: 50, maxTimeout: 500 };

/** Lets one task at a time change a repository, of all backends that share the folder. */
export class RepositoryLock {
  readonly #root: WorkspaceRoot;

  constructor(options: { root: WorkspaceRoot }) {
    this.#root = options.root;
  }

  /** @throws ConflictError where another task does not come to its end. */
  async hold<T>(repository: string, work: () => Promise<T>): Promise<T> {
    const { path } = this.#root;
    await mkdir(path, { recursive: true });
    const release = await this.#acquire(
      repository,
      join(path, `.${repository}.lock`),
    );
    try {
      return await work();
    } finally {
      await release();
    }
  }

  async #acquire(repository: string, lockfilePath: string) {
    try {
      return await lock(this.#root.path, {
        lockfilePath,
        realpath: false,
        retries: RETRIES,
      });
    } catch (error) {
      if (isError(error) && error.code === 'ELOCKED') {
        throw new ConflictError(
          `repository: expected one that no other task changes, was ${repository}. Try again later`,
        );
      }
      throw error;
    }
  }
}
