import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { FactCollector } from '@airworthy/plugin-ml-maturity-node';
import { chunks } from '@airworthy/plugin-ml-models-node';
import { FactStore, FactUpdate } from '../database/FactStore';
import { readAnswers } from './readAnswers';
import { withinTime } from './withinTime';

const DEFAULT_BATCH = 100;
const DEFAULT_TIMEOUT = { minutes: 1 };
// A collector that failed is asked again sooner than one that answered.
const RETRY_AFTER_MS = 5 * 60_000;

/** Which entities are looked at. */
export interface CollectOptions {
  /** Whether facts that are still fresh are collected again, as after a change of the entity. */
  always: boolean;
  signal: AbortSignal;
}

/**
 * Asks the collectors and stores what they find. Each one fails alone: the
 * facts that are known stay, with their age and the reason.
 */
export class FactService {
  readonly #collectors: readonly FactCollector[];
  readonly #store: FactStore;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;

  constructor(options: {
    collectors: readonly FactCollector[];
    store: FactStore;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#collectors = options.collectors;
    this.#store = options.store;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** Collects what is missing or no longer fresh about entities. */
  async collect(entities: Entity[], options: CollectOptions): Promise<void> {
    const due = await this.#due(entities, options.always);
    await Promise.all(
      this.#collectors.map(async collector => {
        const wanted = due.get(collector.schema.collector) ?? [];
        const size = collector.batchSize ?? DEFAULT_BATCH;
        for (const batch of chunks(wanted, size)) {
          if (options.signal.aborted) return;
          const updates = await this.#ask(collector, batch, options.signal);
          if (options.signal.aborted) return;
          await this.#store.store(updates, new Date());
        }
      }),
    );
  }

  async #due(
    entities: Entity[],
    always: boolean,
  ): Promise<Map<string, Entity[]>> {
    const ids = this.#collectors.map(({ schema }) => schema.collector);
    if (always) return new Map(ids.map(id => [id, entities]));
    const now = Date.now();
    const ages = await this.#store.agesOf(
      entities.map(e => stringifyEntityRef(e)),
    );
    const freshness = new Map(
      this.#collectors.map(({ schema, freshness: span }) => [
        schema.collector,
        durationToMilliseconds(span),
      ]),
    );
    const fresh = new Set<string>();
    for (const { entityRef, collectorId, collectedAt, failedAt } of ages) {
      // A clock that was put back makes what was collected "later" due again.
      const age = collectedAt ? now - Date.parse(collectedAt) : Infinity;
      const sinceFailure = failedAt ? now - Date.parse(failedAt) : Infinity;
      const lasts = freshness.get(collectorId) ?? 0;
      const isFresh = !failedAt && age >= 0 && age < lasts;
      const failedJustNow = sinceFailure >= 0 && sinceFailure < RETRY_AFTER_MS;
      if (isFresh || failedJustNow) fresh.add(`${collectorId} ${entityRef}`);
    }
    return new Map(
      ids.map(id => [
        id,
        entities.filter(e => !fresh.has(`${id} ${stringifyEntityRef(e)}`)),
      ]),
    );
  }

  async #ask(
    collector: FactCollector,
    entities: Entity[],
    signal: AbortSignal,
  ): Promise<FactUpdate[]> {
    const asked = entities.map(e => stringifyEntityRef(e));
    const collectorId = collector.schema.collector;
    let answers: unknown;
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      answers = await withinTime(
        durationToMilliseconds(collector.timeout ?? DEFAULT_TIMEOUT),
        signal,
        either => collector.collect({ entities, credentials, signal: either }),
      );
    } catch (error) {
      const failure = toError(error).message;
      this.#logger.warn(
        `Facts of ${collectorId} were not collected: ${failure}`,
      );
      return asked.map(entityRef => ({ entityRef, collectorId, failure }));
    }
    const { updates, notes } = readAnswers(collector.schema, asked, answers);
    if (notes.length) {
      const [first, ...rest] = notes;
      this.#logger.warn(
        `Facts of ${collectorId} were left aside: ${first}${
          rest.length ? `, and ${rest.length} more` : ''
        }`,
      );
    }
    return updates;
  }
}
