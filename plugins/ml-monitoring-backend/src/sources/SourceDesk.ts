import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ChangeMarker,
  Discovery,
  SourceAnswer,
  SourceResult,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  MonitoredDeployment,
  MonitoringCapability,
  MonitoringSource,
} from '@airworthy/plugin-ml-monitoring-node';
import { z } from 'zod';
import { FailureLog } from './FailureLog';
import { SourceRegistry } from './SourceRegistry';
import { answerSchemas } from './answerSchemas';
import { AnswerTimeoutError, InvalidAnswerError, toFailure } from './toFailure';

/** What every question says of itself. */
export interface Asking {
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  timeoutMs: number;
}

type AskSource<T> = (
  source: MonitoringSource,
  signal: AbortSignal,
) => Promise<T>;

function describeProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue.path.map(String).join('.') || 'answer'}: ${issue.message}`;
}

function check<T>(kind: keyof typeof answerSchemas, answer: T): T {
  const result = answerSchemas[kind].safeParse(answer);
  if (result.success) return answer;
  throw new InvalidAnswerError(
    `The answer of the source is not what was asked for: ${describeProblem(
      result.error,
    )}`,
  );
}

/**
 * Asks sources, each by itself: one that throws, hangs or answers nonsense is
 * a failure in its own place, and the others go on.
 */
export class SourceDesk {
  readonly #registry: SourceRegistry;
  readonly #failures: FailureLog;
  readonly #logger: LoggerService;

  constructor(options: {
    registry: SourceRegistry;
    failures: FailureLog;
    logger: LoggerService;
  }) {
    this.#registry = options.registry;
    this.#failures = options.failures;
    this.#logger = options.logger;
  }

  /** What each source that can says; empty where none can. */
  async ask<T extends SourceAnswer>(
    capability: Exclude<MonitoringCapability, 'changes'>,
    deployment: MonitoredDeployment,
    asking: Asking,
    askSource: AskSource<T>,
  ): Promise<SourceResult<T>[]> {
    const sources = this.#registry.with(capability, deployment);
    return Promise.all(
      sources.map(source =>
        this.#result(capability, deployment, asking, source, async signal =>
          check(capability, await askSource(source, signal)),
        ),
      ),
    );
  }

  /** When which version began to answer, as far as any source knows. */
  async changes(
    deployment: MonitoredDeployment,
    asking: Asking,
    askSource: AskSource<ChangeMarker[]>,
  ): Promise<ChangeMarker[]> {
    const sources = this.#registry.with('changes', deployment);
    const answers = await Promise.all(
      sources.map(source =>
        this.#inTime(asking, signal => askSource(source, signal)).catch(
          error => {
            asking.signal.throwIfAborted();
            const name = source.nameFor(deployment);
            const { message } = toFailure(
              error,
              { type: source.type, name },
              this.#logger,
            );
            this.#logger.debug(
              `${source.type} (${name}) tells no changes of ${deployment.entityRef}: ${message}`,
            );
            return [];
          },
        ),
      ),
    );
    return answers.flat();
  }

  /** What sources find that the deployment does not name yet. */
  async discover(
    deployment: MonitoredDeployment,
    asking: Asking,
    withExamples: boolean,
  ): Promise<SourceResult<Discovery>[]> {
    const results = await Promise.all(
      this.#registry.all().map(async source => {
        if (!source.discover) return [];
        const name = source.nameFor(deployment);
        try {
          const found = await this.#inTime(asking, signal =>
            source.discover!(deployment, { signal, withExamples }),
          );
          return check('discovery', found).map(answer => ({
            ok: true as const,
            answer,
          }));
        } catch (error) {
          asking.signal.throwIfAborted();
          const failure = toFailure(
            error,
            { type: source.type, name },
            this.#logger,
          );
          return [{ ok: false as const, failure }];
        }
      }),
    );
    return results.flat();
  }

  async #result<T extends SourceAnswer>(
    capability: MonitoringCapability,
    deployment: MonitoredDeployment,
    asking: Asking,
    source: MonitoringSource,
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<SourceResult<T>> {
    const about = {
      entityRef: deployment.entityRef,
      capability,
      source: { type: source.type, name: source.nameFor(deployment) },
    };
    try {
      const answer = await this.#inTime(asking, ask);
      await this.#failures.recovered(about);
      return { ok: true, answer };
    } catch (error) {
      // Nobody waits: that is no failure of the source.
      asking.signal.throwIfAborted();
      const failure = toFailure(error, about.source, this.#logger);
      const since = await this.#failures.failed(about, failure);
      return { ok: false, failure: { ...failure, since } };
    }
  }

  async #inTime<T>(
    { signal, timeoutMs }: Asking,
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const done = new AbortController();
    const timer = setTimeout(
      () =>
        done.abort(
          new AnswerTimeoutError(
            `No answer within ${Math.round(timeoutMs / 100) / 10} s`,
          ),
        ),
      timeoutMs,
    );
    const own = AbortSignal.any([signal, done.signal]);
    let stop: (() => void) | undefined;
    // A source that does not listen to its signal is not waited for.
    const stopped = new Promise<never>((_resolve, reject) => {
      stop = () => reject(own.reason);
      own.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([ask(own), stopped]);
    } catch (error) {
      throw own.aborted ? own.reason : error;
    } finally {
      clearTimeout(timer);
      own.removeEventListener('abort', stop!);
    }
  }
}
