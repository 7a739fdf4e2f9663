import { EvaluationTask } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import {
  plainText,
  toIso,
  toIsoOrUndefined,
} from '@airworthy/plugin-ml-models-node';

interface Row {
  id: string;
  state: EvaluationTask['state'];
  requested_by: string;
  requested_at: Date | string;
  entity_refs: string | null;
  total: number | null;
  done: number;
  changed: number;
  failed: number;
  problem: string | null;
  finished_at: Date | string | null;
  attempts: number;
  claimed_by: string | null;
  heartbeat_at: Date | string | null;
}

/** A task with what it is to do. */
export interface StoredTask extends EvaluationTask {
  /** Undefined for all entities. */
  entityRefs?: string[];
  /** How often somebody began to work on it. */
  attempts: number;
}

/** How far a task is. */
export type TaskProgress = Partial<
  Pick<EvaluationTask, 'total' | 'done' | 'changed' | 'failed'>
>;

function fromRow(row: Row): StoredTask {
  return {
    id: row.id,
    state: row.state,
    requestedBy: row.requested_by,
    requestedAt: toIso(row.requested_at),
    total: row.total ?? undefined,
    done: row.done,
    changed: row.changed,
    failed: row.failed,
    problem: row.problem ?? undefined,
    finishedAt: toIsoOrUndefined(row.finished_at),
    entityRefs: row.entity_refs ? JSON.parse(row.entity_refs) : undefined,
    attempts: row.attempts,
  };
}

/**
 * Keeps evaluations that were asked for. A task belongs to the run that claimed
 * it as long as that run gives signs of life.
 */
export class TaskStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async add(task: {
    id: string;
    requestedBy: string;
    requestedAt: Date;
    entityRefs?: readonly string[];
  }): Promise<void> {
    await this.#db<Row>('evaluation_tasks').insert({
      id: task.id,
      state: 'queued',
      requested_by: task.requestedBy,
      requested_at: task.requestedAt,
      entity_refs: task.entityRefs ? JSON.stringify(task.entityRefs) : null,
      total: task.entityRefs?.length ?? null,
    });
  }

  async get(id: string): Promise<StoredTask | undefined> {
    const row = await this.#db<Row>('evaluation_tasks').where({ id }).first();
    return row && fromRow(row);
  }

  /** How many tasks wait or are worked on. */
  async open(): Promise<number> {
    const row = await this.#db('evaluation_tasks')
      .whereIn('state', ['queued', 'running'])
      .count({ open: '*' })
      .first();
    return Number(row?.open ?? 0);
  }

  /** Claims the oldest task that waits, or whose run went silent. */
  async claim(
    claimedBy: string,
    now: Date,
    silentSince: Date,
  ): Promise<StoredTask | undefined> {
    for (;;) {
      const row = await this.#db<Row>('evaluation_tasks')
        .where({ state: 'queued' })
        .orWhere(silent =>
          silent
            .where({ state: 'running' })
            .andWhere('heartbeat_at', '<', silentSince),
        )
        .orderBy('requested_at')
        .first();
      if (!row) return undefined;
      const claimed = await this.#db<Row>('evaluation_tasks')
        .where({ id: row.id, state: row.state, attempts: row.attempts })
        .update({
          state: 'running',
          claimed_by: claimedBy,
          heartbeat_at: now,
          attempts: row.attempts + 1,
        });
      // Another replica may have been faster.
      if (claimed) return fromRow({ ...row, attempts: row.attempts + 1 });
    }
  }

  /** Notes progress; false where the task belongs to another run by now. */
  async progress(
    id: string,
    claimedBy: string,
    progress: TaskProgress,
    now: Date,
  ): Promise<boolean> {
    return this.#update(id, claimedBy, { ...progress, heartbeat_at: now });
  }

  /** Lets another run go on with it. */
  async release(id: string, claimedBy: string): Promise<boolean> {
    return this.#update(id, claimedBy, { state: 'queued', claimed_by: null });
  }

  async finish(
    id: string,
    claimedBy: string,
    problem: string | undefined,
    now: Date,
  ): Promise<boolean> {
    return this.#update(id, claimedBy, {
      state: problem === undefined ? 'done' : 'failed',
      problem: plainText(problem),
      finished_at: now,
    });
  }

  /** Forgets tasks that ended before a moment. */
  async prune(before: Date): Promise<void> {
    await this.#db('evaluation_tasks')
      .where('finished_at', '<', before)
      .delete();
  }

  async #update(
    id: string,
    claimedBy: string,
    values: Partial<Row>,
  ): Promise<boolean> {
    const count = await this.#db<Row>('evaluation_tasks')
      .where({ id, claimed_by: claimedBy, state: 'running' })
      .update(values);
    return count > 0;
  }
}
