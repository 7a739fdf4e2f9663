import { CheckResult } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import { chunks } from './chunks';
import { toIso, toIsoOrUndefined } from './moments';

/** What lists and rollups know of an entity. */
export interface ScorecardEntity {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  owner?: string;
  system?: string;
  lifecycle?: string;
  /** Task of the model, a pipeline tag. */
  task?: string;
  framework?: string;
  track?: string;
  tags: string[];
}

/** The newest evaluation of an entity by a rubric. */
export interface StoredScorecard {
  entityRef: string;
  rubricId: string;
  rubricDigest: string;
  entity: ScorecardEntity;
  results: CheckResult[];
  level: number;
  /** From 0 to 1; null where nothing counts. */
  score: number | null;
  /** Waived checks that the level rests on. */
  waived: number;
  evaluatedAt: string;
  nextChangeAt?: string;
}

/** A scorecard without its results: enough for lists and rollups. */
export interface ScorecardSummary
  extends Omit<StoredScorecard, 'results' | 'nextChangeAt'> {
  /** A letter for each check, in the order of the rubric. */
  statuses: string;
}

/** What to compare a new evaluation with. */
export interface ScorecardState {
  entityRef: string;
  rubricDigest: string;
  resultsDigest: string;
  entity: string;
  nextChangeAt?: string;
}

/** A scorecard that is to be written. */
export interface ScorecardWrite extends StoredScorecard {
  statuses: string;
  resultsDigest: string;
}

interface Row {
  entity_ref: string;
  rubric_id: string;
  rubric_digest: string;
  entity: string;
  results: string;
  results_digest: string;
  statuses: string;
  level: number;
  score: number | null;
  waived: number;
  evaluated_at: Date | string;
  next_change_at: Date | string | null;
  change: number | string;
}

const REFS_PER_QUERY = 500;
const ROWS_PER_INSERT = 50;
const SUMMARY_COLUMNS = [
  'entity_ref',
  'rubric_id',
  'rubric_digest',
  'entity',
  'statuses',
  'level',
  'score',
  'waived',
  'evaluated_at',
] as const;

function summary(
  row: Pick<Row, (typeof SUMMARY_COLUMNS)[number]>,
): ScorecardSummary {
  return {
    entityRef: row.entity_ref,
    rubricId: row.rubric_id,
    rubricDigest: row.rubric_digest,
    entity: JSON.parse(row.entity),
    statuses: row.statuses,
    level: row.level,
    score: row.score,
    waived: row.waived,
    evaluatedAt: toIso(row.evaluated_at),
  };
}

/**
 * Keeps the newest evaluation of each entity. Every write takes the next
 * number of one row's counter, so that readers can ask for what is newer than
 * what they know.
 */
