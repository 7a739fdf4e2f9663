import { Knex } from 'knex';
import {
  plainText,
  toIso,
  toIsoOrUndefined,
} from '@airworthy/plugin-ml-models-node';

/** A rubric that was good once, and why a newer document of it is not. */
export interface StoredRubric {
  id: string;
  version: string;
  digest: string;
  document: unknown;
  source: string;
  loadedAt: string;
  problem?: string;
  problemAt?: string;
}

interface Row {
  id: string;
  version: string;
  digest: string;
  document: string;
  source: string;
  loaded_at: Date | string;
  problem: string | null;
  problem_at: Date | string | null;
}

/** Keeps the last good document of each rubric, so that it stays in force over a restart. */
export class RubricStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async get(id: string): Promise<StoredRubric | undefined> {
    const row = await this.#db<Row>('rubrics').where({ id }).first();
    return (
      row && {
        id: row.id,
        version: row.version,
        digest: row.digest,
        document: JSON.parse(row.document),
        source: row.source,
        loadedAt: toIso(row.loaded_at),
        problem: row.problem ?? undefined,
        problemAt: toIsoOrUndefined(row.problem_at),
      }
    );
  }

  /** Digests of the documents in force, by id. */
  async digests(): Promise<Map<string, string>> {
    const rows = await this.#db<Row>('rubrics').select('id', 'digest');
    return new Map(rows.map(row => [row.id, row.digest]));
  }

  /** Notes that the newest document is good again. */
  async clearProblem(id: string): Promise<void> {
    await this.#db<Row>('rubrics')
      .where({ id })
      .update({ problem: null, problem_at: null });
  }

  /** Stores a good document and forgets an earlier problem. */
  async accept(
    rubric: Omit<StoredRubric, 'loadedAt' | 'problem' | 'problemAt'>,
    now: Date,
  ): Promise<void> {
    await this.#db<Row>('rubrics')
      .insert({
        id: rubric.id,
        version: rubric.version,
        digest: rubric.digest,
        document: JSON.stringify(rubric.document),
        source: rubric.source,
        loaded_at: now,
        problem: null,
        problem_at: null,
      })
      .onConflict('id')
      .merge();
  }

  /** Notes why the newest document of a rubric is not good. */
  async refuse(id: string, problem: string, now: Date): Promise<void> {
    await this.#db<Row>('rubrics')
      .where({ id })
      .update({ problem: plainText(problem), problem_at: now });
  }
}
