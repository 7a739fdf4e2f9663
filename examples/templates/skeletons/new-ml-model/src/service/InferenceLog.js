import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Log of requests and answers, one JSON object a line and one file a day. The
 * names of the columns are those that monitoring expects without a mapping.
 */
export class InferenceLog {
  /** @type {string | undefined} */
  #folder;
  /** @type {string} */
  #suffix;
  /** @type {string | undefined} */
  #day;
  /** @type {import('node:stream').Writable} */
  #stream = process.stdout;

  /**
   * @param {object} options
   * @param {string} [options.folder] Standard output without it.
   * @param {string} options.suffix Keeps the files of two replicas apart.
   */
  constructor({ folder, suffix }) {
    this.#folder = folder;
    this.#suffix = suffix;
    if (folder) mkdirSync(folder, { recursive: true });
  }

  /** @param {{ timestamp: string } & Record<string, unknown>} entry */
  write(entry) {
    this.#streamOf(entry.timestamp.slice(0, 10)).write(
      `${JSON.stringify(entry)}\n`,
    );
  }

  /** Resolves when all is on disk. */
  async close() {
    const stream = this.#stream;
    if (stream === process.stdout) return;
    await new Promise(resolve => stream.end(() => resolve(undefined)));
  }

  /** @param {string} day */
  #streamOf(day) {
    if (this.#folder && day !== this.#day) {
      if (this.#day) this.#stream.end();
      this.#day = day;
      this.#stream = createWriteStream(
        join(this.#folder, `${day}-${this.#suffix}.jsonl`),
        { flags: 'a' },
      );
      // A full disk must not take the service down.
      this.#stream.on('error', error =>
        console.error(`The inference log could not be written: ${error}`),
      );
    }
    return this.#stream;
  }
}
