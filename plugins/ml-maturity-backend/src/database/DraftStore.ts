import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { AssessmentDraftRecord } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import { isUniqueViolation, toIso } from '@airworthy/plugin-ml-models-node';
import { CheckAddress, addressColumns } from './checkAddress';

interface Row {
  entity_ref: string;
  rubric_id: string;
  check_id: string;
  answer: string;
  author: string;
  saved_at: Date | string;
  revision: string | null;
}

const TABLE = 'assessment_drafts';

function fromRow(row: Row): AssessmentDraftRecord {
  const savedAt = toIso(row.saved_at);
  return {
    checkId: row.check_id,
    answer: JSON.parse(row.answer),
    author: row.author,
    savedAt,
    revision: row.revision ?? savedAt,
  };
}

/** Keeps drafts of a guided assessment, one a check, whoever saved it last. */
export class DraftStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async of(
    entityRef: string,
    rubricId: string,
  ): Promise<AssessmentDraftRecord[]> {
    const rows = await this.#db<Row>(TABLE)
      .where({ entity_ref: entityRef, rubric_id: rubricId })
      .orderBy('check_id');
    return rows.map(fromRow);
  }

  /**
   * Saves a draft in place of the one before.
   *
   * @param seen - The revision that the author saw: null for none, undefined
   * where the author did not look.
   * @throws ConflictError where somebody saved another one meanwhile.
   */
  async save(
    address: CheckAddress,
    draft: { answer: JsonObject; author: string; now: Date },
    seen: string | null | undefined,
  ): Promise<AssessmentDraftRecord> {
    const row: Row = {
      ...addressColumns(address),
      answer: JSON.stringify(draft.answer),
      author: draft.author,
      saved_at: draft.now,
      revision: randomUUID(),
    };
    try {
      await this.#db.transaction(async tx => {
        const before = await this.#row(tx, address);
        assertSeen(before && fromRow(before), seen);
        const query = tx<Row>(TABLE);
        if (before) await query.where(addressColumns(address)).update(row);
        else await query.insert(row);
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw savedMeanwhile();
      throw error;
    }
    return fromRow(row);
  }

  /**
   * Forgets a draft; answers whether there was one.
   *
   * @param seen - The revision that is meant, where that is known.
   * @throws ConflictError where somebody saved another one meanwhile.
   */
  async remove(address: CheckAddress, seen?: string): Promise<boolean> {
    return this.#db.transaction(async tx => {
      // One that is gone already is no conflict.
      const row = await this.#row(tx, address);
      if (!row) return false;
      assertSeen(fromRow(row), seen);
      await tx<Row>(TABLE).where(addressColumns(address)).delete();
      return true;
    });
  }

  async #row(
    tx: Knex.Transaction,
    address: CheckAddress,
  ): Promise<Row | undefined> {
    return tx<Row>(TABLE).where(addressColumns(address)).forUpdate().first();
  }
}

function assertSeen(
  draft: AssessmentDraftRecord | undefined,
  seen: string | null | undefined,
): void {
  if (seen !== undefined && (draft?.revision ?? null) !== seen) {
    throw savedMeanwhile(draft);
  }
}

function savedMeanwhile(draft?: AssessmentDraftRecord): ConflictError {
  return new ConflictError(
    draft
      ? `revision: expected "${draft.revision}", since ${draft.author} saved this draft on ${draft.savedAt}; look at it before you replace it`
      : 'revision: the draft was sent, deleted or saved at this moment; load it again',
  );
}
