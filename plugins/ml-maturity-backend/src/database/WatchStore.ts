import { Knex } from 'knex';
import { chunks } from '@airworthy/plugin-ml-models-node';

/** An entity as a look at the catalog found it. */
export interface WatchedEntity {
  entityRef: string;
  etag: string;
  /** References of the models whose evaluation depends on it. */
  subjects: string[];
}

interface Row {
  entity_ref: string;
  etag: string;
  subjects: string;
}

const ROWS_PER_INSERT = 200;
const REFS_PER_QUERY = 500;

/** Remembers what the last look at the catalog found. */
export class WatchStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async all(): Promise<Map<string, WatchedEntity>> {
    const rows = await this.#db<Row>('watched_entities');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          entityRef: row.entity_ref,
          etag: row.etag,
          subjects: JSON.parse(row.subjects),
        },
      ]),
    );
  }

  async store(entities: readonly WatchedEntity[]): Promise<void> {
    for (const part of chunks(entities, ROWS_PER_INSERT)) {
      await this.#db<Row>('watched_entities')
        .insert(
          part.map(({ entityRef, etag, subjects }) => ({
            entity_ref: entityRef,
            etag,
            subjects: JSON.stringify(subjects),
          })),
        )
        .onConflict('entity_ref')
        .merge();
    }
  }

  async remove(entityRefs: readonly string[]): Promise<void> {
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      await this.#db<Row>('watched_entities')
        .whereIn('entity_ref', refs)
        .delete();
    }
  }
}
