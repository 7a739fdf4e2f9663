import { Entity } from '@backstage/catalog-model';
import {
  DeferredEntity,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  RegistryMapping,
  RegistryModel,
} from '@airworthy/plugin-ml-models-common';
import { chunks } from '../../database/chunks';
import { RegistryRunCounts } from '../database/RegistryRunStore';
import {
  KnownModel,
  ModelWrite,
  RegistryModelStore,
} from '../database/RegistryModelStore';
import { RegistryError } from '../http/RegistryError';
import {
  RegistryListing,
  RegistryPage,
  RegistrySource,
} from '../RegistrySource';
import { contentHash, hashOf } from './contentHash';
import { ModelToMap, mapModels } from './mapModels';

// Models that are held in memory in full, and written at once.
const BATCH = 100;
// Grows with each change of what the mapping makes of a model.
const MAPPING_VERSION = 1;
// Errors that are about one model and not about the registry.
const ABOUT_A_MODEL = new Set(['invalid-data', 'too-large', 'not-found']);

export interface RegistrySyncOptions {
  provider: string;
  source: RegistrySource;
  store: RegistryModelStore;
  connection: EntityProviderConnection;
  rules: RegistryMapping;
  refreshAfterMs: number;
  now: () => Date;
}

/** What a run has done so far. */
export interface SyncProgress {
  run: number;
  counts: RegistryRunCounts;
  /** Entries of lists that do not say which model they are. */
  nameless: number;
}

interface ToRead {
  listing: RegistryListing;
  revision: string;
  known?: KnownModel;
  /** It is written even where it seems unchanged, in case the catalog lost it. */
  force: boolean;
}

interface Changed extends ModelToMap {
  known?: KnownModel;
  revision: string;
  readAt: Date;
  force: boolean;
}

/** Brings pages of a registry's list into the catalog, writing only what changed. */
export class RegistrySync {
  readonly #options: RegistrySyncOptions;
  readonly #mapping: string;

  constructor(options: RegistrySyncOptions) {
    this.#options = options;
    this.#mapping = hashOf([MAPPING_VERSION, options.rules]);
  }

  async page(
    page: RegistryPage,
    progress: SyncProgress,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#refuse(
      (page.unreadable ?? []).flatMap(({ id, reason }) =>
        id ? [{ id, reason }] : [],
      ),
      progress,
    );
    const nameless = (page.unreadable ?? []).filter(({ id }) => !id).length;
    progress.nameless += nameless;
    progress.counts.refused += nameless;

    // No database that Backstage runs on takes NUL in a text, nor is it a name.
    const models = page.models.filter(({ id }) => !id.includes('\u0000'));
    progress.counts.refused += page.models.length - models.length;

