import { Knex } from 'knex';
import { chunks } from '@airworthy/plugin-ml-models-node';
import { AddressRow, CheckAddress } from './checkAddress';

const REFS_PER_QUERY = 500;

/**
 * Reads what people said about checks of entities, of which all is kept and
 * the newest counts.
 */
export class CheckRecords<Row extends AddressRow, Stored> {
  readonly #db: Knex;
  readonly #options: {
    table: string;
    /** Column of the moment at which something was said. */
    saidAt: keyof Row & string;
    fromRow: (row: Row) => Stored;
  };

  constructor(
    db: Knex,
    options: {
      table: string;
      saidAt: keyof Row & string;
      fromRow: (row: Row) => Stored;
    },
  ) {
    this.#db = db;
    this.#options = options;
  }

  /** What counts, by entity. */
  async currentOf(
    rubricId: string,
    entityRefs: readonly string[],
  ): Promise<Map<string, Stored[]>> {
    const { table, fromRow } = this.#options;
    const result = new Map<string, Stored[]>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows: Row[] = await this.#db(table)
        .where({ rubric_id: rubricId, current: true })
        .whereIn('entity_ref', refs);
      for (const row of rows) {
        const list = result.get(row.entity_ref);
        if (list) list.push(fromRow(row));
        else result.set(row.entity_ref, [fromRow(row)]);
      }
    }
    return result;
  }

  /** All that was said about an entity's checks, or about one of them, newest first. */
  async historyOf(
    address: Omit<CheckAddress, 'checkId'> & { checkId?: string },
  ): Promise<Stored[]> {
    const { table, saidAt, fromRow } = this.#options;
    const query = this.#db(table)
      .where({ entity_ref: address.entityRef, rubric_id: address.rubricId })
      .orderBy(saidAt, 'desc');
    if (address.checkId) query.andWhere({ check_id: address.checkId });
    const rows: Row[] = await query;
    return rows.map(fromRow);
  }

  /** What counts and expires in a span of time, soonest first. */
  async expiringBetween(
    from: Date,
    to: Date,
    narrow: (query: Knex.QueryBuilder) => void = () => {},
  ): Promise<Stored[]> {
    const { table, fromRow } = this.#options;
    const query = this.#db(table)
      .where({ current: true })
      .andWhere('expires_at', '>', from)
      .andWhere('expires_at', '<=', to)
      .orderBy('expires_at');
    narrow(query);
    const rows: Row[] = await query;
    return rows.map(fromRow);
  }
}
