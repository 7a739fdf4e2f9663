import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import pRetry, { AbortError } from 'p-retry';
import { Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { RegistryHttpConfig } from '../config/types';
import { BodyTooLarge, readBody } from './readBody';
import { RegistryError } from './RegistryError';
import { readJson, toRegistryError } from './readJson';
import { retryAfter } from './retryAfter';
import { networkWords, serverWords } from './words';

const MOST_REDIRECTS = 3;
const MOST_RETRY_AFTER_MS = 120_000;
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);

interface Answer {
  status: number;
  headers: Dispatcher.ResponseData['headers'];
  text: string;
}

/** A failure that may be over when asked again. */
class Passing extends Error {
  readonly registryError: RegistryError;

  constructor(error: RegistryError) {
    super(error.message);
    this.registryError = error;
  }
}

function basicOf(auth: { username: string; password: string }): string {
  return Buffer.from(`${auth.username}:${auth.password}`).toString('base64');
}

function addressOf(base: URL, path: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}

/** Ends as soon as the signal is given, also where the work waits for a retry. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {});
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Reads one registry of app-config: its address and no other, with its
 * credentials, a time limit, a bound on size and on requests at once, and
 * again after failures that pass.
 *
 * @public
 */
export class RegistryClient {
  /** The registry in words, such as `MLflow "production"`. */
  readonly title: string;
  readonly #config: RegistryHttpConfig;
  readonly #dispatcher: Dispatcher;
  readonly #limit: ReturnType<typeof pLimit>;
  // All requests wait together where the server asks for it.
  #resumeAt = 0;

  constructor(title: string, config: RegistryHttpConfig) {
    this.title = title;
    this.#config = config;
    this.#limit = pLimit(config.concurrency);
    const tls = config.ca ? { ca: config.ca } : undefined;
    this.#dispatcher = new EnvHttpProxyAgent({
      connections: config.concurrency,
      connect: { ...tls, timeout: config.timeoutMs },
      requestTls: tls,
      // Of one attempt as a whole: see the signal of each request.
      headersTimeout: config.timeoutMs,
      bodyTimeout: config.timeoutMs,
    });
  }

  /** The JSON at a path below the registry's address. */
  async getJson(
    path: string,
    params: URLSearchParams,
    signal: AbortSignal,
  ): Promise<unknown> {
    signal.throwIfAborted();
    const url = addressOf(this.#config.baseUrl, path);
    url.search = `${params}`;
    const asked = this.#limit(() => this.#withRetries(url, path, signal));
    return abortable(asked, signal);
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  #withRetries(url: URL, path: string, signal: AbortSignal): Promise<unknown> {
    const attempt = async () => {
      // Retries wait without the signal; what begins after it was given ends here.
      if (signal.aborted) throw new AbortError('aborted');
      try {
        return await this.#attempt(url, path, signal);
      } catch (error) {
        if (error instanceof Passing) throw error;
        throw new AbortError(error as Error);
      }
    };
    return pRetry(attempt, {
      retries: this.#config.retries,
      minTimeout: this.#config.retryDelayMs,
      maxTimeout: 30_000,
      randomize: true,
      unref: true,
    }).catch(error => {
      throw error instanceof Passing ? error.registryError : error;
    });
  }

  async #attempt(
    url: URL,
    path: string,
    signal: AbortSignal,
  ): Promise<unknown> {
    const wait = this.#resumeAt - Date.now();
    if (wait > 0) await sleep(wait, undefined, { signal });
    // Not by AbortSignal.timeout and any, which would hold each request until
    // the time is over, long after its answer.
    const attempt = new AbortController();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      attempt.abort();
    }, this.#config.timeoutMs);
    const stop = () => attempt.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const answer = await this.#exchange(url, path, attempt.signal);
      return this.#read(answer, path);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof RegistryError || error instanceof Passing) {
        throw error;
      }
      if (error instanceof BodyTooLarge) {
        const megabytes = this.#config.maxBodyBytes / 1_000_000;
        throw this.#error('too-large', path, `more than ${megabytes} MB`);
      }
      throw new Passing(
        isLate
          ? this.#error(
              'timeout',
              path,
              `no answer within ${this.#config.timeoutMs / 1000} seconds`,
            )
          : this.#error('unreachable', path, networkWords(error)),
      );
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  async #exchange(
    start: URL,
    path: string,
    signal: AbortSignal,
  ): Promise<Answer> {
    let url = start;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: this.#dispatcher,
        headers: this.#headers(),
        signal,
      });
      const { location } = headers;
      if (statusCode < 300 || statusCode > 399 || !location) {
        const text = await readBody(body, this.#config.maxBodyBytes);
        return { status: statusCode, headers, text };
      }
      await body.dump();
      url = this.#redirected(url, `${location}`, path);
    }
    throw this.#error('refused', path, 'it redirects in a circle');
  }

  #redirected(from: URL, location: string, path: string): URL {
    const to = URL.canParse(location, from.href)
      ? new URL(location, from)
      : undefined;
    if (to?.origin !== from.origin) {
      throw this.#error(
        'refused',
        path,
        'it redirects to another address, which is not followed',
      );
    }
    return to;
  }

  #read({ status, headers, text }: Answer, path: string): unknown {
    const fail = (kind: RegistryError['kind'], why: string, code?: string) =>
      this.#error(kind, path, serverWords(why, this.#secrets()), code);
    if (status >= 200 && status < 300) return readJson(text, fail);

    const error = toRegistryError(status, text, fail);
    if (!TRANSIENT.has(status)) throw error;
    const wait = retryAfter(headers['retry-after'], Date.now());
    if (wait !== undefined && wait > MOST_RETRY_AFTER_MS) {
      throw new RegistryError(
        error.kind,
        `${error.message}; it asks to wait ${Math.ceil(wait / 60_000)} minutes`,
      );
    }
    if (wait) this.#resumeAt = Math.max(this.#resumeAt, Date.now() + wait);
    throw new Passing(error);
  }

  #headers(): Record<string, string> {
    const { auth, headers } = this.#config;
    const all: Record<string, string> = {
      accept: 'application/json',
      'user-agent': 'airworthy',
      ...headers,
    };
    if (auth?.kind === 'bearer') all.authorization = `Bearer ${auth.token}`;
    if (auth?.kind === 'basic') all.authorization = `Basic ${basicOf(auth)}`;
    return all;
  }

  #secrets(): string[] {
    const { auth, headers } = this.#config;
    const secrets = Object.values(headers);
    if (auth?.kind === 'bearer') secrets.push(auth.token);
    if (auth?.kind === 'basic') secrets.push(auth.password, basicOf(auth));
    return secrets;
  }

  // The path but not the query: that may name what not every reader may know.
  #error(
    kind: RegistryError['kind'],
    path: string,
    why: string,
    code?: string,
  ) {
    return new RegistryError(kind, `${this.title}: GET /${path}: ${why}`, code);
  }
}
