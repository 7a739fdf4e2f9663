import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import PQueue from 'p-queue';
import { EvaluationService } from './EvaluationService';

/** A first evaluation that is not done. */
export interface WaitingEvaluation {
  since: string;
  /** Why the last attempt failed. */
  problem?: string;
}

const PATIENCE_MS = 2_000;
const AT_ONCE = 4;
// Failures that are remembered, so that they are told with their beginning.
const MAX_KEPT = 1_000;

/**
 * Evaluates entities that somebody looks at before they were ever evaluated.
 *
 * @remarks
 *
 * Who asks waits a moment, since most collectors answer from the catalog. A
 * collector that is slow goes on in the background, once for each entity
 * however many ask.
 */
export class FirstEvaluations {
  readonly #evaluations: EvaluationService;
  readonly #logger: LoggerService;
  readonly #patience: number;
  readonly #queue = new PQueue({ concurrency: AT_ONCE });
  readonly #stop = new AbortController();
  readonly #running = new Map<string, Promise<boolean>>();
  readonly #waiting = new Map<string, WaitingEvaluation>();

  constructor(options: {
    evaluations: EvaluationService;
    logger: LoggerService;
    patience?: number;
  }) {
    this.#evaluations = options.evaluations;
    this.#logger = options.logger;
    this.#patience = options.patience ?? PATIENCE_MS;
  }

  /** Evaluates an entity; answers what there is to wait for, undefined when it is done. */
  async evaluate(entityRef: string): Promise<WaitingEvaluation | undefined> {
    const waiting = this.#wait(entityRef);
    const running = this.#running.get(entityRef) ?? this.#begin(entityRef);
    const late = new AbortController();
    const isDone = await Promise.race([
      running,
      delay(this.#patience, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    return isDone ? undefined : { ...waiting };
  }

  /** Stops; what is not done is done by the scheduled evaluations. */
  stop(): void {
    this.#stop.abort();
  }

  #wait(entityRef: string): WaitingEvaluation {
    const known = this.#waiting.get(entityRef);
    if (known) return known;
    const waiting = { since: new Date().toISOString() };
    this.#waiting.set(entityRef, waiting);
    if (this.#waiting.size > MAX_KEPT) {
      this.#waiting.delete(this.#waiting.keys().next().value!);
    }
    return waiting;
  }

  #begin(entityRef: string): Promise<boolean> {
    const running = this.#queue
      .add(() => this.#run(entityRef))
      .finally(() => this.#running.delete(entityRef));
    this.#running.set(entityRef, running);
    return running;
  }

  /** Answers whether it was evaluated; a failure is noted. */
  async #run(entityRef: string): Promise<boolean> {
    const { signal } = this.#stop;
    try {
      const { failed } = await this.#evaluations.evaluateRefs([entityRef], {
        cause: 'entity',
        facts: 'stale',
        signal,
      });
      if (failed) throw new Error('its checks could not be run');
      if (signal.aborted) return false;
      this.#waiting.delete(entityRef);
      return true;
    } catch (error) {
      const { message } = toError(error);
      this.#logger.warn(`${entityRef} was not evaluated: ${message}`);
      const waiting = this.#waiting.get(entityRef);
      if (waiting) waiting.problem = message;
      return false;
    }
  }
}
