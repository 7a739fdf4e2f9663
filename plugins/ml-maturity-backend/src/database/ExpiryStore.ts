import { Knex } from 'knex';
import { toIso } from '@airworthy/plugin-ml-models-node';

/** An answer or a waiver with the time of its expiry. */
export interface Expiry {
  kind: 'attestation' | 'waiver';
  id: string;
  entityRef: string;
  checkId: string;
  expiresAt: string;
  by: string;
  decision?: 'requested' | 'approved';
}

// Far more than a page shows; what is beyond expires later.
const MAX_ROWS = 20_000;

/** Reads when answers and waivers that count expire. */
export class ExpiryStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Those of a rubric that expire in a span of time, soonest first. */
  async between(rubricId: string, from: Date, to: Date): Promise<Expiry[]> {
    const query = (table: string) =>
      this.#db(table)
        .where({ rubric_id: rubricId, current: true })
        .andWhere('expires_at', '>', from)
        .andWhere('expires_at', '<=', to)
        .orderBy([{ column: 'expires_at' }, { column: 'id' }])
        .limit(MAX_ROWS);
    const [answers, waivers] = await Promise.all([
      query('attestations').select(
        'id',
        'entity_ref',
        'check_id',
        'expires_at',
        'author',
      ),
      query('waivers')
        .whereIn('decision', ['requested', 'approved'])
        .select(
          'id',
          'entity_ref',
          'check_id',
          'expires_at',
          'requested_by',
          'decision',
        ),
    ]);
    const common = (row: any) => ({
      id: row.id,
      entityRef: row.entity_ref,
      checkId: row.check_id,
      expiresAt: toIso(row.expires_at),
    });
    return [
      ...answers.map(row => ({
        kind: 'attestation' as const,
        ...common(row),
        by: row.author,
      })),
      ...waivers.map(row => ({
        kind: 'waiver' as const,
        ...common(row),
        by: row.requested_by,
        decision: row.decision,
      })),
    ].sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
  }
}
