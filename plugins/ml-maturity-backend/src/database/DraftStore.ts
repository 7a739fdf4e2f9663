import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { CheckAddress } from './AttestationStore';
import { toIso } from './moments';

/** An answer of a guided assessment that was saved, not sent. */
export interface AssessmentDraft {
  checkId: string;
  /** As far as it is filled in. */
  answer: JsonObject;
  author: string;
  savedAt: string;
}

/** Keeps drafts of a guided assessment, one a check, whoever saved it last. */
export class DraftStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async of(entityRef: string, rubricId: string): Promise<AssessmentDraft[]> {
    const rows = await this.#db('assessment_drafts')
      .where({ entity_ref: entityRef, rubric_id: rubricId })
      .orderBy('check_id');
    return rows.map(row => ({
      checkId: row.check_id,
      answer: JSON.parse(row.answer),
      author: row.author,
      savedAt: toIso(row.saved_at),
    }));
  }

  async save(
    address: CheckAddress,
    answer: JsonObject,
    author: string,
    now: Date,
  ): Promise<void> {
    await this.#db('assessment_drafts')
      .insert({
        entity_ref: address.entityRef,
        rubric_id: address.rubricId,
        check_id: address.checkId,
        answer: JSON.stringify(answer),
        author,
        saved_at: now,
      })
      .onConflict(['entity_ref', 'rubric_id', 'check_id'])
      .merge();
  }

  async remove(address: CheckAddress): Promise<void> {
    await this.#db('assessment_drafts')
      .where({
        entity_ref: address.entityRef,
        rubric_id: address.rubricId,
        check_id: address.checkId,
      })
      .delete();
  }
}
