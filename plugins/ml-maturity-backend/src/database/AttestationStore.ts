import { ConflictError } from '@backstage/errors';
import { Attestation } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import {
  chunks,
  isUniqueViolation,
  plainText,
  toIso,
  toIsoOrUndefined,
} from '@airworthy/plugin-ml-models-node';
import { CheckRecords } from './CheckRecords';
import {
  AddressRow,
  CheckAddress,
  addressColumns,
  addressIn,
} from './checkAddress';

interface Row extends AddressRow {
  id: string;
  answer: 'yes' | 'no';
  fields: string;
  evidence: string | null;
  comment: string | null;
  author: string;
  created_at: Date | string;
  expires_at: Date | string;
  withdrawn_at: Date | string | null;
  withdrawn_by: string | null;
  imported_from: string | null;
  current: boolean | number | null;
}

/** An answer with what became of it. */
export interface StoredAttestation extends Attestation {
  entityRef: string;
  rubricId: string;
  withdrawnAt?: string;
  withdrawnBy?: string;
  /** The history that it came from, where it was not given here. */
  importedFrom?: string;
  /** Whether it is the one that counts. */
  current: boolean;
}

const ROWS_PER_INSERT = 100;

function fromRow(row: Row): StoredAttestation {
  return {
    id: row.id,
    ...addressIn(row),
    answer: row.answer,
    fields: JSON.parse(row.fields),
    ...(row.evidence ? { evidence: JSON.parse(row.evidence) } : {}),
    ...(row.comment ? { comment: row.comment } : {}),
    author: row.author,
    createdAt: toIso(row.created_at),
    expiresAt: toIso(row.expires_at),
    withdrawnAt: toIsoOrUndefined(row.withdrawn_at),
    withdrawnBy: row.withdrawn_by ?? undefined,
    ...(row.imported_from ? { importedFrom: row.imported_from } : {}),
    current: Boolean(row.current),
  };
}

/** Keeps every answer; the newest one of a check counts until it is withdrawn. */
export class AttestationStore {
  readonly #db: Knex;
  readonly #records: CheckRecords<Row, StoredAttestation>;

  constructor(db: Knex) {
    this.#db = db;
    this.#records = new CheckRecords(db, {
      table: 'attestations',
      saidAt: 'created_at',
      fromRow,
    });
  }

  /** Answers that count, by entity. */
  currentOf(rubricId: string, entityRefs: readonly string[]) {
    return this.#records.currentOf(rubricId, entityRefs);
  }

  /** All answers of an entity's checks, or of one of them, newest first. */
  historyOf(address: Omit<CheckAddress, 'checkId'> & { checkId?: string }) {
    return this.#records.historyOf(address);
  }

  /** Answers that count and expire in a span of time, for reminders. */
  expiringBetween(from: Date, to: Date) {
    return this.#records.expiringBetween(from, to);
  }

  /**
   * Adds an answer, which takes the place of the one before.
   *
   * @param previousId - The answer that the author saw: null for none,
   * undefined where the author did not look.
   * @throws ConflictError where the check was answered meanwhile.
   */
  async add(
    address: CheckAddress,
    attestation: Attestation,
    previousId: string | null | undefined,
  ): Promise<void> {
    try {
      await this.#db.transaction(async tx => {
        const newest = await tx<Row>('attestations')
          .where({ ...addressColumns(address), current: true })
          .forUpdate()
          .first();
        if (previousId !== undefined && (newest?.id ?? null) !== previousId) {
          throw answeredMeanwhile(newest && fromRow(newest));
        }
        if (newest) {
          await tx<Row>('attestations')
            .where({ id: newest.id })
            .update({ current: null });
        }
        await tx<Row>('attestations').insert(toRow(address, attestation, true));
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw answeredMeanwhile();
      throw error;
    }
  }

  /**
   * Withdraws the answer that counts; answers whether there was one.
   *
   * @param previousId - The answer that is meant, where that is known.
   * @throws ConflictError where another answer took its place meanwhile.
   */
  async withdraw(
    address: CheckAddress,
    by: string,
    now: Date,
    previousId?: string,
  ): Promise<boolean> {
    return this.#db.transaction(async tx => {
      const newest = await tx<Row>('attestations')
        .where({ ...addressColumns(address), current: true })
        .forUpdate()
        .first();
      if (!newest) return false;
      if (previousId !== undefined && newest.id !== previousId) {
        throw answeredMeanwhile(fromRow(newest));
      }
      const count = await tx<Row>('attestations')
        .where({ id: newest.id, current: true })
        .update({ current: null, withdrawn_at: now, withdrawn_by: by });
      return count > 0;
    });
  }

  /**
   * Adds the answers of a history within a transaction, oldest first. A check
   * that was ever answered here keeps what it has.
   */
  async importAll(
    tx: Knex.Transaction,
    address: Omit<CheckAddress, 'checkId'>,
    answers: readonly Attestation[],
    importedFrom: string,
  ): Promise<number> {
    const answered = new Set<string>(
      await tx<Row>('attestations')
        .where({ entity_ref: address.entityRef, rubric_id: address.rubricId })
        .distinct('check_id')
        .pluck('check_id'),
    );
    const added = answers.filter(({ checkId }) => !answered.has(checkId));
    const last = new Map(added.map(answer => [answer.checkId, answer.id]));
    const rows = added.map(answer =>
      toRow(
        { ...address, checkId: answer.checkId },
        answer,
        last.get(answer.checkId) === answer.id,
        importedFrom,
      ),
    );
    for (const part of chunks(rows, ROWS_PER_INSERT)) {
      await tx<Row>('attestations').insert(part);
    }
    return rows.length;
  }
}

function toRow(
  address: CheckAddress,
  attestation: Attestation,
  current: boolean,
  importedFrom?: string,
): Row {
  return {
    id: attestation.id,
    ...addressColumns(address),
    answer: attestation.answer,
    fields: JSON.stringify(attestation.fields),
    evidence: attestation.evidence
      ? JSON.stringify(attestation.evidence)
      : null,
    comment: plainText(attestation.comment),
    author: attestation.author,
    created_at: new Date(attestation.createdAt),
    expires_at: new Date(attestation.expiresAt),
    withdrawn_at: null,
    withdrawn_by: null,
    imported_from: importedFrom ?? null,
    current: current || null,
  };
}

function answeredMeanwhile(newest?: StoredAttestation): ConflictError {
  return new ConflictError(
    newest
      ? `previousId: expected "${newest.id}", since ${newest.author} answered "${newest.answer}" on ${newest.createdAt}; look at that answer before you replace it`
      : 'previousId: the check has no answer that counts any more, or was answered at this moment; load it again',
  );
}
