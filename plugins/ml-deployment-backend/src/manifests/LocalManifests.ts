import { promises as fs } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { LocalFolders, readPlainFile } from '@airworthy/plugin-ml-models-node';
import { MAX_FILE_BYTES, ManifestFiles, isManifest, tooLarge } from './limits';
import { ManifestSource } from './ManifestReader';

const MAX_ENTRIES = 2_000;
const REFUSAL =
  'they are not below a folder that mlDeployment.manifests.localRoots names, nor in the repository of the entity below mlDeployment.workspaces.root';

/** Reads manifests from the backend's own disk, below folders that app-config allows. */
export class LocalManifests implements ManifestSource {
  readonly type = 'file';
  readonly #roots: readonly string[];
  readonly #workspaces: string | undefined;

  constructor(options: {
    roots: readonly string[];
    /** Root of the workspaces; an entity's manifests are in its own one. */
    workspaces?: string;
  }) {
    this.#roots = options.roots;
    this.#workspaces = options.workspaces;
  }

  async read(location: string, path: string, signal: AbortSignal) {
    const folders = new LocalFolders({
      roots: this.#rootsFor(location),
      refusal: REFUSAL,
    });
    const folder = await folders.realPath(resolve(dirname(location), path));
    const files = new ManifestFiles();
    if ((await fs.stat(folder)).isDirectory()) {
      await this.#walk(folder, folder, files, { signal, left: MAX_ENTRIES });
    } else {
      await this.#add(folder, basename(folder), files);
    }
    // Readers of the portal need not know the disk of its server.
    return { target: path, files: files.sorted() };
  }

  /** One workspace may not show what is in another. */
  #rootsFor(location: string): readonly string[] {
    const root = this.#workspaces;
    if (!root || !isChildPath(root, location)) return this.#roots;
    const [repository] = relative(resolve(root), resolve(location)).split(sep);
    return [...this.#roots, join(root, repository)];
  }

  async #walk(
    root: string,
    folder: string,
    files: ManifestFiles,
    walk: { signal: AbortSignal; left: number },
  ): Promise<void> {
    for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
      walk.signal.throwIfAborted();
      if (--walk.left < 0) return;
      const full = join(folder, entry.name);
      // Links are not followed, as nothing that is named by a dot.
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await this.#walk(root, full, files, walk);
      else if (entry.isFile() && isManifest(entry.name)) {
        await this.#add(full, relative(root, full).split(sep).join('/'), files);
      }
    }
  }

  async #add(full: string, path: string, files: ManifestFiles): Promise<void> {
    const content = await readPlainFile(full, { maxBytes: MAX_FILE_BYTES });
    if (content === undefined) throw tooLarge(path);
    files.add({ path, content });
  }
}
