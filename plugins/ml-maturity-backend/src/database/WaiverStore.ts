import { ConflictError } from '@backstage/errors';
import { Waiver } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import { CheckAddress } from './AttestationStore';
import { chunks } from './chunks';
import { isUniqueViolation } from './isUniqueViolation';
import { toIso, toIsoOrUndefined } from './moments';
import { plainText } from './plainText';

interface Row {
  id: string;
  entity_ref: string;
  rubric_id: string;
  check_id: string;
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

const REFS_PER_QUERY = 500;

function fromRow(row: Row): StoredWaiver {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    rubricId: row.rubric_id,
    checkId: row.check_id,
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

  constructor(db: Knex) {
    this.#db = db;
  }

  /** The newest waivers, by entity. */
  async currentOf(
    rubricId: string,
    entityRefs: readonly string[],
  ): Promise<Map<string, StoredWaiver[]>> {
    const result = new Map<string, StoredWaiver[]>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<Row>('waivers')
        .where({ rubric_id: rubricId, current: true })
        .whereIn('entity_ref', refs);
      for (const row of rows) {
        const list = result.get(row.entity_ref) ?? [];
        list.push(fromRow(row));
        result.set(row.entity_ref, list);
      }
    }
    return result;
  }

  /** All waivers of an entity's checks, or of one of them, newest first. */
  async historyOf(
    address: Omit<CheckAddress, 'checkId'> & { checkId?: string },
  ): Promise<StoredWaiver[]> {
    const query = this.#db<Row>('waivers')
      .where({ entity_ref: address.entityRef, rubric_id: address.rubricId })
      .orderBy('requested_at', 'desc');
    if (address.checkId) query.where({ check_id: address.checkId });
    return (await query).map(fromRow);
  }

  /** The newest waiver of a check. */
  async newestOf(address: CheckAddress): Promise<StoredWaiver | undefined> {
    const row = await this.#db<Row>('waivers')
      .where({
        entity_ref: address.entityRef,
        rubric_id: address.rubricId,
        check_id: address.checkId,
        current: true,
      })
      .first();
    return row && fromRow(row);
  }

  /** Waivers in force or asked for that expire in a span of time, for reminders. */
  async expiringBetween(from: Date, to: Date): Promise<StoredWaiver[]> {
    const rows = await this.#db<Row>('waivers')
      .where({ current: true })
      .whereIn('decision', ['requested', 'approved'])
      .andWhere('expires_at', '>', from)
      .andWhere('expires_at', '<=', to)
      .orderBy('expires_at');
    return rows.map(fromRow);
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
          entity_ref: address.entityRef,
          rubric_id: address.rubricId,
          check_id: address.checkId,
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
