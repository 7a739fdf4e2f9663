import { CacheService, LoggerService } from '@backstage/backend-plugin-api';
import {
  Entity,
  getEntitySourceLocation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ForwardedError, toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { repositoryFacts } from '@airworthy/plugin-ml-maturity-common';
import {
  CollectRequest,
  CollectorAnswer,
  FactCollector,
} from '@airworthy/plugin-ml-maturity-node';
import { RELATION_TRAINED_BY } from '@airworthy/plugin-ml-models-common';
import { loadByRef, relationTargets } from '@airworthy/plugin-ml-models-node';
import { assessRepository } from './assessRepository';
import { RepositoryReader } from './RepositoryReader';

type Location = { type: string; target: string };
type Assessment = JsonObject | undefined;

const CACHE_TTL = { days: 30 };
// Raised when repositories are assessed in another way, so that none keeps an old assessment.
const ASSESSMENT = 1;
const NEVER_READABLE = new Set(['NotFoundError', 'NotAllowedError']);

function locationOf(entity: Entity): Location | undefined {
  try {
    return getEntitySourceLocation(entity);
  } catch {
    return undefined;
  }
}

/**
 * Facts of the source repositories of the model and of its training pipeline.
 *
 * @remarks
 *
 * Each repository is read once a batch however many entities share it, and
 * only if its etag is new. A location that no reader is for leaves its facts
 * unknown.
 */
export class RepositoryCollector implements FactCollector {
  readonly schema = repositoryFacts;
  readonly freshness = { hours: 12 };
  readonly batchSize = 50;
  readonly timeout = { minutes: 10 };
  readonly #catalog: CatalogService;
  readonly #cache: CacheService;
  readonly #readers: RepositoryReader[];
  readonly #logger: LoggerService;
  readonly #told = new Set<string>();

  constructor(options: {
    catalog: CatalogService;
    cache: CacheService;
    readers: RepositoryReader[];
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#cache = options.cache.withOptions({ defaultTtl: CACHE_TTL });
    this.#readers = options.readers;
    this.#logger = options.logger;
  }

  async collect({
    entities,
    credentials,
    signal,
  }: CollectRequest): Promise<CollectorAnswer[]> {
    const pipelines = await loadByRef(
      this.#catalog,
      entities.flatMap(entity => relationTargets(entity, RELATION_TRAINED_BY)),
      { credentials, fields: ['kind', 'metadata'] },
    );
    const reads = new Map<string, Promise<Assessment>>();
    const assess = (entity: Entity | undefined): Promise<Assessment> => {
      const location = entity && locationOf(entity);
      if (!location) return Promise.resolve(undefined);
      const key = `${location.type}:${location.target}`;
      if (!reads.has(key)) reads.set(key, this.#assess(location, signal));
      return reads.get(key)!;
    };

    return Promise.all(
      entities.map(async entity => {
        const entityRef = stringifyEntityRef(entity);
        const pipeline = relationTargets(entity, RELATION_TRAINED_BY)
          .map(ref => pipelines.get(ref))
          .find(found => found !== undefined);
        try {
          const [own, trains] = await Promise.all([
            assess(entity),
            assess(pipeline).catch(this.#unreadable),
          ]);
          return {
            entityRef,
            values: { ...own, ...(trains ? { pipeline: trains } : {}) },
          };
        } catch (error) {
          return { entityRef, failure: toError(error).message };
        }
      }),
    );
  }

  // A pipeline's repository that the portal may never read says nothing; it
  // does not take away what the model's own says.
  readonly #unreadable = (error: unknown): undefined => {
    const cause = (error as { cause?: unknown }).cause;
    if (!NEVER_READABLE.has(toError(cause).name)) throw error;
    const { message } = toError(error);
    if (!this.#told.has(message)) this.#logger.warn(message);
    this.#told.add(message);
    return undefined;
  };

  async #assess(location: Location, signal: AbortSignal): Promise<Assessment> {
    const reader = this.#readers.find(r => r.reads(location));
    if (!reader) return undefined;
    const key = `repository:${ASSESSMENT}:${location.type}:${location.target}`;
    const known = await this.#known(key);
    try {
      const answer = await reader.read(location.target, {
        etag: known?.etag,
        signal,
      });
      if (answer.state === 'unchanged') return known?.assessment;
      if (answer.state === 'absent') return undefined;
      const assessment = assessRepository(answer.files, answer.folder);
      if (answer.etag) await this.#keep(key, answer.etag, assessment);
      return assessment;
    } catch (error) {
      throw new ForwardedError(
        `Repository ${location.target} could not be read`,
        error,
      );
    }
  }

  async #keep(
    key: string,
    etag: string,
    assessment: JsonObject,
  ): Promise<void> {
    try {
      await this.#cache.set(key, { etag, assessment });
    } catch (error) {
      this.#logger.warn(
        `The cache of repositories could not be written: ${error}`,
      );
    }
  }

  async #known(
    key: string,
  ): Promise<{ etag: string; assessment: JsonObject } | undefined> {
    try {
      return await this.#cache.get(key);
    } catch (error) {
      this.#logger.warn(
        `The cache of repositories could not be read: ${error}`,
      );
      return undefined;
    }
  }
}
