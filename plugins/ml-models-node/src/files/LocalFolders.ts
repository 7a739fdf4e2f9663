import { constants, promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/**
 * Folders on the backend's own disk that app-config lets a plugin read.
 *
 * @public
 */
export class LocalFolders {
  readonly #roots: readonly string[];
  readonly #refusal: string;

  constructor(options: {
    /** Relative ones are taken from the working directory. */
    roots: readonly string[];
    /** What is said of a path outside, such as which key of app-config names the folders. */
    refusal: string;
  }) {
    this.#roots = options.roots.map(root => resolve(root));
    this.#refusal = options.refusal;
  }

  /** Whether there is no folder at all. */
  get isEmpty(): boolean {
    return this.#roots.length === 0;
  }

  /**
   * The real path of a file or folder, which symbolic links may not lead out.
   *
   * @throws NotAllowedError where it is not below one of the folders.
   */
  async realPath(path: string): Promise<string> {
    // First, so that nobody learns whether there is something elsewhere.
    this.#requireWithin(resolve(path));
    const real = await fs.realpath(resolve(path));
    this.#requireWithin(real);
    return real;
  }

  #requireWithin(path: string): void {
    if (!this.#roots.some(root => isChildPath(root, path))) {
      throw new NotAllowedError(this.#refusal);
    }
  }
}

/**
 * The text of a file that is no link and not too large, else undefined.
 *
 * @remarks
 *
 * What became a link since its folder was listed is not followed either.
 *
 * @public
 */
export async function readPlainFile(
  path: string,
  options: { maxBytes: number },
): Promise<string | undefined> {
  const file = await fs.open(path, READ_NO_LINK);
  try {
    const { size } = await file.stat();
    return size <= options.maxBytes ? await file.readFile('utf8') : undefined;
  } finally {
    await file.close();
  }
}
