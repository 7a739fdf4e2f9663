import { CheckResult } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import { chunks, toIsoOrUndefined } from '@airworthy/plugin-ml-models-node';
import {
  changedScorecards,
  newestChange,
  removedScorecards,
} from './scorecardChanges';
import { ScorecardRow, summaryOf } from './scorecardRow';
import {
  nextChanges,
  removeScorecards,
  writeScorecards,
} from './scorecardWrites';

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
  /** Number of its last change. */
  change: number;
}

/** A scorecard that is to be written. */
export interface ScorecardWrite extends StoredScorecard {
  statuses: string;
  resultsDigest: string;
}

const REFS_PER_QUERY = 500;

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
    const row = await this.#db<ScorecardRow>('scorecards')
      .where({ entity_ref: entityRef, rubric_id: rubricId })
      .first();
    return (
      row && {
        ...summaryOf(row),
        results: JSON.parse(row.results),
        nextChangeAt: toIsoOrUndefined(row.next_change_at),
      }
    );
  }

  /** Which scorecards entities have. */
  async keysOf(
    entityRefs: readonly string[],
  ): Promise<{ entityRef: string; rubricId: string }[]> {
    const keys: { entityRef: string; rubricId: string }[] = [];
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<ScorecardRow>('scorecards')
        .whereIn('entity_ref', refs)
        .select('entity_ref', 'rubric_id');
      rows.forEach(row =>
        keys.push({ entityRef: row.entity_ref, rubricId: row.rubric_id }),
      );
    }
    return keys;
  }

  /** Rubrics by which an entity was evaluated. */
  async rubricsOf(entityRef: string): Promise<string[]> {
    return this.#db<ScorecardRow>('scorecards')
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
      const rows = await this.#db<ScorecardRow>('scorecards')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', refs)
        .select(
          'entity_ref',
          'rubric_digest',
          'results_digest',
          'entity',
          'next_change_at',
          'change',
        );
      for (const row of rows) {
        result.set(row.entity_ref, {
          entityRef: row.entity_ref,
          rubricDigest: row.rubric_digest,
          resultsDigest: row.results_digest,
          entity: row.entity,
          nextChangeAt: toIsoOrUndefined(row.next_change_at),
          change: Number(row.change),
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
      const rows = await this.#db<ScorecardRow>('scorecards')
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
  newestChange(): Promise<number> {
    return newestChange(this.#db);
  }

  /** Scorecards of a rubric that changed after a change and up to another one, page by page. */
  changedBetween(
    rubricId: string,
    after: number,
    upTo: number,
  ): AsyncIterable<ScorecardSummary[]> {
    return changedScorecards(this.#db, rubricId, { after, upTo });
  }

  /** Scorecards that were removed after a change and up to another one; one may have come back since. */
  removedBetween(
    after: number,
    upTo: number,
  ): Promise<{ entityRef: string; rubricId: string }[]> {
    return removedScorecards(this.#db, { after, upTo });
  }

  /** Entities whose results by one of these rubrics change by time alone until a moment. */
  async dueUntil(
    moment: Date,
    limit: number,
    rubricIds: readonly string[],
  ): Promise<string[]> {
    const rows = await this.#db<ScorecardRow>('scorecards')
      .where('next_change_at', '<=', moment)
      .whereIn('rubric_id', rubricIds)
      .orderBy('next_change_at')
      .limit(limit)
      .select('entity_ref');
    return [...new Set(rows.map(row => row.entity_ref))];
  }

  /** Makes an entity due, since an evaluation of it failed. */
  async makeDue(entityRef: string, now: Date): Promise<void> {
    await this.#db<ScorecardRow>('scorecards')
      .where({ entity_ref: entityRef })
      .update({ next_change_at: now });
  }

  /** References of entities that have a scorecard by one of these rubrics, in their order. */
  async entityRefs(rubricIds: readonly string[]): Promise<string[]> {
    return this.#db<ScorecardRow>('scorecards')
      .whereIn('rubric_id', rubricIds)
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Scorecards of rubrics other than these. */
  async ofOtherRubrics(
    rubricIds: readonly string[],
  ): Promise<{ entityRef: string; rubricId: string }[]> {
    const rows = await this.#db<ScorecardRow>('scorecards')
      .whereNotIn('rubric_id', rubricIds)
      .select('entity_ref', 'rubric_id');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      rubricId: row.rubric_id,
    }));
  }

  /**
   * Writes scorecards within a transaction, but none that somebody else
   * changed after its state was read.
   *
   * @returns those that were written.
   */
  async write(
    tx: Knex.Transaction,
    rubricId: string,
    writes: readonly ScorecardWrite[],
    states: ReadonlyMap<string, Pick<ScorecardState, 'change'>>,
  ): Promise<ScorecardWrite[]> {
    if (!writes.length) return [];
    // The row of the counter stays locked until the transaction ends: numbers
    // become visible in their order, and what is read now stays as it is.
    const change = await nextChanges(tx, 1);
    const now = new Map<string, number>();
    const wanted = writes.map(({ entityRef }) => entityRef);
    for (const refs of chunks(wanted, REFS_PER_QUERY)) {
      const rows = await tx<ScorecardRow>('scorecards')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', refs)
        .select('entity_ref', 'change');
      rows.forEach(row => now.set(row.entity_ref, Number(row.change)));
    }
    const current = writes.filter(
      ({ entityRef }) => now.get(entityRef) === states.get(entityRef)?.change,
    );
    await writeScorecards(tx, current, change);
    return current;
  }

  /** Removes scorecards within a transaction; answers how many there were. */
  async remove(
    tx: Knex.Transaction,
    keys: readonly { entityRef: string; rubricId: string }[],
    now: Date,
  ): Promise<number> {
    return removeScorecards(tx, keys, now);
  }

  /** Forgets that scorecards were removed before a moment. */
  async pruneRemoved(before: Date): Promise<void> {
    await this.#db('removed_scorecards')
      .where('removed_at', '<', before)
      .delete();
  }
}
