import { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { ManifestText } from '@airworthy/plugin-ml-deployment-node';
import { MAX_FILE_BYTES, ManifestFiles, isManifest, tooLarge } from './limits';
import { ManifestSource } from './ManifestReader';

const MAX_KEPT = 200;

interface Kept {
  etag: string;
  files: ManifestText[];
}

/** Reads manifests at code hosts that the portal's integrations know. */
export class UrlManifests implements ManifestSource {
  readonly type = 'url';
  readonly #reader: UrlReaderService;
  readonly #integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  readonly #kept = new Map<string, Kept>();

  constructor(options: {
    reader: UrlReaderService;
    integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  }) {
    this.#reader = options.reader;
    this.#integrations = options.integrations;
  }

  async read(location: string, path: string, signal: AbortSignal) {
    const target = this.#integrations.resolveUrl({ url: path, base: location });
    this.#requireSameRepository(location, target);
    const kept = this.#kept.get(target);
    try {
      const read = isManifest(path)
        ? await this.#readFile(target, kept?.etag, signal)
        : await this.#readFolder(target, kept?.etag, signal);
      if (read.etag) this.#keep(target, { etag: read.etag, files: read.files });
      return { target, files: read.files };
    } catch (error) {
      if (kept && toError(error).name === 'NotModifiedError') {
        return { target, files: kept.files };
      }
      throw error;
    }
  }

  /** With the portal's rights an entity may show what is in its own repository, and nothing else. */
  #requireSameRepository(location: string, target: string): void {
    const rootOf = (base: string) =>
      this.#integrations.resolveUrl({ url: '/', base });
    if (rootOf(location) !== rootOf(target)) {
      throw new NotAllowedError(
        'expected a path in the repository that the entity was read from',
      );
    }
  }

  async #readFile(
    target: string,
    etag: string | undefined,
    signal: AbortSignal,
  ) {
    const answer = await this.#reader.readUrl(target, { etag, signal });
    const files = new ManifestFiles();
    files.add({
      path: decodeURIComponent(new URL(target).pathname.split('/').pop()!),
      content: (await answer.buffer()).toString('utf8'),
    });
    return { etag: answer.etag, files: files.sorted() };
  }

  async #readFolder(
    target: string,
    etag: string | undefined,
    signal: AbortSignal,
  ) {
    let large: string | undefined;
    const tree = await this.#reader.readTree(target, {
      etag,
      signal,
      filter: (path, info) => {
        if (!isManifest(path)) return false;
        const isLarge = (info?.size ?? 0) > MAX_FILE_BYTES;
        if (isLarge) large ??= path;
        return !isLarge;
      },
    });
    const found = await tree.files();
    // A change worked out from some of the files would be wrong.
    if (large !== undefined) throw tooLarge(large);
    const files = new ManifestFiles();
    // Readers of object stores ignore the filter.
    for (const file of found) {
      if (!isManifest(file.path)) continue;
      files.add({
        path: file.path,
        content: (await file.content()).toString('utf8'),
      });
    }
    return { etag: tree.etag, files: files.sorted() };
  }

  #keep(target: string, kept: Kept): void {
    this.#kept.delete(target);
    this.#kept.set(target, kept);
    if (this.#kept.size > MAX_KEPT) {
      this.#kept.delete(this.#kept.keys().next().value!);
    }
  }
}
