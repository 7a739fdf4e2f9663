import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  CompiledRubric,
  FactVocabulary,
  RubricProblem,
  compileRubric,
  formatRubricProblem,
  validateRubric,
} from '@airworthy/plugin-ml-maturity-common';
import { RubricConfig } from '../config';
import { RubricStore } from '../database/RubricStore';
import { RubricLoader } from './RubricLoader';

/** A rubric in force, and what is wrong with a newer document of it. */
export interface RubricInForce {
  compiled: CompiledRubric;
  source: string;
  loadedAt: string;
  problems: RubricProblem[];
}

/**
 * The rubrics in force. A newer document that is wrong changes nothing: the
 * last good one stays, over restarts too, and the problem is told beside it.
 */
export class RubricService {
  readonly #configs: RubricConfig[];
  readonly #loader: RubricLoader;
  readonly #store: RubricStore;
  readonly #vocabulary: FactVocabulary;
  readonly #logger: LoggerService;
  readonly #inForce = new Map<string, RubricInForce>();
  readonly #etags = new Map<string, string>();
  #told = new Map<string, string>();

  private constructor(options: RubricServiceOptions) {
    this.#configs = options.configs;
    this.#loader = options.loader;
    this.#store = options.store;
    this.#vocabulary = options.vocabulary;
    this.#logger = options.logger;
  }

  /** Loads every rubric. A rubric that is wrong and was never good is left out, with its problem logged. */
  static async create(options: RubricServiceOptions): Promise<RubricService> {
    const service = new RubricService(options);
    await service.refresh();
    return service;
  }

  /** Reads all rubrics again; answers the ids of those that changed. */
  async refresh(): Promise<string[]> {
    const changed: string[] = [];
    for (const config of this.#configs) {
      if (await this.#refresh(config)) changed.push(config.id);
    }
    return changed;
  }

  /** All rubrics in force, in the order of app-config. */
  all(): RubricInForce[] {
    return this.#configs.flatMap(({ id }) => this.#inForce.get(id) ?? []);
  }

  /** The rubric of an id, or the first one; throws a `NotFoundError`. */
  get(id?: string): RubricInForce {
    const found = id === undefined ? this.all()[0] : this.#inForce.get(id);
    if (!found) {
      throw new NotFoundError(
        id === undefined
          ? 'No rubric is in force'
          : `rubric: expected one of ${[...this.#inForce.keys()].join(
              ', ',
            )}, was "${id}"`,
      );
    }
    return found;
  }

  async #refresh(config: RubricConfig): Promise<boolean> {
    const before = this.#inForce.get(config.id);
    const loaded = await this.#loader.load(config, this.#etags.get(config.id));
    if (loaded.state === 'unchanged') return false;
    if (loaded.state === 'bad') {
      await this.#refuse(config.id, loaded.problems);
      return false;
    }
    const compiled = compileRubric(loaded.rubric, {
      vocabulary: this.#vocabulary,
    });
    if (loaded.etag) this.#etags.set(config.id, loaded.etag);
    this.#told.delete(config.id);
    if (before?.compiled.digest === compiled.digest) {
      before.problems = [];
      return false;
    }
    const now = new Date();
    this.#inForce.set(config.id, {
      compiled,
      source: loaded.source,
      loadedAt: now.toISOString(),
      problems: [],
    });
    await this.#store.accept(
      {
        id: config.id,
        version: loaded.rubric.metadata.version,
        digest: compiled.digest,
        document: loaded.rubric,
        source: loaded.source,
      },
      now,
    );
    return true;
  }

  async #refuse(id: string, problems: RubricProblem[]): Promise<void> {
    const text = problems.map(formatRubricProblem).join('; ');
    const inForce = this.#inForce.get(id) ?? (await this.#lastGood(id));
    if (inForce) inForce.problems = problems;
    if (this.#told.get(id) === text) return;
    this.#told.set(id, text);
    await this.#store.refuse(id, text, new Date());
    this.#logger.error(
      `Rubric ${id} is refused${
        inForce
          ? `; version ${inForce.compiled.rubric.metadata.version} stays in force`
          : ' and was never good before, so it is not in force'
      }: ${text}`,
    );
  }

  async #lastGood(id: string): Promise<RubricInForce | undefined> {
    const stored = await this.#store.get(id);
    if (!stored) return undefined;
    const result = validateRubric(stored.document, {
      vocabulary: this.#vocabulary,
      file: stored.source,
    });
    // Facts that it reads may be gone with the module that knew them.
    if (!result.ok) return undefined;
    const inForce: RubricInForce = {
      compiled: compileRubric(result.rubric, { vocabulary: this.#vocabulary }),
      source: stored.source,
      loadedAt: stored.loadedAt,
      problems: [],
    };
    this.#inForce.set(id, inForce);
    return inForce;
  }
}

interface RubricServiceOptions {
  configs: RubricConfig[];
  loader: RubricLoader;
  store: RubricStore;
  vocabulary: FactVocabulary;
  logger: LoggerService;
}
