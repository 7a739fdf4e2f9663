import {
  StatusChange,
  StatusHour,
  TimeWindow,
} from '@airworthy/plugin-ml-monitoring-common';
import { Knex } from 'knex';
import { dayOf } from '@airworthy/plugin-ml-models-node';
import { hoursOfDay } from '../status/hours';
import { ChangeRow, changeOf } from './statusRow';

/** Changes of status and the hourly roll-up. */
export class StatusHistoryStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Changes of a deployment and its checks, newest first. */
  async changesOf(entityRef: string, limit: number): Promise<StatusChange[]> {
    const rows = await this.#db<ChangeRow>('status_changes')
      .where({ entity_ref: entityRef })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(changeOf);
  }

  /** Changes of the deployment as a whole within a window, oldest first. */
  async changesWithin(
    entityRef: string,
    window: TimeWindow,
    limit: number,
  ): Promise<StatusChange[]> {
    const rows = await this.#db<ChangeRow>('status_changes')
      .where({ entity_ref: entityRef })
      .whereNull('check_id')
      .andWhere('at', '>=', new Date(window.from))
      .andWhere('at', '<', new Date(window.to))
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(changeOf).reverse();
  }

  /** Hours of a deployment from a day on, oldest first. */
  async hoursOf(entityRef: string, from: Date): Promise<StatusHour[]> {
    const rows = await this.daysOf(entityRef, from);
    return rows.flatMap(({ day, hours }) => hoursOfDay(day, hours));
  }

  async daysOf(
    entityRef: string,
    from: Date,
  ): Promise<{ day: string; hours: string }[]> {
    return this.#db('status_days')
      .where({ entity_ref: entityRef })
      .andWhere('day', '>=', dayOf(from))
      .orderBy('day')
      .select('day', 'hours');
  }

  async prune(before: { changes: Date; hours: Date }): Promise<void> {
    await this.#db('status_changes').where('at', '<', before.changes).delete();
    await this.#db('status_days')
      .where('day', '<', dayOf(before.hours))
      .delete();
  }
}
