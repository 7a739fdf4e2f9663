import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ResponseError, toError } from '@backstage/errors';
import {
  ReviewEvidence,
  RolloutStanding,
} from '@airworthy/plugin-ml-deployment-common';
import { z } from 'zod';
import { MlMonitoringApi } from '@airworthy/plugin-ml-monitoring-common';
import { MlDeploymentConfig } from '../config';
import { comparisonSchema, metricSchema } from './comparisonSchema';
import { evidenceOfComparison } from './evidenceOfComparison';
import { periodOf } from './periodOf';
import { ComparedFigure } from './rulesOf';

/** Evidence, and which figures it is of. */
export interface FoundEvidence {
  evidence: ReviewEvidence;
  figures: ComparedFigure[];
}

interface EvidenceReaderOptions {
  auth: AuthService;
  monitoring: Pick<MlMonitoringApi, 'getComparison'>;
  config: Pick<MlDeploymentConfig, 'review'>;
}

function inWords(error: unknown): string {
  if (error instanceof ResponseError) return error.cause.message;
  return toError(error).message;
}

/** Asks monitoring how the candidate does beside the stable variant. */
export class EvidenceReader {
  readonly #options: EvidenceReaderOptions;

  constructor(options: EvidenceReaderOptions) {
    this.#options = options;
  }

  /** Never throws unless the caller left: where nothing is known, the evidence says why. */
  async read(
    entityRef: string,
    rollout: RolloutStanding,
    options: { credentials: BackstageCredentials; signal: AbortSignal },
  ): Promise<FoundEvidence> {
    const { config } = this.#options;
    const now = new Date();
    const asOf = now.toISOString();
    const nothing = (failure: string, period = {}): FoundEvidence => ({
      evidence: { asOf, ...period, metrics: [], failure },
      figures: [],
    });
    if (!rollout.stable || !rollout.candidate) {
      return nothing(
        `There is nothing to compare: the deployment has no ${
          rollout.stable ? 'candidate or shadow' : 'stable variant'
        } (spec.variants).`,
      );
    }
    const period = periodOf(rollout.startedAt, config.review.maxWindow, now);
    if ('failure' in period) return nothing(period.failure);
    try {
      const found = await this.#ask(entityRef, rollout.candidate.name, {
        period,
        ...options,
      });
      return 'failure' in found
        ? nothing(found.failure, period)
        : {
            evidence: {
              asOf,
              ...period,
              source: found.source,
              ...(found.freshAt ? { freshAt: found.freshAt } : {}),
              metrics: evidenceOfComparison(
                found.metrics,
                config.review.leastRequests,
              ),
            },
            figures: found.metrics,
          };
    } catch (error) {
      options.signal.throwIfAborted();
      return nothing(`Monitoring did not answer: ${inWords(error)}`, period);
    }
  }

  /** What the sources told, or why nothing. */
  async #ask(
    entityRef: string,
    variant: string,
    options: {
      period: { from: string; to: string };
      credentials: BackstageCredentials;
      signal: AbortSignal;
    },
  ): Promise<
    | { failure: string }
    | {
        metrics: z.output<typeof metricSchema>[];
        source: string;
        freshAt?: string;
      }
  > {
    const { auth, monitoring, config } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: options.credentials,
      targetPluginId: 'ml-monitoring',
    });
    const answer = await monitoring.getComparison(
      { entityRef, ...options.period, variant },
      {
        token,
        signal: AbortSignal.any([
          options.signal,
          AbortSignal.timeout(config.review.timeout),
        ]),
      },
    );
    const { results } = comparisonSchema.parse(answer);
    const answers = results.flatMap(result =>
      result.ok ? [result.answer] : [],
    );
    const failures = results.flatMap(result =>
      result.ok ? [] : [result.failure],
    );
    const told = answers.filter(({ metrics }) => metrics.length > 0);
    if (told.length === 0) {
      return {
        failure: failures.length
          ? failures
              .map(({ source, message }) => `${source.name}: ${message}`)
              .join('; ')
          : 'No source of monitoring compares the variants of this deployment (spec.monitoring).',
      };
    }
    // The first source that tells a figure has it.
    const byMetric = new Map(
      told
        .flatMap(({ metrics }) => metrics)
        .reverse()
        .map(one => [one.metric, one]),
    );
    return {
      metrics: [...byMetric.values()].reverse(),
      source: told.map(({ source }) => source.name).join(', '),
      // That of the source which lags most.
      freshAt: told
        .flatMap(({ freshAt }) => (freshAt ? [new Date(freshAt)] : []))
        .sort((a, b) => a.getTime() - b.getTime())[0]
        ?.toISOString(),
    };
  }
}
