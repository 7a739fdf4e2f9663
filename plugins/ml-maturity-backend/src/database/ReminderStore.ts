import { Knex } from 'knex';

/** Remembers which notifications were sent. */
export class ReminderStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Takes a reminder; false where it was taken before, here or by another replica. */
  async claim(key: string, now: Date): Promise<boolean> {
    const before = await this.#db('reminders').where({ key }).first();
    if (before) return false;
    const inserted = await this.#db('reminders')
      .insert({ key, sent_at: now })
      .onConflict('key')
      .ignore()
      .returning('key');
    return inserted.length > 0;
  }

  /** Forgets notifications of one kind, the beginning of their keys, that were sent before a moment. */
  async prune(kind: 'expiry:' | 'campaign:', before: Date): Promise<void> {
    await this.#db('reminders')
      .where('sent_at', '<', before)
      .andWhere('key', 'like', `${kind}%`)
      .delete();
  }

  /** Gives a reminder back that could not be sent. */
  async release(key: string): Promise<void> {
    await this.#db('reminders').where({ key }).delete();
  }
}
