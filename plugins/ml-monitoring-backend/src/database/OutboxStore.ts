import { Knex } from 'knex';
import { OutboxEntry } from './statusRow';

interface Row {
  id: number | string;
  kind: OutboxEntry['kind'];
  payload: string;
  created_at: Date;
  claimed_at: Date | null;
  attempts: number;
}

/** Something that waits to be sent. */
export interface StoredEntry extends OutboxEntry {
  id: number | string;
  attempts: number;
}

/** Events and notifications that were not sent yet. */
export class OutboxStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Takes entries, so that no other replica sends them too. */
  async claim(
    limit: number,
    claimMs: number,
    now: Date,
  ): Promise<StoredEntry[]> {
    const isFree = (query: Knex.QueryBuilder) =>
      query
        .whereNull('claimed_at')
        .orWhere('claimed_at', '<', new Date(now.getTime() - claimMs));
    const rows: Row[] = await this.#db<Row>('outbox')
      .where(isFree)
      .orderBy('id')
      .limit(limit);
    const claimed: StoredEntry[] = [];
    for (const row of rows) {
      const taken = await this.#db<Row>('outbox')
        .where({ id: row.id, attempts: row.attempts })
        .where(isFree)
        .update({ claimed_at: now, attempts: row.attempts + 1 });
      if (taken) {
        claimed.push({
          id: row.id,
          kind: row.kind,
          payload: JSON.parse(row.payload),
          attempts: row.attempts + 1,
        });
      }
    }
    return claimed;
  }

  async remove(id: number | string): Promise<void> {
    await this.#db<Row>('outbox').where({ id }).delete();
  }
}
