import { ConflictError } from '@backstage/errors';
import { Waiver } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import {
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
  decision: Waiver['decision'];
  reason: string;
  requested_by: string;
  requested_at: Date | string;
  decided_by: string | null;
  decided_at: Date | string | null;
  decision_reason: string | null;
  expires_at: Date | string;
  current: boolean | number | null;
}

/** A waiver with what it is for. */
export interface StoredWaiver extends Waiver {
  entityRef: string;
  rubricId: string;
  current: boolean;
}

function fromRow(row: Row): StoredWaiver {
  return {
    id: row.id,
    ...addressIn(row),
    decision: row.decision,
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedAt: toIso(row.requested_at),
    decidedBy: row.decided_by ?? undefined,
    decidedAt: toIsoOrUndefined(row.decided_at),
    decisionReason: row.decision_reason ?? undefined,
    expiresAt: toIso(row.expires_at),
    current: Boolean(row.current),
  };
}

/** Keeps every waiver; the newest one of a check counts. */
export class WaiverStore {
  readonly #db: Knex;
  readonly #records: CheckRecords<Row, StoredWaiver>;

  constructor(db: Knex) {
    this.#db = db;
    this.#records = new CheckRecords(db, {
      table: 'waivers',
      saidAt: 'requested_at',
      fromRow,
    });
  }

  /** The newest waivers, by entity. */
  currentOf(rubricId: string, entityRefs: readonly string[]) {
    return this.#records.currentOf(rubricId, entityRefs);
  }

  /** All waivers of an entity's checks, or of one of them, newest first. */
  historyOf(address: Omit<CheckAddress, 'checkId'> & { checkId?: string }) {
    return this.#records.historyOf(address);
  }

  /** The newest waiver of a check. */
  async newestOf(address: CheckAddress): Promise<StoredWaiver | undefined> {
    const row = await this.#db<Row>('waivers')
      .where({ ...addressColumns(address), current: true })
      .first();
    return row && fromRow(row);
  }

  /** Waivers in force or asked for that expire in a span of time, for reminders. */
  expiringBetween(from: Date, to: Date) {
    return this.#records.expiringBetween(from, to, query =>
      query.whereIn('decision', ['requested', 'approved']),
    );
  }

  /** Adds a request, which takes the place of a waiver that no longer holds. */
  async request(
    address: CheckAddress,
    waiver: Waiver,
    replaces: string | undefined,
  ): Promise<void> {
    try {
      await this.#db.transaction(async tx => {
        if (replaces) {
          await tx<Row>('waivers')
            .where({ id: replaces, current: true })
            .update({ current: null });
        }
        await tx<Row>('waivers').insert({
          id: waiver.id,
          ...addressColumns(address),
          decision: waiver.decision,
          reason: plainText(waiver.reason),
          requested_by: waiver.requestedBy,
          requested_at: new Date(waiver.requestedAt),
          expires_at: new Date(waiver.expiresAt),
          current: true,
        });
      });
    } catch (error) {
      if (isUniqueViolation(error)) {
        throw new ConflictError(
          'Somebody else asked for a waiver of this check at this moment; load it again',
        );
      }
      throw error;
    }
  }

  /** Stores a decision, unless somebody else decided meanwhile. */
  async decide(before: Waiver, after: Waiver): Promise<void> {
    const count = await this.#db<Row>('waivers')
      .where({ id: before.id, decision: before.decision, current: true })
      .update({
        decision: after.decision,
        decided_by: after.decidedBy ?? null,
        decided_at: after.decidedAt ? new Date(after.decidedAt) : null,
        decision_reason: plainText(after.decisionReason),
      });
    if (count === 0) {
      throw new ConflictError(
        'Somebody else decided on this waiver meanwhile; load it again',
      );
    }
  }
}
