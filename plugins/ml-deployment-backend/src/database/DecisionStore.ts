import { randomUUID } from 'node:crypto';
import {
  DecisionSummary,
  RolloutDecision,
  VerdictDecision,
} from '@airworthy/plugin-ml-deployment-common';
import {
  chunks,
  isUniqueViolation,
  plainText,
  toIso,
} from '@airworthy/plugin-ml-models-node';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';

interface Row {
  id: string;
  entity_ref: string;
  sequence: number;
  decision: VerdictDecision;
  rehearsal: boolean | number;
  overrides: boolean | number;
  comment: string | null;
  decided_by: string;
  decided_at: Date | string | number;
  rollout: string;
  verdict: string;
  evidence: string;
}

const REFS_PER_QUERY = 500;
const SUMMARY_COLUMNS = [
  'id',
  'entity_ref',
  'sequence',
  'decision',
  'overrides',
  'decided_by',
  'decided_at',
  'rollout',
] as const;

function headOf(row: Pick<Row, (typeof SUMMARY_COLUMNS)[number]>) {
  return {
    id: row.id,
    decision: row.decision,
    overrides: Boolean(row.overrides),
    decidedBy: row.decided_by,
    decidedAt: toIso(row.decided_at),
    rollout: JSON.parse(row.rollout),
  };
}

function fromRow(row: Row): RolloutDecision {
  return {
    ...headOf(row),
    entityRef: row.entity_ref,
    rehearsal: Boolean(row.rehearsal),
    ...(row.comment ? { comment: row.comment } : {}),
    verdict: JSON.parse(row.verdict),
    evidence: JSON.parse(row.evidence),
  };
}

// Names and reasons come from entities and sources, which may hold anything.
const json = (value: unknown) => plainText(JSON.stringify(value));

/** Keeps what was decided; nothing is ever changed. */
export class DecisionStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** The newest decision on a deployment, rehearsals among them. */
  async newest(
    entityRef: string,
  ): Promise<
    Pick<RolloutDecision, 'id' | 'decidedBy' | 'decidedAt'> | undefined
  > {
    const row = await this.#newestIn(this.#db, entityRef);
    return row && headOf(row);
  }

  /**
   * When somebody last decided to promote out of a phase.
   *
   * @param since - Decisions on rollouts of before do not count.
   */
  async promotedFrom(
    entityRef: string,
    phase: number,
    since: Date,
  ): Promise<string | undefined> {
    const rows = await this.#db<Row>('decisions')
      .where({ entity_ref: entityRef, rehearsal: false })
      .andWhere('decided_at', '>=', since)
      .orderBy('sequence', 'desc')
      .limit(50)
      .select(...SUMMARY_COLUMNS);
    const found = rows.find(
      row =>
        row.decision === 'promote' && JSON.parse(row.rollout).phase === phase,
    );
    return found && toIso(found.decided_at);
  }

  /**
   * Adds a decision after the one that its author saw.
   *
   * @param previousId - Id of that decision; undefined for none.
   * @throws ConflictError where somebody else decided meanwhile.
   */
  async add(
    decision: Omit<RolloutDecision, 'id'>,
    previousId: string | undefined,
  ): Promise<RolloutDecision> {
    const stored = { ...decision, id: randomUUID() };
    try {
      await this.#db.transaction(async tx => {
        const newest = await this.#newestIn(tx, decision.entityRef);
        if (newest?.id !== previousId) throw decidedMeanwhile(newest);
        await tx('decisions').insert({
          id: stored.id,
          entity_ref: stored.entityRef,
          sequence: (newest?.sequence ?? 0) + 1,
          decision: stored.decision,
          rehearsal: stored.rehearsal,
          overrides: stored.overrides,
          comment: plainText(stored.comment),
          decided_by: stored.decidedBy,
          decided_at: new Date(stored.decidedAt),
          rollout: json(stored.rollout),
          verdict: json(stored.verdict),
          evidence: json(stored.evidence),
        });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw decidedMeanwhile();
      throw error;
    }
    return stored;
  }

  /** Decisions on a deployment, newest first. */
  async list(
    entityRef: string,
    page: { limit: number; before?: number },
  ): Promise<{ items: RolloutDecision[]; next?: number; total: number }> {
    const of = () =>
      this.#db<Row>('decisions').where({ entity_ref: entityRef });
    const query = of()
      .orderBy('sequence', 'desc')
      .limit(page.limit + 1);
    if (page.before !== undefined) {
      void query.andWhere('sequence', '<', page.before);
    }
    const [rows, counted] = await Promise.all([
      query,
      of().count<{ count: number | string }[]>({ count: '*' }),
    ]);
    const shown = rows.slice(0, page.limit);
    return {
      items: shown.map(fromRow),
      ...(rows.length > shown.length
        ? { next: shown[shown.length - 1].sequence }
        : {}),
      total: Number(counted[0].count),
    };
  }

  /** What is known of each deployment, in the order that was asked for. */
  async summaries(entityRefs: readonly string[]): Promise<DecisionSummary[]> {
    const latest = new Map<string, DecisionSummary['latest']>();
    const rolledBack = new Map<string, string>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const newest = this.#db('decisions')
        .whereIn('entity_ref', refs)
        .where({ rehearsal: false })
        .groupBy('entity_ref')
        .select('entity_ref')
        .max({ sequence: 'sequence' })
        .as('newest');
      const [heads, backs] = await Promise.all([
        this.#db<Row>('decisions')
          .join(newest, join =>
            join
              .on('newest.entity_ref', 'decisions.entity_ref')
              .andOn('newest.sequence', 'decisions.sequence'),
          )
          .select(SUMMARY_COLUMNS.map(column => `decisions.${column}`)),
        this.#db('decisions')
          .whereIn('entity_ref', refs)
          .where({ decision: 'roll-back' })
          .groupBy('entity_ref')
          .select('entity_ref')
          .max<{ entity_ref: string; at: Row['decided_at'] }[]>({
            at: 'decided_at',
          }),
      ]);
      for (const row of heads) latest.set(row.entity_ref, headOf(row));
      for (const { entity_ref: ref, at } of backs)
        rolledBack.set(ref, toIso(at));
    }
    return entityRefs.map(entityRef => {
      const [newest, at] = [latest.get(entityRef), rolledBack.get(entityRef)];
      return {
        entityRef,
        ...(newest ? { latest: newest } : {}),
        ...(at ? { lastRollBackAt: at } : {}),
      };
    });
  }

  #newestIn(db: Knex, entityRef: string) {
    return db<Row>('decisions')
      .where({ entity_ref: entityRef })
      .orderBy('sequence', 'desc')
      .select(...SUMMARY_COLUMNS)
      .first();
  }
}

function decidedMeanwhile(by?: Pick<Row, 'decided_by' | 'decided_at'>) {
  return new ConflictError(
    by
      ? `${by.decided_by} decided meanwhile, at ${toIso(
          by.decided_at,
        )}: read the review again`
      : 'Somebody else decided meanwhile: read the review again',
  );
}
