import fs from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConflictError, isError } from '@backstage/errors';
import git from 'isomorphic-git';
import { GitFile, readTree } from './GitTree';
import { removeFiles } from './removeFiles';

/* Where the working tree is while a newer commit is not yet checked out. */
const CHECKED_OUT = 'refs/airworthy/checked-out';

/** Who makes a commit. */
export interface Author {
  name: string;
  email: string;
}

/** What a commit is made of. */
export interface NewCommit {
  tree: string;
  parent?: string;
  message: string;
  author: Author;
}

/** A git repository in a folder of its own. */
export class GitRepository {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  static async init(dir: string, branch: string): Promise<GitRepository> {
    await git.init({ fs, dir, defaultBranch: branch });
    return new GitRepository(dir);
  }

  /** The branch that is checked out; undefined where none is. */
  async branch(): Promise<string | undefined> {
    return (await git.currentBranch({ fs, dir: this.dir })) ?? undefined;
  }

  /** The newest commit; undefined before the first. */
  async head(): Promise<string | undefined> {
    return this.#resolve('HEAD');
  }

  /** Where the working tree is: before the newest commit if it was not checked out to the end. */
  async checkedOut(): Promise<string | undefined> {
    return (await this.#resolve(CHECKED_OUT)) ?? (await this.head());
  }

  async message(commit: string): Promise<string> {
    const read = await git.readCommit({ fs, dir: this.dir, oid: commit });
    return read.commit.message;
  }

  /** The first one; undefined for the first commit. */
  async parentOf(commit: string): Promise<string | undefined> {
    const read = await git.readCommit({ fs, dir: this.dir, oid: commit });
    return read.commit.parent[0];
  }

  files(commit: string | undefined): Promise<Map<string, GitFile>> {
    return readTree(this.dir, commit);
  }

  staged(): Promise<string[]> {
    return git.listFiles({ fs, dir: this.dir });
  }

  async readFile(oid: string): Promise<Uint8Array> {
    return (await git.readBlob({ fs, dir: this.dir, oid })).blob;
  }

  writeFile(bytes: Uint8Array): Promise<string> {
    return git.writeBlob({ fs, dir: this.dir, blob: bytes });
  }

  async hash(bytes: Uint8Array): Promise<string> {
    return (await git.hashBlob({ object: bytes })).oid;
  }

  /** Makes a commit that no branch leads to yet. */
  makeCommit({ tree, parent, message, author }: NewCommit): Promise<string> {
    return git.commit({
      fs,
      dir: this.dir,
      tree,
      parent: parent ? [parent] : [],
      message,
      author,
      committer: author,
      noUpdateBranch: true,
    });
  }

  /**
   * Brings a branch to a commit, then the working tree. Interrupted in
   * between, `checkedOut` says where the working tree was.
   *
   * @throws ConflictError where the branch is no longer where it was.
   */
  async advance(
    branch: string,
    from: string | undefined,
    to: string,
  ): Promise<void> {
    const before = await this.checkedOut();
    if (before) await this.#writeRef(CHECKED_OUT, before);
    await this.#swapRef(`refs/heads/${branch}`, from, to);
    await this.checkout(branch);
  }

  /** Brings the working tree to the newest commit, whatever is there. */
  async checkout(branch: string): Promise<void> {
    const files = await this.files(await this.head());
    const gone = (await this.staged()).filter(path => !files.has(path));
    // First, since a file may take the place of their folder.
    await removeFiles(this.dir, gone);
    for (const filepath of gone) {
      await git.remove({ fs, dir: this.dir, filepath });
    }
    await git.checkout({ fs, dir: this.dir, ref: branch, force: true });
    await rm(join(this.dir, '.git', CHECKED_OUT), { force: true });
  }

  async #resolve(ref: string): Promise<string | undefined> {
    try {
      return await git.resolveRef({ fs, dir: this.dir, ref });
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') return undefined;
      throw error;
    }
  }

  async #writeRef(ref: string, value: string): Promise<void> {
    const file = join(this.dir, '.git', ref);
    await mkdir(dirname(file), { recursive: true });
    const lock = await open(`${file}.lock`, 'w');
    try {
      await lock.writeFile(`${value}\n`);
      await lock.sync();
    } finally {
      await lock.close();
    }
    await rename(`${file}.lock`, file);
  }

  /* As git itself does: the lock file keeps others out and becomes the ref. */
  async #swapRef(
    ref: string,
    from: string | undefined,
    to: string,
  ): Promise<void> {
    const file = join(this.dir, '.git', ref);
    await mkdir(dirname(file), { recursive: true });
    const lock = await open(`${file}.lock`, 'wx').catch(error => {
      if (error.code !== 'EEXIST') throw error;
      throw new ConflictError(
        `branch: expected one that nobody else changes, was locked by ${ref}.lock`,
      );
    });
    try {
      if ((await this.#resolve(ref)) !== from) {
        throw new ConflictError(
          `branch: expected ${ref} at ${
            from ?? 'no commit'
          }, was changed meanwhile`,
        );
      }
      await lock.writeFile(`${to}\n`);
      await lock.sync();
      await rename(`${file}.lock`, file);
    } catch (error) {
      await rm(`${file}.lock`, { force: true });
      throw error;
    } finally {
      await lock.close();
    }
  }
}