export class ScorecardStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async get(
    entityRef: string,
    rubricId: string,
  ): Promise<StoredScorecard | undefined> {
    const row = await this.#db<Row>('scorecards')
      .where({ entity_ref: entityRef, rubric_id: rubricId })
      .first();
    return (
      row && {
        ...summary(row),
        results: JSON.parse(row.results),
        nextChangeAt: toIsoOrUndefined(row.next_change_at),
      }
    );
  }

  /** Rubrics by which an entity was evaluated. */
  async rubricsOf(entityRef: string): Promise<string[]> {
    return this.#db<Row>('scorecards')
      .where({ entity_ref: entityRef })
      .orderBy('rubric_id')
      .pluck('rubric_id');
  }

  /** What new evaluations are compared with, by entity. */
  async statesOf(
    rubricId: string,
    entityRefs: readonly string[],
  ): Promise<Map<string, ScorecardState>> {
    const result = new Map<string, ScorecardState>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<Row>('scorecards')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', refs)
        .select(
          'entity_ref',
          'rubric_digest',
          'results_digest',
          'entity',
          'next_change_at',
        );
      for (const row of rows) {
        result.set(row.entity_ref, {
          entityRef: row.entity_ref,
          rubricDigest: row.rubric_digest,
          resultsDigest: row.results_digest,
          entity: row.entity,
          nextChangeAt: toIsoOrUndefined(row.next_change_at),
        });
      }
    }
    return result;
  }

  /** Stored results, by entity. */
  async resultsOf(
    rubricId: string,
    entityRefs: readonly string[],
  ): Promise<Map<string, Pick<StoredScorecard, 'results' | 'level'>>> {
    const result = new Map<
      string,
      Pick<StoredScorecard, 'results' | 'level'>
    >();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<Row>('scorecards')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', refs)
        .select('entity_ref', 'results', 'level');
      for (const row of rows) {
        result.set(row.entity_ref, {
          results: JSON.parse(row.results),
          level: row.level,
        });
      }
    }
    return result;
  }

  /** Number of the newest change of any scorecard. */
  async newestChange(): Promise<number> {
    const row = await this.#db('changes').where({ name: 'scorecards' }).first();
    return Number(row?.value ?? 0);
  }

  /** What changed after a change and up to another one. */
  async changedBetween(
    after: number,
    upTo: number,
  ): Promise<{
    changed: ScorecardSummary[];
    removed: { entityRef: string; rubricId: string }[];
  }> {
    const rows = await this.#db<Row>('scorecards')
      .where('change', '>', after)
      .andWhere('change', '<=', upTo)
      .select(...SUMMARY_COLUMNS);
    const removed = await this.#db('removed_scorecards')
      .where('change', '>', after)
      .andWhere('change', '<=', upTo)
      .orderBy('change');
    return {
      changed: rows.map(summary),
      removed: removed.map(row => ({
        entityRef: row.entity_ref,
        rubricId: row.rubric_id,
      })),
    };
  }

  /** Entities whose results change by time alone until a moment. */
  async dueUntil(moment: Date, limit: number): Promise<string[]> {
    return this.#db<Row>('scorecards')
      .where('next_change_at', '<=', moment)
      .orderBy('next_change_at')
      .limit(limit)
      .distinct('entity_ref', 'next_change_at')
      .pluck('entity_ref');
  }

  /** References of entities that have a scorecard, in their order. */
  async entityRefs(): Promise<string[]> {
    return this.#db<Row>('scorecards')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Writes scorecards within a transaction. */
  async write(tx: Knex.Transaction, writes: ScorecardWrite[]): Promise<void> {
    if (!writes.length) return;
    const change = await this.#nextChange(tx);
    for (const part of chunks(writes, ROWS_PER_INSERT)) {
      await tx<Row>('scorecards')
        .insert(
          part.map(write => ({
            entity_ref: write.entityRef,
            rubric_id: write.rubricId,
            rubric_digest: write.rubricDigest,
            entity: JSON.stringify(write.entity),
            results: JSON.stringify(write.results),
            results_digest: write.resultsDigest,
            statuses: write.statuses,
            level: write.level,
            score: write.score,
            waived: write.waived,
            evaluated_at: new Date(write.evaluatedAt),
            next_change_at: write.nextChangeAt
              ? new Date(write.nextChangeAt)
              : null,
            change,
          })),
        )
        .onConflict(['entity_ref', 'rubric_id'])
        .merge();
    }
  }

  /** Removes scorecards within a transaction: those of a rubric, or all of an entity. */
  async remove(
    tx: Knex.Transaction,
    keys: { entityRef: string; rubricId: string }[],
    now: Date,
  ): Promise<void> {
    for (const { entityRef, rubricId } of keys) {
      const count = await tx<Row>('scorecards')
        .where({ entity_ref: entityRef, rubric_id: rubricId })
        .delete();
      if (count === 0) continue;
      await tx('removed_scorecards').insert({
        change: await this.#nextChange(tx),
        entity_ref: entityRef,
        rubric_id: rubricId,
        removed_at: now,
      });
    }
  }

  // The row stays locked until the transaction ends, so that numbers become
  // visible in their order.
  async #nextChange(tx: Knex.Transaction): Promise<number> {
    await tx('changes').where({ name: 'scorecards' }).increment('value', 1);
    const row = await tx('changes').where({ name: 'scorecards' }).first();
    return Number(row.value);
  }
}
