import { KnownDeployment } from '../catalog/DeploymentReader';
import { StatusStore } from '../database/StatusStore';
import { StatusEvaluator } from './StatusEvaluator';

const AT_MOST_MS = 5 * 60_000;

/** Evaluates a deployment now, since somebody asks for it. */
export class EvaluationService {
  readonly #statuses: StatusStore;
  readonly #evaluator: StatusEvaluator;
  readonly #running = new Map<string, Promise<void>>();

  constructor(options: { statuses: StatusStore; evaluator: StatusEvaluator }) {
    this.#statuses = options.statuses;
    this.#evaluator = options.evaluator;
  }

  /**
   * Evaluates what is due and judges the last windows again. Whoever asks
   * while that goes on waits for the same evaluation.
   */
  evaluate(deployment: KnownDeployment): Promise<void> {
    const { entityRef } = deployment;
    const running = this.#running.get(entityRef);
    if (running) return running;
    const evaluation = this.#evaluate(deployment).finally(() =>
      this.#running.delete(entityRef),
    );
    this.#running.set(entityRef, evaluation);
    return evaluation;
  }

  async #evaluate(deployment: KnownDeployment): Promise<void> {
    const { entityRef, facts } = deployment;
    if (!(await this.#statuses.get(entityRef))) {
      await this.#statuses.putFacts([
        {
          entityRef,
          facts: JSON.stringify(facts),
          reason: 'Not evaluated yet',
        },
      ]);
    }
    await this.#evaluator.evaluate(deployment, {
      // It is of use to others too when the one who asked has left.
      signal: AbortSignal.timeout(AT_MOST_MS),
      isForced: true,
    });
  }
}
