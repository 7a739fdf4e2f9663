import { Knex } from 'knex';

/** Remembers of which entities the past was imported. */
export class ImportStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Entities with a scorecard by one of these rubrics whose past a source was not asked for. */
  async waiting(
    sourceId: string,
    rubricIds: readonly string[],
    options: { after: string; limit: number },
  ): Promise<string[]> {
    return this.#db('scorecards')
      .whereIn('rubric_id', rubricIds)
      .andWhere('entity_ref', '>', options.after)
      .whereNotExists(
        this.#db('history_imports')
          .where('source_id', sourceId)
          .whereRaw('history_imports.entity_ref = scorecards.entity_ref')
          .select(this.#db.raw('1')),
      )
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .limit(options.limit)
      .pluck('entity_ref');
  }

  /** Takes an entity within a transaction; false where it was taken before. */
  async claim(
    tx: Knex.Transaction,
    sourceId: string,
    entityRef: string,
    now: Date,
  ): Promise<boolean> {
    const inserted = await tx('history_imports')
      .insert({ source_id: sourceId, entity_ref: entityRef, imported_at: now })
      .onConflict(['source_id', 'entity_ref'])
      .ignore()
      .returning('entity_ref');
    return inserted.length > 0;
  }
}
