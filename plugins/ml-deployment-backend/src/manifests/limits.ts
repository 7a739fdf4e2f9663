import { InputError } from '@backstage/errors';
import { ManifestText } from '@airworthy/plugin-ml-deployment-node';

export const MAX_FILES = 100;
export const MAX_FILE_BYTES = 256 * 1024;
const MAX_BYTES = 2 * 1024 * 1024;

/** Whether a file is taken for manifests by its name. */
export const isManifest = (path: string) => /\.ya?ml$/i.test(path);

/** What is said of a file that is too large. */
export const tooLarge = (path: string) =>
  new InputError(`${path}: expected at most ${MAX_FILE_BYTES / 1024} KB`);

/** Collects files up to what is read of manifests at all. */
export class ManifestFiles {
  readonly #files: ManifestText[] = [];
  #bytes = 0;

  /** @throws InputError where it is too much. */
  add(file: ManifestText): void {
    this.#bytes += file.content.length;
    this.#files.push(file);
    if (this.#files.length > MAX_FILES) {
      throw new InputError(`expected at most ${MAX_FILES} files`);
    }
    if (file.content.length > MAX_FILE_BYTES) throw tooLarge(file.path);
    if (this.#bytes > MAX_BYTES) {
      throw new InputError(
        `expected at most ${MAX_BYTES / 1024 / 1024} MB altogether`,
      );
    }
  }

  /** In the order of their paths. */
  sorted(): ManifestText[] {
    return [...this.#files].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
