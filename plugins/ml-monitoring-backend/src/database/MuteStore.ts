import { CheckMute } from '@airworthy/plugin-ml-monitoring-common';
import { Knex } from 'knex';
import { plainText, toIso } from '@airworthy/plugin-ml-models-node';

interface Row {
  entity_ref: string;
  check_id: string;
  until: Date | string | number;
  reason: string;
  by: string;
  created_at: Date | string | number;
}

function muteOf(row: Row): CheckMute {
  return {
    checkId: row.check_id,
    until: toIso(row.until),
    reason: row.reason,
    by: row.by,
    createdAt: toIso(row.created_at),
  };
}

/** Checks that are left out of the status until a time. */
export class MuteStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Mutes of a deployment that are in force. */
  async of(entityRef: string, now: Date): Promise<CheckMute[]> {
    const rows = await this.#db<Row>('mutes')
      .where({ entity_ref: entityRef })
      .andWhere('until', '>', now)
      .orderBy('check_id');
    return rows.map(muteOf);
  }

  async put(entityRef: string, mute: CheckMute): Promise<void> {
    await this.#db<Row>('mutes')
      .insert({
        entity_ref: entityRef,
        check_id: mute.checkId,
        until: new Date(mute.until),
        reason: plainText(mute.reason),
        by: mute.by,
        created_at: new Date(mute.createdAt),
      })
      .onConflict(['entity_ref', 'check_id'])
      .merge();
  }

  /** False where there was none. */
  async remove(entityRef: string, checkId: string): Promise<boolean> {
    const removed = await this.#db<Row>('mutes')
      .where({ entity_ref: entityRef, check_id: checkId })
      .delete();
    return removed > 0;
  }

  /** Deployments with a mute that has run out. */
  async expired(now: Date, limit: number): Promise<string[]> {
    return this.#db<Row>('mutes')
      .where('until', '<=', now)
      .distinct('entity_ref')
      .limit(limit)
      .pluck('entity_ref');
  }

  /** Forgets the mutes of a deployment that have run out. */
  async removeExpired(entityRef: string, now: Date): Promise<void> {
    await this.#db<Row>('mutes')
      .where({ entity_ref: entityRef })
      .andWhere('until', '<=', now)
      .delete();
  }
}
