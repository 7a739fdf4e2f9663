import { constants, promises as fs } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { RepositoryFile } from './assessRepository';
import { NOT_OURS, needsText } from './conventions';
import { RepositoryAnswer, RepositoryReader } from './RepositoryReader';

const MAX_FILES = 20_000;
const MAX_TEXT_BYTES = 256 * 1024;
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
const MARKERS = ['.git', 'package.json', 'pyproject.toml', 'setup.py'];

async function exists(path: string): Promise<boolean> {
  return fs.access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Reads repositories on the backend's own disk, below roots that app-config
 * allows. For portals that run beside the code, as in development.
 */
export class LocalRepositoryReader implements RepositoryReader {
  readonly #roots: string[];

  constructor(options: { roots: string[] }) {
    this.#roots = options.roots.map(root => resolve(root));
  }

  reads(location: { type: string }): boolean {
    return location.type === 'file' && this.#roots.length > 0;
  }

  async read(
    target: string,
    { signal }: { signal: AbortSignal },
  ): Promise<RepositoryAnswer> {
    const start = await this.#allowed(target);
    const root = await this.#rootOf(start);
    if (root === undefined) return { state: 'absent' };
    const files: RepositoryFile[] = [];
    await this.#walk(root, root, files, signal);
    return { state: 'read', files };
  }

  /** The real path of a target, which symbolic links may not lead out of the roots. */
  async #allowed(target: string): Promise<string> {
    const path = await fs.realpath(resolve(target));
    const roots = await Promise.all(
      this.#roots.map(root => fs.realpath(root).catch(() => root)),
    );
    if (!roots.some(root => isChildPath(root, path))) {
      throw new NotAllowedError(
        'The repository is not below a folder that mlMaturity.repository.localRoots names',
      );
    }
    return path;
  }

  /** The nearest folder upwards that looks like the root of a project, within the allowed roots. */
  async #rootOf(path: string): Promise<string | undefined> {
    const stat = await fs.stat(path);
    let folder = stat.isDirectory() ? path : dirname(path);
    for (;;) {
      for (const marker of MARKERS) {
        if (await exists(join(folder, marker))) return folder;
      }
      const parent = dirname(folder);
      if (parent === folder) return undefined;
      try {
        await this.#allowed(parent);
      } catch {
        return undefined;
      }
      folder = parent;
    }
  }

  async #walk(
    root: string,
    folder: string,
    files: RepositoryFile[],
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
      if (files.length >= MAX_FILES) return;
      const full = join(folder, entry.name);
      const path = relative(root, full).split(sep).join('/');
      // Links are not followed: what they point to is not the repository's.
      if (entry.isDirectory() && entry.name !== '.git') {
        if (!NOT_OURS.test(`${path}/`)) {
          await this.#walk(root, full, files, signal);
        }
      } else if (entry.isFile()) {
        files.push({ path, text: await this.#textOf(full, path) });
      }
    }
  }

  async #textOf(full: string, path: string): Promise<string | undefined> {
    if (!needsText(path)) return undefined;
    // What became a link since the folder was listed is not followed either.
    const file = await fs.open(full, READ_NO_LINK);
    try {
      const { size } = await file.stat();
      return size <= MAX_TEXT_BYTES ? await file.readFile('utf8') : undefined;
    } finally {
      await file.close();
    }
  }
}
