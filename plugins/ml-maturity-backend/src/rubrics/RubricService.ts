import { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
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
  /** Digests of what each source said when it was last read. */
  readonly #read = new Map<string, string>();
  readonly #unusable = new Map<string, string>();
  readonly #told = new Map<string, string>();

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

  /** Ids of all rubrics of app-config, whether they are in force or not. */
  configured(): string[] {
    return this.#configs.map(({ id }) => id);
  }

  /**
   * Takes over what other replicas accepted: the database says which document
   * is in force, so that all replicas judge alike.
   */
  async adopt(): Promise<void> {
    const digests = await this.#store.digests();
    for (const id of this.configured()) {
      const digest = digests.get(id);
      if (!digest || digest === this.#inForce.get(id)?.compiled.digest)
        continue;
      // One that this replica cannot use is not looked at each time.
      if (this.#unusable.get(id) === digest) continue;
      const problems = this.#inForce.get(id)?.problems ?? [];
      const adopted = await this.#stored(id);
      if (adopted) this.#inForce.set(id, { ...adopted, problems });
      else this.#unusable.set(id, digest);
    }
  }

  async #refresh(config: RubricConfig): Promise<boolean> {
    const loaded = await this.#loader.load(config, this.#etags.get(config.id));
    if (loaded.state === 'bad') {
      await this.#refuse(config.id, loaded.problems);
      return false;
    }
    if (loaded.state === 'unchanged') {
      await this.#clear(config.id);
      return false;
    }
    let compiled: CompiledRubric;
    try {
      compiled = compileRubric(loaded.rubric, { vocabulary: this.#vocabulary });
    } catch (error) {
      await this.#refuse(config.id, [
        {
          file: loaded.source,
          field: '(document)',
          message: toError(error).message,
        },
      ]);
      return false;
    }
    if (loaded.etag) this.#etags.set(config.id, loaded.etag);
    await this.#clear(config.id);
    // Only a source that changed speaks: one that says what it said before
    // does not undo what another replica accepted meanwhile.
    if (this.#read.get(config.id) === compiled.digest) return false;
    this.#read.set(config.id, compiled.digest);
    const before = (await this.#store.digests()).get(config.id);
    const now = new Date();
    this.#inForce.set(config.id, {
      compiled,
      source: loaded.source,
      loadedAt: now.toISOString(),
      problems: [],
    });
    if (before === compiled.digest) return false;
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

  async #clear(id: string): Promise<void> {
    const inForce = this.#inForce.get(id);
    if (inForce) inForce.problems = [];
    if (this.#told.delete(id)) await this.#store.clearProblem(id);
  }

  async #refuse(id: string, problems: RubricProblem[]): Promise<void> {
    const text = problems.map(formatRubricProblem).join('; ');
    let inForce = this.#inForce.get(id);
    if (!inForce) {
      inForce = await this.#stored(id);
      if (inForce) this.#inForce.set(id, inForce);
    }
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

  /** The last good document, if this replica can use it. */
  async #stored(id: string): Promise<RubricInForce | undefined> {
    const stored = await this.#store.get(id);
    if (!stored) return undefined;
    const result = validateRubric(stored.document, {
      vocabulary: this.#vocabulary,
      file: stored.source,
    });
    // Facts that it reads may be gone with the module that knew them.
    if (!result.ok) {
      this.#logger.warn(
        `The stored rubric ${id} cannot be used here: ${result.problems
          .map(formatRubricProblem)
          .join('; ')}`,
      );
      return undefined;
    }
    return {
      compiled: compileRubric(result.rubric, { vocabulary: this.#vocabulary }),
      source: stored.source,
      loadedAt: stored.loadedAt,
      problems: [],
    };
  }
}

interface RubricServiceOptions {
  configs: RubricConfig[];
  loader: RubricLoader;
  store: RubricStore;
  vocabulary: FactVocabulary;
  logger: LoggerService;
}