    for (const batch of chunks(models, BATCH)) {
      signal.throwIfAborted();
      await this.#batch(batch, progress, signal);
    }
  }

  async #batch(
    listings: RegistryListing[],
    progress: SyncProgress,
    signal: AbortSignal,
  ): Promise<void> {
    const { store } = this.#options;
    const known = await store.find(listings.map(l => l.id));
    const unchanged: string[] = [];
    const toMap: string[] = [];
    const toRead: ToRead[] = [];
    for (const listing of listings) {
      const before = known.get(listing.id);
      const force = this.#isOld(before);
      const revision = hashOf(listing.revision);
      if (before?.revision !== revision || listing.changed || force) {
        toRead.push({ listing, revision, known: before, force });
      } else if (
        before.mapping !== this.#mapping ||
        before.emittedHash !== before.contentHash
      ) {
        toMap.push(listing.id);
      } else {
        unchanged.push(listing.id);
      }
    }
    progress.counts.seen += listings.length;
    await store.markSeen(unchanged, progress.run);

    const models = await store.models([
      ...toMap,
      ...toRead.map(({ listing }) => listing.id),
    ]);
    const stored = toMap.map((id): Changed => {
      const before = known.get(id)!;
      return {
        model: models.get(id)!,
        entityRef: before.entityRef,
        known: before,
        revision: before.revision,
        readAt: before.readAt,
        force: false,
      };
    });
    const read = await this.#read(toRead, models, progress, signal);
    await this.#write([...stored, ...read], progress);
  }

  #isOld(known: KnownModel | undefined): boolean {
    if (!known) return false;
    // Models that came together are not read together again.
    const { spread } = known;
    const age = this.#options.now().getTime() - known.readAt.getTime();
    return age > this.#options.refreshAfterMs * (0.5 + spread / 2);
  }

  /** Reads models in full; the source bounds how many at once. */
  async #read(
    toRead: ToRead[],
    previous: Map<string, RegistryModel>,
    progress: SyncProgress,
    signal: AbortSignal,
  ): Promise<Changed[]> {
    const refused: { id: string; reason: string }[] = [];
    // The others stop where one finds that the registry fails.
    const controller = new AbortController();
    const either = AbortSignal.any([signal, controller.signal]);
    const read = toRead.map(async ({ listing, revision, known, force }) => {
      try {
        const model = await this.#options.source.read(
          listing,
          force ? undefined : previous.get(listing.id),
          either,
        );
        // Gone since it was listed: what follows from that is left to a sweep
        // that does not list it any more.
        if (!model) return [];
        const readAt = this.#options.now();
        const entityRef = known?.entityRef;
        return [{ model, entityRef, known, revision, readAt, force }];
      } catch (error) {
        if (error instanceof RegistryError && ABOUT_A_MODEL.has(error.kind)) {
          refused.push({ id: listing.id, reason: error.message });
          return [];
        }
        controller.abort(error);
        throw error;
      }
    });
    try {
      const changed = (await Promise.all(read)).flat();
      await this.#refuse(refused, progress);
      return changed;
    } finally {
      await Promise.allSettled(read);
    }
  }

  async #refuse(
    models: { id: string; reason: string }[],
    progress: SyncProgress,
  ): Promise<void> {
    progress.counts.refused += models.length;
    await this.#options.store.refuse(models, progress.run, this.#options.now());
  }

  async #write(changed: Changed[], progress: SyncProgress): Promise<void> {
    if (!changed.length) return;
    const { provider, store, rules, connection, now } = this.#options;
    const byId = new Map(changed.map(c => [c.model.id, c]));
    const results = await mapModels(changed, {
      provider,
      store,
      rules,
      fetchedAt: now(),
    });
    await this.#refuse(
      results.flatMap(({ model, problem }) =>
        problem ? [{ id: model.id, reason: problem }] : [],
      ),
      progress,
    );

    const writes: ModelWrite[] = [];
    const added: DeferredEntity[] = [];
    const removed: { entityRef: string }[] = [];
    for (const result of results) {
      const { model, entity, entityRef, problem, notes } = result;
      if (problem || !entity || !entityRef) continue;
      const { known, revision, readAt, force } = byId.get(model.id)!;
      const hash = contentHash(entity as Entity);
      writes.push({
        id: model.id,
        entityRef,
        revision,
        // Mapped again by each sweep until its base model is there.
        mapping: result.isIncomplete ? '' : this.#mapping,
        contentHash: hash,
        readAt,
        notes,
        model,
      });
      if (force || known?.emittedHash !== hash) {
        added.push({ entity, locationKey: provider });
      }
      if (known?.entityRef && known.entityRef !== entityRef) {
        removed.push({ entityRef: known.entityRef });
      }
    }
    // A name that one model gave up may be another's by now.
    const held = new Set(writes.map(write => write.entityRef));
    const given = removed.filter(({ entityRef }) => !held.has(entityRef));

    await store.claim(writes, progress.run);
    if (added.length || given.length) {
      await connection.applyMutation({ type: 'delta', added, removed: given });
    }
    await store.confirm(writes.map(write => write.id));
    progress.counts.changed += added.length;
  }
}
