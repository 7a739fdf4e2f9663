import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import PQueue from 'p-queue';
import pRetry, { AbortError } from 'p-retry';
import { needsText } from './conventions';
import { RepositoryAnswer, RepositoryReader } from './RepositoryReader';
import { splitTarget } from './splitTarget';

const MAX_FILES = 200_000;
const MAX_TEXT_BYTES = 256 * 1024;
const MAX_TEXTS_BYTES = 8 * 1024 * 1024;
// Missing, refused or malformed: asking again would not help.
const FINAL = new Set([
  'NotFoundError',
  'NotAllowedError',
  'AuthenticationError',
  'InputError',
]);

type Tree = Extract<RepositoryAnswer, { state: 'unchanged' | 'read' }>;

/**
 * Reads repositories at code hosts that the portal's integrations know.
 *
 * @remarks
 *
 * The whole repository is read, also where an entity lives in a folder of it:
 * what runs its tests and who owns its code is said at the root. Entities that
 * share a repository share the read.
 */
export class UrlRepositoryReader implements RepositoryReader {
  readonly #reader: UrlReaderService;
  readonly #integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
  readonly #queue: PQueue;
  readonly #retries: number;
  readonly #reading = new Map<string, Promise<Tree>>();

  constructor(options: {
    reader: UrlReaderService;
    integrations: Pick<ScmIntegrationRegistry, 'resolveUrl'>;
    /** Repositories read at once. */
    concurrency: number;
    /** The most repositories that are read in a minute. */
    perMinute: number;
    /** How often a failed read is tried again. */
    retries: number;
  }) {
    this.#reader = options.reader;
    this.#integrations = options.integrations;
    this.#retries = options.retries;
    this.#queue = new PQueue({
      concurrency: options.concurrency,
      interval: 60_000,
      intervalCap: options.perMinute,
    });
  }

  reads(location: { type: string }): boolean {
    return location.type === 'url';
  }

  async read(
    target: string,
    options: { etag?: string; signal: AbortSignal },
  ): Promise<RepositoryAnswer> {
    const { root, folder } = splitTarget(this.#integrations, target);
    const key = `${options.etag ?? ''} ${root}`;
    let reading = this.#reading.get(key);
    if (!reading) {
      reading = this.#queued(root, options).finally(() =>
        this.#reading.delete(key),
      );
      this.#reading.set(key, reading);
    }
    const tree = await reading;
    return tree.state === 'read' ? { ...tree, folder } : tree;
  }

  #queued(
    root: string,
    options: { etag?: string; signal: AbortSignal },
  ): Promise<Tree> {
    return this.#queue.add(() =>
      pRetry(
        async () => {
          options.signal.throwIfAborted();
          try {
            return await this.#readOnce(root, options);
          } catch (error) {
            const failure = toError(error);
            if (options.signal.aborted || FINAL.has(failure.name)) {
              throw new AbortError(failure);
            }
            throw failure;
          }
        },
        { retries: this.#retries, minTimeout: 500, factor: 3, randomize: true },
      ),
    );
  }

  async #readOnce(
    root: string,
    { etag, signal }: { etag?: string; signal: AbortSignal },
  ): Promise<Tree> {
    const seen = new Set<string>();
    let bytes = 0;
    try {
      const tree = await this.#reader.readTree(root, {
        etag,
        signal,
        // Asked for each file: only those whose text counts are unpacked, of the others the path is enough.
        filter: (path, info) => {
          if (seen.size > MAX_FILES) return false;
          seen.add(path);
          const size = info?.size ?? 0;
          if (!needsText(path) || size > MAX_TEXT_BYTES) return false;
          bytes += size;
          return bytes <= MAX_TEXTS_BYTES;
        },
      });
      const texts = new Map<string, string>();
      // Readers of object stores ignore the filter.
      for (const file of await tree.files()) {
        seen.add(file.path);
        if (!needsText(file.path)) continue;
        const content = await file.content();
        if (content.length <= MAX_TEXT_BYTES) {
          texts.set(file.path, content.toString('utf8'));
        }
      }
      if (seen.size > MAX_FILES) {
        throw new InputError(`it has more than ${MAX_FILES} files`);
      }
      return {
        state: 'read',
        etag: tree.etag || undefined,
        files: [...seen].map(path => ({ path, text: texts.get(path) })),
      };
    } catch (error) {
      if (toError(error).name === 'NotModifiedError') {
        return { state: 'unchanged' };
      }
      throw error;
    }
  }
}
