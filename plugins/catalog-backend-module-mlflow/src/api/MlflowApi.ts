import {
  RegistryClient,
  RegistryError,
} from '@airworthy/plugin-ml-models-node';
import { z } from 'zod';
import { quoted } from './quote';
import {
  MlflowLoggedModel,
  MlflowModel,
  MlflowRun,
  MlflowVersion,
  loggedModelAnswer,
  modelAnswer,
  modelVersion,
  modelsPage,
  runAnswer,
  versionAnswer,
  versionsPage,
} from './schemas';

const API = 'api/2.0/mlflow';
const PAGE = 200;
// A list that never ends is no list.
const MOST_PAGES = 50_000;
const MISSING = 'RESOURCE_DOES_NOT_EXIST';

/** Order of a list. */
export type MlflowOrder = 'name ASC' | 'last_updated_timestamp DESC';

interface Answered<T> {
  items: T[];
  next?: string | null;
}

/** The parts of MLflow's REST API that tell of registered models. */
export class MlflowApi {
  readonly #client: RegistryClient;

  constructor(client: RegistryClient) {
    this.#client = client;
  }

  /** Registered models, as they came. */
  models(
    options: { order: MlflowOrder; filter?: string },
    signal: AbortSignal,
  ): AsyncIterable<unknown[]> {
    return this.#pages(PAGE, async (size, token) => {
      const answer = await this.#get(
        'registered-models/search',
        {
          max_results: `${size}`,
          order_by: options.order,
          filter: options.filter,
          page_token: token,
        },
        modelsPage,
        signal,
      );
      return { items: answer.registered_models, next: answer.next_page_token };
    });
  }

  /** Versions of all models, those that changed last first. */
  changedVersions(signal: AbortSignal): AsyncIterable<MlflowVersion[]> {
    return this.#versions(
      PAGE,
      { order_by: 'last_updated_timestamp DESC' },
      signal,
    );
  }

  /** The newest versions of a model. */
  async newestVersions(
    model: MlflowModel,
    most: number,
    signal: AbortSignal,
  ): Promise<MlflowVersion[]> {
    const name = quoted(model.name);
    if (!name) return model.latest_versions;
    const versions: MlflowVersion[] = [];
    const pages = this.#versions(
      most,
      { filter: `name=${name}`, order_by: 'version_number DESC' },
      signal,
    );
    for await (const page of pages) {
      // Some databases compare names without regard to case.
      versions.push(...page.filter(v => v.name === model.name));
      if (versions.length >= most) break;
    }
    return versions.slice(0, most);
  }

  model(name: string, signal: AbortSignal): Promise<MlflowModel | undefined> {
    return this.#known(async () => {
      const params = { name };
      return (
        await this.#get('registered-models/get', params, modelAnswer, signal)
      ).registered_model;
    });
  }

  version(
    name: string,
    version: string,
    signal: AbortSignal,
  ): Promise<MlflowVersion | undefined> {
    return this.#known(async () => {
      const params = { name, version };
      return (
        await this.#get('model-versions/get', params, versionAnswer, signal)
      ).model_version;
    });
  }

  run(id: string, signal: AbortSignal): Promise<MlflowRun | undefined> {
    return this.#known(
      async () =>
        (await this.#get('runs/get', { run_id: id }, runAnswer, signal)).run,
    );
  }

  /** What MLflow 3 knows of the model that a version was made from. */
  async loggedModel(
    id: string,
    signal: AbortSignal,
  ): Promise<MlflowLoggedModel | undefined> {
    const path = `logged-models/${encodeURIComponent(id)}`;
    try {
      return (await this.#get(path, {}, loggedModelAnswer, signal)).model;
    } catch (error) {
      // Also a registry that is older than its client, which has no such path.
      if (isKind(error, 'not-found')) return undefined;
      throw error;
    }
  }

  #versions(
    most: number,
    params: Record<string, string>,
    signal: AbortSignal,
  ): AsyncIterable<MlflowVersion[]> {
    return this.#pages(most, async (size, token) => {
      const answer = await this.#get(
        'model-versions/search',
        { ...params, max_results: `${size}`, page_token: token },
        versionsPage,
        signal,
      );
      const items = answer.model_versions.map(item =>
        this.#parse(modelVersion, item, 'model-versions/search'),
      );
      return { items, next: answer.next_page_token };
    });
  }

  async *#pages<T>(
    most: number,
    ask: (size: number, token: string | undefined) => Promise<Answered<T>>,
  ): AsyncGenerator<T[]> {
    const tokens = new Set<string>();
    let token: string | undefined;
    let size = most;
    do {
      const { answer, size: asked } = await askFewer(size, token, ask);
      const { items, next } = answer;
      size = asked;
      yield items;
      token = next || undefined;
      if (token && (tokens.has(token) || tokens.size > MOST_PAGES)) {
        throw new RegistryError(
          'invalid-data',
          `${
            this.#client.title
          }: its list never ends: it hands out the same page again`,
        );
      }
      if (token) tokens.add(token);
    } while (token);
  }

  /** Undefined where MLflow itself says that there is none: not a proxy, and not for a wrong address. */
  async #known<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (isKind(error, 'not-found') && error.code === MISSING) {
        return undefined;
      }
      throw error;
    }
  }

  async #get<T>(
    path: string,
    params: Record<string, string | undefined>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const given = Object.entries(params).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const json = await this.#client.getJson(
      `${API}/${path}`,
      new URLSearchParams(given),
      signal,
    );
    return this.#parse(schema, json, path);
  }

  #parse<T>(schema: z.ZodType<T>, json: unknown, path: string): T {
    const result = schema.safeParse(json);
    if (result.success) return result.data;
    throw new RegistryError(
      'invalid-data',
      `${this.#client.title}: GET /${API}/${path}: ${problemOf(result.error)}`,
    );
  }
}

function isKind(
  error: unknown,
  kind: RegistryError['kind'],
): error is RegistryError {
  return error instanceof RegistryError && error.kind === kind;
}

/** Asks for less where an answer is longer than may be read, as long texts make it. */
async function askFewer<T>(
  most: number,
  token: string | undefined,
  ask: (size: number, token: string | undefined) => Promise<T>,
): Promise<{ answer: T; size: number }> {
  for (let size = most; ; size = Math.floor(size / 4)) {
    try {
      return { answer: await ask(size, token), size };
    } catch (error) {
      if (!isKind(error, 'too-large') || size < 4) throw error;
    }
  }
}

/** The first thing that is not of the API, with its field. */
export function problemOf(error: z.ZodError): string {
  const [{ path, message }] = error.issues;
  return `its answer is not of MLflow's API: ${
    path.join('.') || 'all of it'
  }: ${message}`;
}
