import { createHash } from 'node:crypto';
import { RegistryModel } from '@airworthy/plugin-ml-models-common';
import { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { plainText } from '../../database/plainText';

// The most parameters that every database takes in one statement, with room.
const MOST_KEYS = 500;
const MOST_ROWS = 50;

interface Row {
  provider: string;
  model_key: string;
  model_id: string;
  entity_ref: string | null;
  revision: string;
  mapping: string;
  content_hash: string | null;
  emitted_hash: string | null;
  read_at: Date | string | number;
  seen_run: number;
  missing_since: Date | string | number | null;
  problem: string | null;
  notes: string;
  model: string | null;
}

/** What is known of a model, without what the registry told of it. */
export interface KnownModel {
  id: string;
  entityRef?: string;
  revision: string;
  mapping: string;
  contentHash?: string;
  emittedHash?: string;
  readAt: Date;
  /** Between 0 and 1, and the same for a model always. */
  spread: number;
}

/** A model that was read and mapped. */
export interface ModelWrite {
  id: string;
  entityRef: string;
  revision: string;
  mapping: string;
  contentHash: string;
  readAt: Date;
  notes: string[];
  model: RegistryModel;
}

/** A model that a list no longer shows. */
export interface MissingModel {
  id: string;
  entityRef?: string;
}

// Ids may be longer than an index takes.
const keyOf = (id: string) => createHash('sha256').update(id).digest('hex');

function knownOf(row: Omit<Row, 'model' | 'notes'>): KnownModel {
  return {
    id: row.model_id,
    entityRef: row.entity_ref ?? undefined,
    revision: row.revision,
    mapping: row.mapping,
    contentHash: row.content_hash ?? undefined,
    emittedHash: row.emitted_hash ?? undefined,
    readAt: new Date(row.read_at),
    spread: parseInt(row.model_key.slice(0, 4), 16) / 0xffff,
  };
}

/** What one provider knows of the models of its registry. */
export class RegistryModelStore {
  readonly #db: Knex;
  readonly #provider: string;

  constructor(db: Knex, provider: string) {
    this.#db = db;
    this.#provider = provider;
  }

  #rows(db: Knex = this.#db) {
    return db<Row>('ml_registry_models').where({ provider: this.#provider });
  }

  async find(ids: string[]): Promise<Map<string, KnownModel>> {
    const found = new Map<string, KnownModel>();
    for (const part of chunks(ids.map(keyOf), MOST_KEYS)) {
      const rows = await this.#rows()
        .whereIn('model_key', part)
        .select(
          'model_key',
          'model_id',
          'entity_ref',
          'revision',
          'mapping',
          'content_hash',
          'emitted_hash',
          'read_at',
        );
      for (const row of rows) found.set(row.model_id, knownOf(row as Row));
    }
    return found;
  }

  /** What the registry told of models when they were last read. */
  async models(ids: string[]): Promise<Map<string, RegistryModel>> {
    const found = new Map<string, RegistryModel>();
    for (const part of chunks(ids.map(keyOf), MOST_KEYS)) {
      const rows = await this.#rows()
        .whereIn('model_key', part)
        .whereNotNull('model')
        .select('model_id', 'model');
      for (const row of rows) found.set(row.model_id, JSON.parse(row.model!));
    }
    return found;
  }

  /** Who holds references of entities, of all registries. */
  async holders(
    refs: string[],
  ): Promise<Map<string, { provider: string; id: string }>> {
    const found = new Map<string, { provider: string; id: string }>();
    for (const part of chunks(refs, MOST_KEYS)) {
      const rows = await this.#db<Row>('ml_registry_models')
        .whereIn('entity_ref', part)
        .select('entity_ref', 'provider', 'model_id');
      for (const row of rows) {
        found.set(row.entity_ref!, {
          provider: row.provider,
          id: row.model_id,
        });
      }
    }
    return found;
  }

  /**
   * Notes what models are to become, before the catalog is told: so that their
   * names are theirs, and that a run after a kill sees what was not told.
   */
  async claim(writes: ModelWrite[], run: number): Promise<void> {
    await this.#db.transaction(async tx => {
      for (const part of chunks(writes, MOST_ROWS)) {
        await tx<Row>('ml_registry_models')
          .insert(
            part.map(write => ({
              provider: this.#provider,
              model_key: keyOf(write.id),
              model_id: write.id,
              entity_ref: write.entityRef,
              revision: write.revision,
              mapping: write.mapping,
              content_hash: write.contentHash,
              read_at: write.readAt,
              seen_run: run,
              missing_since: null,
              problem: null,
              notes: plainText(JSON.stringify(write.notes)),
              model: JSON.stringify(write.model),
            })),
          )
          .onConflict(['provider', 'model_key'])
          .merge();
      }
    });
  }

  /** Notes that the catalog holds models as they are to be. */
  async confirm(ids: string[]): Promise<void> {
    for (const part of chunks(ids.map(keyOf), MOST_KEYS)) {
      await this.#rows()
        .whereIn('model_key', part)
        .update({ emitted_hash: this.#db.ref('content_hash') as any });
    }
  }

  /** Notes that a run saw models, which did not change. */
  async markSeen(ids: string[], run: number): Promise<void> {
    for (const part of chunks(ids.map(keyOf), MOST_KEYS)) {
      await this.#rows()
        .whereIn('model_key', part)
        // A run that started later may have been here.
        .where('seen_run', '<', run)
        .update({ seen_run: run, missing_since: null });
    }
  }

  /** Notes why models could not be read or mapped; what the catalog holds of them stays. */
  async refuse(
    models: { id: string; reason: string }[],
    run: number,
    now: Date,
  ): Promise<void> {
    await this.#db.transaction(async tx => {
      for (const part of chunks(models, MOST_ROWS)) {
        await tx<Row>('ml_registry_models')
          .insert(
            part.map(({ id, reason }) => ({
              provider: this.#provider,
              model_key: keyOf(id),
              model_id: id,
              revision: '',
              mapping: '',
              read_at: now,
              seen_run: run,
              missing_since: null,
              problem: plainText(reason),
              notes: '[]',
            })),
          )
          .onConflict(['provider', 'model_key'])
          // Without a revision it is read again by the next run.
          .merge(['revision', 'seen_run', 'missing_since', 'problem']);
      }
    });
  }

  /** How many models the catalog holds, and how many of them a run did not see. */
  async count(run: number): Promise<{ known: number; missing: number }> {
    const count = async (rows: Knex.QueryBuilder) =>
      Number((await rows.count({ count: '*' }))[0].count);
    const held = () => this.#rows().whereNotNull('entity_ref');
    return {
      known: await count(held()),
      missing: await count(held().where('seen_run', '<', run)),
    };
  }

  /** Notes since when the models that a run did not see are missing. */
  async markMissing(run: number, now: Date): Promise<void> {
    await this.#rows()
      .where('seen_run', '<', run)
      .whereNull('missing_since')
      .update({ missing_since: now });
  }

  /** Some of the models that a run did not see and that are missing since a moment at the latest. */
  async missing(
    run: number,
    since: Date,
    options: { after?: string; limit: number },
  ): Promise<{ models: MissingModel[]; next?: string }> {
    const rows = await this.#rows()
      .where('seen_run', '<', run)
      .andWhere('missing_since', '<=', since)
      .andWhere('model_key', '>', options.after ?? '')
      .orderBy('model_key')
      .limit(options.limit)
      .select('model_key', 'model_id', 'entity_ref');
    return {
      models: rows.map(row => ({
        id: row.model_id,
        entityRef: row.entity_ref ?? undefined,
      })),
      next:
        rows.length === options.limit
          ? rows[rows.length - 1].model_key
          : undefined,
    };
  }

  /** Forgets models, unless a run that started later saw them. */
  async remove(ids: string[], run: number): Promise<void> {
    for (const part of chunks(ids.map(keyOf), MOST_KEYS)) {
      await this.#rows()
        .whereIn('model_key', part)
        .where('seen_run', '<', run)
        .delete();
    }
  }
}
