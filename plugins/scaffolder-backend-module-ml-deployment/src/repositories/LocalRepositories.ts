import { lstat, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WorkspaceRoot } from '@airworthy/plugin-ml-deployment-node';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { assertUntouched } from './assertUntouched';
import { GitRepository } from './GitRepository';
import { GitFile, addFile, isPlainFile, writeTree } from './GitTree';
import { RepositoryLock } from './RepositoryLock';
import { PublishRequest, Published } from './types';

const TRAILER = 'Scaffolder-Task';

async function existsAs(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Paths that differ, in order. */
function changesOf(
  before: ReadonlyMap<string, GitFile>,
  after: ReadonlyMap<string, GitFile>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => {
      const [a, b] = [before.get(path), after.get(path)];
      return a?.oid !== b?.oid || a?.mode !== b?.mode;
    })
    .sort();
}

/** Local git repositories below a root: read, made and changed, each as a whole. */
export class LocalRepositories {
  readonly #root: WorkspaceRoot;
  readonly #lock: RepositoryLock;

  constructor(options: { root: WorkspaceRoot }) {
    this.#root = options.root;
    this.#lock = new RepositoryLock(options);
  }

  /**
   * A repository that exists; undefined where there is nothing.
   *
   * @throws ConflictError where something else is there.
   */
  async find(repository: string): Promise<GitRepository | undefined> {
    const dir = await this.#root.repositoryPath(repository);
    if (!(await existsAs(dir))) return undefined;
    const inner = await existsAs(join(dir, '.git'));
    if (!inner?.isDirectory()) {
      throw new ConflictError(
        `repository: expected a git repository, was ${repository}, which is something else`,
      );
    }
    return new GitRepository(dir);
  }

  /**
   * Absolute path of a file of a repository, whether it exists or not.
   *
   * @throws NotAllowedError where it lies outside.
   */
  pathOf(repository: string, path: string): Promise<string> {
    return this.#root.within(repository, path);
  }

  /** What a commit of the files would change, without changing anything. */
  async preview(request: PublishRequest): Promise<Published> {
    const found = await this.#findFor(request);
    const path = await this.#root.repositoryPath(request.repository);
    if (!found) {
      const files = request.files.map(file => file.path);
      return { path, files, isNew: true };
    }
    const head = await found.head();
    const before = await found.files(head);
    const next = await this.#next(request, before, bytes => found.hash(bytes));
    await this.#assertWritable(found, request, next);
    return { path, commit: head, files: changesOf(before, next), isNew: false };
  }

  /**
   * Writes files as a commit.
   *
   * @throws ConflictError where the repository is not as it was expected.
   */
  async publish(request: PublishRequest): Promise<Published> {
    // Before anything is made of the name.
    await this.#root.repositoryPath(request.repository);
    return this.#lock.hold(request.repository, async () => {
      const done = await this.#findDone(request);
      if (done) return done;
      const found = await this.#findFor(request);
      return found ? this.#update(found, request) : this.#create(request);
    });
  }

  /** The repository to change, or undefined for one to make. */
  async #findFor(request: PublishRequest): Promise<GitRepository | undefined> {
    const { repository, mode, expectedCommit, branch } = request;
    const found = await this.find(repository);
    if (!found) {
      if (mode === 'update' || expectedCommit) {
        throw new NotFoundError(
          `repository: expected one that exists, was ${repository}`,
        );
      }
      return undefined;
    }
    if (mode === 'create' || expectedCommit === '') {
      throw new ConflictError(
        `repository: expected a new name, was ${repository}, which exists already`,
      );
    }
    const head = await found.head();
    if (expectedCommit && head !== expectedCommit) {
      throw new ConflictError(
        `expectedCommit: expected ${repository} at ${expectedCommit}, was changed meanwhile and is at ${
          head ?? 'no commit'
        }. Start again from there`,
      );
    }
    const current = await found.branch();
    if (!current || (branch && current !== branch)) {
      throw new ConflictError(
        `branch: expected ${
          branch ?? 'a branch'
        } to be checked out in ${repository}, was ${current ?? 'a commit'}`,
      );
    }
    return found;
  }

  /** The commit that a task made before it was interrupted. */
  async #findDone(request: PublishRequest): Promise<Published | undefined> {
    const found = await this.find(request.repository);
    const head = await found?.head();
    if (!found || !head) return undefined;
    const lines = (await found.message(head)).trimEnd().split('\n');
    if (lines.at(-1) !== `${TRAILER}: ${request.task}`) return undefined;
    const now = await found.files(head);
    for (const { path, bytes } of request.files) {
      if (now.get(path)?.oid !== (await found.hash(bytes))) return undefined;
    }
    const branch = await found.branch();
    if (branch && (await found.checkedOut()) !== head) {
      await assertUntouched(found, new Map());
      await found.checkout(branch);
    }
    const parent = await found.parentOf(head);
    return {
      path: found.dir,
      commit: head,
      files: changesOf(await found.files(parent), now),
      isNew: !parent,
    };
  }

  /** The files of the next commit. */
  async #next(
    { files, expectedCommit }: PublishRequest,
    before: ReadonlyMap<string, GitFile>,
    oidOf: (bytes: Uint8Array) => Promise<string>,
  ): Promise<Map<string, GitFile>> {
    const next = new Map(
      [...before].filter(([, file]) => !expectedCommit || !isPlainFile(file)),
    );
    for (const { path, bytes, isExecutable } of files) {
      addFile(next, path, {
        oid: await oidOf(bytes),
        mode: isExecutable ? '100755' : '100644',
      });
    }
    return next;
  }

  async #assertWritable(
    found: GitRepository,
    { repository }: PublishRequest,
    next: ReadonlyMap<string, GitFile>,
  ): Promise<void> {
    // A folder may have become a link that leads elsewhere.
    for (const path of next.keys()) await this.#root.within(repository, path);
    await assertUntouched(found, next);
  }

  async #create(request: PublishRequest): Promise<Published> {
    const { repository, branch = 'main' } = request;
    const path = await this.#root.repositoryPath(repository);
    const draft = join(this.#root.path, `.${repository}.new`);
    // What an interrupted task left.
    await rm(draft, { recursive: true, force: true });
    try {
      const made = await GitRepository.init(draft, branch);
      const next = await this.#next(request, new Map(), bytes =>
        made.writeFile(bytes),
      );
      const commit = await this.#commit(made, request, next);
      await made.advance(branch, undefined, commit);
      await rename(draft, path);
      return { path, commit, files: [...next.keys()].sort(), isNew: true };
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
  }

  async #update(
    found: GitRepository,
    request: PublishRequest,
  ): Promise<Published> {
    const head = await found.head();
    const before = await found.files(head);
    const next = await this.#next(request, before, bytes =>
      found.writeFile(bytes),
    );
    await this.#assertWritable(found, request, next);
    const files = changesOf(before, next);
    const branch = (await found.branch())!;
    const published = { path: found.dir, files, isNew: false };
    if (!files.length && head) {
      if ((await found.checkedOut()) !== head) await found.checkout(branch);
      return { ...published, commit: head };
    }
    const commit = await this.#commit(found, request, next, head);
    await found.advance(branch, head, commit);
    return { ...published, commit };
  }

  async #commit(
    repository: GitRepository,
    { message, author, task }: PublishRequest,
    files: ReadonlyMap<string, GitFile>,
    parent?: string,
  ): Promise<string> {
    return repository.makeCommit({
      tree: await writeTree(repository.dir, files),
      parent,
      message: `${message.trim()}\n\n${TRAILER}: ${task}\n`,
      author,
    });
  }
}
