import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { EntityFacts } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import {
  chunks,
  plainText,
  toIso,
  toIsoOrUndefined,
} from '@airworthy/plugin-ml-models-node';

interface Row {
  entity_ref: string;
  collector_id: string;
  facts: string;
  digest: string;
  collected_at: Date | string;
  problem: string | null;
  problem_at: Date | string | null;
}

/** What a collector found, or why it did not. */
export type FactUpdate = { entityRef: string; collectorId: string } & (
  | { values: JsonObject }
  | { failure: string }
);

/** When a collector last looked at an entity, and whether it could. */
export interface FactAge {
  entityRef: string;
  collectorId: string;
  collectedAt?: string;
  failedAt?: string;
}

const REFS_PER_QUERY = 500;
const ROWS_PER_INSERT = 100;
/** When facts were collected that never could be. */
export const NEVER = new Date(0);

// Validated values have their keys in the order of the schema.
const digestOf = (json: string) =>
  createHash('sha256').update(json).digest('hex');

type Found = Extract<FactUpdate, { values: JsonObject }>;
type Failed = Extract<FactUpdate, { failure: string }>;

/** Keeps the newest facts of each collector about each entity. */
export class FactStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Facts of entities, by entity and collector. */
  async factsOf(
    entityRefs: readonly string[],
  ): Promise<Map<string, EntityFacts>> {
    const result = new Map<string, EntityFacts>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<Row>('facts').whereIn('entity_ref', refs);
      for (const row of rows) {
        const facts = result.get(row.entity_ref) ?? {};
        const at = toIsoOrUndefined(row.problem_at);
        facts[row.collector_id] = {
          collectedAt: toIso(row.collected_at),
          values: JSON.parse(row.facts),
          ...(row.problem && at
            ? { failure: { message: row.problem, at } }
            : {}),
        };
        result.set(row.entity_ref, facts);
      }
    }
    return result;
  }

  /** When each collector last looked at entities. */
  async agesOf(entityRefs: readonly string[]): Promise<FactAge[]> {
    const ages: FactAge[] = [];
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<Row>('facts')
        .whereIn('entity_ref', refs)
        .select('entity_ref', 'collector_id', 'collected_at', 'problem_at');
      for (const row of rows) {
        const collectedAt = toIso(row.collected_at);
        ages.push({
          entityRef: row.entity_ref,
          collectorId: row.collector_id,
          ...(collectedAt === NEVER.toISOString() ? {} : { collectedAt }),
          failedAt: toIsoOrUndefined(row.problem_at),
        });
      }
    }
    return ages;
  }

  /**
   * Stores what collectors found. A failure leaves the facts as they were and
   * notes why; of facts that are as they were only the time is written.
   */
  async store(updates: readonly FactUpdate[], now: Date): Promise<void> {
    if (!updates.length) return;
    const found = updates.filter((u): u is Found => 'values' in u);
    const failed = updates.filter((u): u is Failed => 'failure' in u);
    await this.#db.transaction(async tx => {
      const byCollector = new Map<string, Found[]>();
      for (const update of found) {
        const list = byCollector.get(update.collectorId);
        if (list) list.push(update);
        else byCollector.set(update.collectorId, [update]);
      }
      for (const [collectorId, list] of byCollector) {
        await storeFound(tx, collectorId, list, now);
      }
      for (const part of chunks(failed, ROWS_PER_INSERT)) {
        await tx<Row>('facts')
          .insert(
            part.map(update => ({
              entity_ref: update.entityRef,
              collector_id: update.collectorId,
              facts: '{}',
              digest: digestOf('{}'),
              collected_at: NEVER,
              problem: plainText(update.failure),
              problem_at: now,
            })),
          )
          .onConflict(['entity_ref', 'collector_id'])
          .merge(['problem', 'problem_at']);
      }
    });
  }

  /** Forgets entities that are gone. */
  async remove(entityRefs: readonly string[]): Promise<void> {
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      await this.#db('facts').whereIn('entity_ref', refs).delete();
    }
  }
}

async function storeFound(
  tx: Knex.Transaction,
  collectorId: string,
  updates: Found[],
  now: Date,
): Promise<void> {
  const seen = { collected_at: now, problem: null, problem_at: null };
  for (const part of chunks(updates, REFS_PER_QUERY)) {
    const known = new Map<string, string>(
      (
        await tx<Row>('facts')
          .where({ collector_id: collectorId })
          .whereIn(
            'entity_ref',
            part.map(({ entityRef }) => entityRef),
          )
          .select('entity_ref', 'digest')
      ).map(row => [row.entity_ref, row.digest]),
    );
    const same: string[] = [];
    const other: Row[] = [];
    for (const { entityRef, values } of part) {
      const facts = JSON.stringify(values);
      const digest = digestOf(facts);
      if (known.get(entityRef) === digest) same.push(entityRef);
      else {
        other.push({
          entity_ref: entityRef,
          collector_id: collectorId,
          facts,
          digest,
          ...seen,
        });
      }
    }
    if (same.length) {
      await tx<Row>('facts')
        .where({ collector_id: collectorId })
        .whereIn('entity_ref', same)
        .update(seen);
    }
    for (const rows of chunks(other, ROWS_PER_INSERT)) {
      await tx<Row>('facts')
        .insert(rows)
        .onConflict(['entity_ref', 'collector_id'])
        .merge();
    }
  }
}
