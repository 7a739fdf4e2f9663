import {
  IncomingMessage,
  Server,
  ServerResponse,
  createServer,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { MlflowError, filtered, missing, ordered, paged } from './search';
import { LoggedModel, Model, Run, Version } from './types';

const API = '/api/2.0/mlflow/';

type Handler = (query: URLSearchParams) => object;

/** Answers in place of the server; true where it did. */
export type Interceptor = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean | void;

/**
 * A server that speaks the part of MLflow's REST API that tells of registered
 * models. Its state is in memory, and changed by whoever holds it.
 */
export class MlflowStandIn {
  readonly models = new Map<string, Model>();
  /** Versions by the name of their model. */
  readonly versions = new Map<string, Version[]>();
  readonly runs = new Map<string, Run>();
  readonly loggedModels = new Map<string, LoggedModel>();
  /** Paths below the API, as they were asked for. */
  readonly requests: string[] = [];
  /** Called before each answer, to be at fault. */
  intercept: Interceptor = () => {};
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      if (this.intercept(request, response)) return;
      this.#answer(request, response);
    });
  }

  /** Address of the server. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://localhost:${port}`;
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>(resolve =>
      this.#server.listen(port, 'localhost', resolve),
    );
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  deleteModel(name: string): void {
    this.models.delete(name);
    this.versions.delete(name);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const path = pathname.startsWith(API) ? pathname.slice(API.length) : '';
    this.requests.push(path);
    const send = (status: number, body: object) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    try {
      const handler = this.#handler(path);
      if (!handler) {
        response.writeHead(404, { 'content-type': 'text/html' });
        response.end('<!doctype html><title>404 Not Found</title>');
        return;
      }
      send(200, handler(searchParams));
    } catch (error) {
      if (!(error instanceof MlflowError)) throw error;
      send(error.status, { error_code: error.code, message: error.message });
    }
  }

  #handler(path: string): Handler | undefined {
    const logged = /^logged-models\/([^/]+)$/.exec(path);
    if (logged) return () => this.#loggedModel(decodeURIComponent(logged[1]));
    const handlers: Record<string, Handler> = {
      'registered-models/search': query => this.#searchModels(query),
      'registered-models/get': query => ({
        registered_model: this.#model(query.get('name') ?? ''),
      }),
      'model-versions/search': query => this.#searchVersions(query),
      'model-versions/get': query => ({ model_version: this.#version(query) }),
      'runs/get': query => ({ run: this.#run(query.get('run_id') ?? '') }),
    };
    return Object.hasOwn(handlers, path) ? handlers[path] : undefined;
  }

  #model(name: string): object {
    const model = this.models.get(name);
    if (!model) throw missing(`Registered Model with name=${name} not found`);
    const versions = this.versions.get(name) ?? [];
    const latest = new Map(versions.map(v => [v.current_stage, v]));
    return {
      ...model,
      // Like all empty lists it is left out.
      ...(latest.size && { latest_versions: [...latest.values()] }),
    };
  }

  #searchModels(query: URLSearchParams): object {
    const found = ordered(
      filtered([...this.models.values()], query.get('filter')),
      query.getAll('order_by'),
    );
    const { items, next } = paged(found, query, 1_000);
    return {
      ...(items.length && {
        registered_models: items.map(({ name }) => this.#model(name)),
      }),
      ...(next && { next_page_token: next }),
    };
  }

  #searchVersions(query: URLSearchParams): object {
    const filter = query.get('filter');
    const ofName = /^\s*name\s*=\s*(?:'([^']*)'|"([^"]*)")\s*$/.exec(
      filter ?? '',
    );
    const found = ofName
      ? this.versions.get(ofName[1] ?? ofName[2]) ?? []
      : filtered([...this.versions.values()].flat(), filter);
    const { items, next } = paged(
      ordered(found, query.getAll('order_by')),
      query,
      200_000,
    );
    return {
      ...(items.length && { model_versions: items }),
      ...(next && { next_page_token: next }),
    };
  }

  #version(query: URLSearchParams): Version {
    const name = query.get('name') ?? '';
    const version = this.versions
      .get(name)
      ?.find(v => v.version === query.get('version'));
    if (version) return version;
    throw missing(
      `Model Version (name=${name}, version=${query.get('version')}) not found`,
    );
  }

  #run(id: string): Run {
    const run = this.runs.get(id);
    if (!run) throw missing(`Run with id=${id} not found`);
    return run;
  }

  #loggedModel(id: string): object {
    const model = this.loggedModels.get(id);
    if (!model) throw missing(`Logged model with ID '${id}' not found.`);
    return { model };
  }
}
