import { promises as fs } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { LocalFolders, readPlainFile } from '@airworthy/plugin-ml-models-node';
import { RepositoryFile } from './assessRepository';
import { NOT_OURS, needsText } from './conventions';
import { RepositoryAnswer, RepositoryReader } from './RepositoryReader';

const MAX_FILES = 20_000;
const MAX_TEXT_BYTES = 256 * 1024;
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
  readonly #folders: LocalFolders;

  constructor(options: { roots: string[] }) {
    this.#folders = new LocalFolders({
      roots: options.roots,
      refusal:
        'The repository is not below a folder that mlMaturity.repository.localRoots names',
    });
  }

  reads(location: { type: string }): boolean {
    return location.type === 'file' && !this.#folders.isEmpty;
  }

  async read(
    target: string,
    { signal }: { signal: AbortSignal },
  ): Promise<RepositoryAnswer> {
    const start = await this.#folders.realPath(target);
    const root = await this.#rootOf(start);
    if (root === undefined) return { state: 'absent' };
    const files: RepositoryFile[] = [];
    await this.#walk(root, root, files, signal);
    return { state: 'read', files };
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
        await this.#folders.realPath(parent);
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
    return readPlainFile(full, { maxBytes: MAX_TEXT_BYTES });
  }
}
