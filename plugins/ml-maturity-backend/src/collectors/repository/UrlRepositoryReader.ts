import { UrlReaderService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import PQueue from 'p-queue';
import pRetry, { AbortError } from 'p-retry';
import { needsText } from './conventions';
import { RepositoryAnswer, RepositoryReader } from './RepositoryReader';

const MAX_FILES = 50_000;
const MAX_TEXT_BYTES = 256 * 1024;
// Missing, refused or malformed: asking again would not help.
const FINAL = new Set([
  'NotFoundError',
  'NotAllowedError',
  'AuthenticationError',
  'InputError',
]);

/** Reads repositories at code hosts that the portal's integrations know. */
export class UrlRepositoryReader implements RepositoryReader {
  readonly #reader: UrlReaderService;
  readonly #queue: PQueue;
  readonly #retries: number;

  constructor(options: {
    reader: UrlReaderService;
    /** Repositories read at once. */
    concurrency: number;
    /** The most repositories that are read in a minute. */
    perMinute: number;
    /** How often a failed read is tried again. */
    retries: number;
  }) {
    this.#reader = options.reader;
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
    return this.#queue.add(() =>
      pRetry(
        async () => {
          options.signal.throwIfAborted();
          try {
            return await this.#readOnce(target, options);
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
    target: string,
    { etag, signal }: { etag?: string; signal: AbortSignal },
  ): Promise<RepositoryAnswer> {
    const seen: string[] = [];
    try {
      const tree = await this.#reader.readTree(target, {
        etag,
        signal,
        filter: (path, info) => {
          if (seen.length < MAX_FILES) seen.push(path);
          // Only files whose text counts are unpacked; of the others the path is enough.
          return needsText(path) && (info?.size ?? 0) <= MAX_TEXT_BYTES;
        },
      });
      const texts = new Map<string, string>();
      for (const file of await tree.files()) {
        texts.set(file.path, (await file.content()).toString('utf8'));
      }
      const paths = new Set([...seen, ...texts.keys()]);
      return {
        state: 'read',
        etag: tree.etag || undefined,
        files: [...paths].map(path => ({ path, text: texts.get(path) })),
      };
    } catch (error) {
      if (toError(error).name === 'NotModifiedError')
        return { state: 'unchanged' };
      throw error;
    }
  }
}
