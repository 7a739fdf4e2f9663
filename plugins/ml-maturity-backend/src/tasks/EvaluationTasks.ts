import { randomUUID } from 'node:crypto';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EvaluationTask } from '@airworthy/plugin-ml-maturity-common';
import { chunks } from '@airworthy/plugin-ml-models-node';
import { StoredTask, TaskProgress, TaskStore } from '../database/TaskStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { RubricService } from '../rubrics/RubricService';
import { EvaluationSweep } from './EvaluationSweep';

const BATCH = 50;
const HEARTBEAT_MS = 15_000;
// A run that was killed is taken over after this long.
const SILENT_MS = 90_000;
const MAX_ATTEMPTS = 3;
const MAX_OPEN = 50;

/**
 * Works on evaluations that people or pipelines ask for.
 *
 * @remarks
 *
 * A task is in the database before its id is answered. The replica that took
 * the request begins at once; each minute every replica looks for tasks that
 * nobody works on, such as those of a replica that was killed, and goes on
 * where it stopped. A task that stops three runs fails with its reason.
 */
export class EvaluationTasks {
  readonly #options: EvaluationTasksOptions;
  readonly #stop = new AbortController();
  #working: Promise<void> | undefined;
  #wanted = false;

  constructor(options: EvaluationTasksOptions) {
    this.#options = options;
  }

  /** Takes a request; all entities without references. */
  async request(
    requestedBy: string,
    entityRefs?: readonly string[],
  ): Promise<EvaluationTask> {
    const { store } = this.#options;
    if ((await store.open()) >= MAX_OPEN) {
      throw new ServiceUnavailableError(
        `${MAX_OPEN} evaluations wait already; try again when they are done`,
      );
    }
    const id = randomUUID();
    await store.add({ id, requestedBy, requestedAt: new Date(), entityRefs });
    this.kick();
    return (await store.get(id))!;
  }

  get(id: string): Promise<StoredTask | undefined> {
    return this.#options.store.get(id);
  }

  /** Begins to work unless this replica works already. */
  kick(): void {
    void this.work(this.#stop.signal).catch(error => {
      this.#options.logger.warn(
        `Evaluations that were asked for wait: ${toError(error).message}`,
      );
    });
  }

  /** Works on tasks until none is left. */
  work(signal: AbortSignal): Promise<void> {
    // What was asked for after the last look is not left behind.
    this.#wanted = true;
    this.#working ??= this.#workWhileWanted(
      AbortSignal.any([signal, this.#stop.signal]),
    ).finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  /** Stops at the next opportunity; what is not done is done by others, or after the start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#working?.catch(() => {});
  }

  async #workWhileWanted(signal: AbortSignal): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      await this.#workAll(signal);
    }
  }

  async #workAll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const now = Date.now();
      const claimedBy = randomUUID();
      const task = await this.#options.store.claim(
        claimedBy,
        new Date(now),
        new Date(now - SILENT_MS),
      );
      if (!task) return;
      await this.#run(task, claimedBy, signal);
    }
  }

  async #run(
    task: StoredTask,
    claimedBy: string,
    outer: AbortSignal,
  ): Promise<void> {
    const { store, logger } = this.#options;
    if (task.attempts > MAX_ATTEMPTS) {
      const problem = `It was interrupted ${MAX_ATTEMPTS} times, the last time after ${task.done} entities`;
      await store.finish(task.id, claimedBy, problem, new Date());
      return;
    }
    const lost = new AbortController();
    const signal = AbortSignal.any([outer, lost.signal]);
    const note = async (progress: TaskProgress) => {
      const isMine = await store.progress(
        task.id,
        claimedBy,
        progress,
        new Date(),
      );
      if (!isMine) lost.abort();
    };
    const heartbeat = setInterval(() => {
      note({}).catch(error => {
        logger.warn(`No sign of life was given: ${toError(error).message}`);
      });
    }, HEARTBEAT_MS);
    try {
      await (task.entityRefs
        ? this.#evaluateNamed(task, task.entityRefs, note, signal)
        : this.#evaluateAll(note, signal));
      if (signal.aborted) await store.release(task.id, claimedBy);
      else await store.finish(task.id, claimedBy, undefined, new Date());
    } catch (error) {
      const { message } = toError(error);
      logger.warn(`Evaluation ${task.id} failed: ${message}`);
      await store.finish(task.id, claimedBy, message, new Date());
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #evaluateNamed(
    task: StoredTask,
    entityRefs: readonly string[],
    note: (progress: TaskProgress) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    let { done, changed, failed } = task;
    for (const refs of chunks(entityRefs.slice(done), BATCH)) {
      if (signal.aborted) return;
      const outcome = await this.#options.evaluations.evaluateRefs(refs, {
        cause: 'fact',
        facts: 'all',
        signal,
      });
      if (signal.aborted) return;
      done += refs.length;
      changed += outcome.changed + outcome.removed;
      failed += outcome.failed;
      await note({ done, changed, failed });
    }
  }

  async #evaluateAll(
    note: (progress: TaskProgress) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const { sweep } = this.#options;
    await note({ total: await this.#countAll(), done: 0 });
    const outcome = await sweep.run(signal, ({ evaluated, changed, failed }) =>
      note({ done: evaluated, changed, failed }),
    );
    if (signal.aborted) return;
    await note({
      total: outcome.evaluated,
      done: outcome.evaluated,
      changed: outcome.changed + outcome.removed,
      failed: outcome.failed,
    });
  }

  async #countAll(): Promise<number> {
    const { catalog, auth, rubrics } = this.#options;
    const $any = rubrics
      .all()
      .map(({ compiled }) => compiled.rubric.appliesTo as FilterPredicate);
    if (!$any.length) return 0;
    const { totalItems } = await catalog.queryEntities(
      { query: { $any }, limit: 1, fields: ['kind'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return totalItems;
  }
}

interface EvaluationTasksOptions {
  store: TaskStore;
  evaluations: EvaluationService;
  sweep: EvaluationSweep;
  rubrics: RubricService;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
}
