import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import pLimit from 'p-limit';
import { ServerConfig } from '../config/types';
import { invalidAnswer, ownWords, unreachable } from './failures';
import { UnreadableBody, readJson } from './readJson';
import { SharedRequests } from './SharedRequests';

const MOST_REDIRECTS = 3;

/** A request to one of the paths of a server's API. */
export interface ServerRequest {
  /** Below the server's address, such as `api/v1/query`. */
  path: string;
  params: URLSearchParams;
  method: 'GET' | 'POST';
}

/** Status and JSON of an answer; an error may have come with plain text, or nothing, in place of JSON. */
export interface ServerResponse {
  status: number;
  json?: unknown;
  text?: string;
}

/**
 * One server of app-config: its address and no other is fetched, with its
 * credentials, a time limit and a bound on requests at once.
 */
export class HttpServer {
  readonly #config: ServerConfig;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #shared = new SharedRequests();

  constructor(config: ServerConfig) {
    this.#config = config;
    this.#limit = pLimit(config.concurrency);
  }

  /** The server in words, such as `Prometheus "main"`. */
  get title(): string {
    return `${this.#config.product} "${this.#config.name}"`;
  }

  /** Text of the server as it may be shown. */
  words(text: string): string {
    const { auth, headers } = this.#config;
    const secrets = Object.values(headers);
    if (auth?.kind === 'bearer') secrets.push(auth.token);
    if (auth?.kind === 'basic') secrets.push(auth.password, basicOf(auth));
    return ownWords(text, secrets);
  }

  /** Asks; a request that is already under way is shared. */
  async request(
    request: ServerRequest,
    signal: AbortSignal,
  ): Promise<ServerResponse> {
    const key = `${request.method} ${request.path}?${request.params}`;
    try {
      return await this.#shared.run(key, signal, shared =>
        this.#limit(() => this.#exchange(request, shared)),
      );
    } catch (error) {
      if (error instanceof MonitoringSourceError || !signal.aborted) {
        throw error;
      }
      throw new MonitoringSourceError(
        'timeout',
        `${this.title} did not answer before the question was withdrawn`,
      );
    }
  }

  async #exchange(
    request: ServerRequest,
    signal: AbortSignal,
  ): Promise<ServerResponse> {
    signal.throwIfAborted();
    const { timeoutSeconds } = this.#config;
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      const response = await this.#fetch(
        request,
        AbortSignal.any([signal, timeout]),
      );
      return await this.#read(response);
    } catch (error) {
      if (error instanceof MonitoringSourceError || signal.aborted) {
        throw error;
      }
      if (timeout.aborted) {
        throw new MonitoringSourceError(
          'timeout',
          `${this.title} did not answer within ${timeoutSeconds} seconds`,
        );
      }
      throw unreachable(this.title, error);
    }
  }

  async #fetch(request: ServerRequest, signal: AbortSignal): Promise<Response> {
    let url = addressOf(this.#config.url, request.path);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const isPost = request.method === 'POST';
      if (!isPost) url.search = `${request.params}`;
      const response = await fetch(url, {
        method: request.method,
        headers: this.#headers(),
        ...(isPost && { body: request.params }),
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) {
        return response;
      }
      await response.body?.cancel();
      url = this.#redirected(url, location);
    }
    throw invalidAnswer(this.title, 'redirects in a circle');
  }

  /** Credentials and queries are not carried to another origin. */
  #redirected(from: URL, location: string): URL {
    const to = URL.canParse(location, from.href)
      ? new URL(location, from)
      : undefined;
    if (to?.origin !== from.origin) {
      throw new MonitoringSourceError(
        'refused',
        `${this.title} redirects to another address, which is not followed`,
      );
    }
    return to;
  }

  #headers(): Headers {
    const { auth, headers } = this.#config;
    const all = new Headers({ accept: 'application/json' });
    if (auth?.kind === 'bearer') {
      all.set('authorization', `Bearer ${auth.token}`);
    } else if (auth?.kind === 'basic') {
      all.set('authorization', `Basic ${basicOf(auth)}`);
    }
    Object.entries(headers).forEach(([name, value]) => all.set(name, value));
    return all;
  }

  async #read(response: Response): Promise<ServerResponse> {
    const { status } = response;
    try {
      return { status, json: await readJson(response) };
    } catch (error) {
      if (!(error instanceof UnreadableBody)) throw error;
      // An error's page, such as a proxy's, says less than its status.
      if (!response.ok) return { status, text: error.text };
      throw invalidAnswer(this.title, error.message);
    }
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
