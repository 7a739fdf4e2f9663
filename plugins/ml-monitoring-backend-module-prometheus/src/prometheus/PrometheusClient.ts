import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import { z } from 'zod';
import { PrometheusServerConfig } from '../config/types';
import { invalidAnswer } from '../http/failures';
import { failedResponse } from '../http/failedResponse';
import { HttpServer, ServerResponse } from '../http/HttpServer';
import { Grid } from '../promql/grid';
import {
  envelope,
  matrixAnswer,
  metadataAnswer,
  parseValue,
  rulesAnswer,
  seriesAnswer,
  vectorAnswer,
} from './answers';

/** A value with its labels. */
export interface Sample {
  labels: Record<string, string>;
  value: number | null;
}

/** Values over time with their labels; times in seconds. */
export interface SampleSeries {
  labels: Record<string, string>;
  points: { at: number; value: number | null }[];
}

/** What came back, and what a reader should know of it. */
export interface Answer<T> {
  result: T;
  /** Samples that the server read for it, where it tells; else those that it answered. */
  samples: number;
  warnings: string[];
}

type Parsed<T> = { data: T; warnings: string[] };

// What Prometheus calls its own refusals; `timeout` and `canceled` are its time limit.
const OUT_OF_TIME = ['timeout', 'canceled'];

/** Asks one server of app-config, in the HTTP API that Prometheus shares with Thanos, Mimir and VictoriaMetrics. */
export class PrometheusClient {
  readonly config: PrometheusServerConfig;
  readonly #server: HttpServer;

  constructor(config: PrometheusServerConfig) {
    this.config = config;
    this.#server = new HttpServer(config);
  }

  /** The value of a query at one moment, in seconds. */
  async query(
    query: string,
    at: number,
    signal: AbortSignal,
  ): Promise<Answer<Sample[]>> {
    const { data, warnings } = await this.#ask(vectorAnswer, {
      path: 'api/v1/query',
      params: this.#queryParams({ query, time: `${at}` }),
      method: this.config.method,
      signal,
    });
    return {
      result: data.result.map(({ metric, value }) => ({
        labels: metric,
        value: value ? parseValue(value[1]) : null,
      })),
      samples: data.stats?.samples?.totalQueryableSamples ?? data.result.length,
      warnings,
    };
  }

  /** The values of a query over time. */
  async queryRange(
    query: string,
    grid: Grid,
    signal: AbortSignal,
  ): Promise<Answer<SampleSeries[]>> {
    const { data, warnings } = await this.#ask(matrixAnswer, {
      path: 'api/v1/query_range',
      params: this.#queryParams({
        query,
        start: `${grid.start}`,
        end: `${grid.end}`,
        step: `${grid.step}`,
      }),
      method: this.config.method,
      signal,
    });
    const result = data.result.map(({ metric, values = [] }) => ({
      labels: metric,
      points: values.map(([at, value]) => ({ at, value: parseValue(value) })),
    }));
    return {
      result,
      samples:
        data.stats?.samples?.totalQueryableSamples ??
        result.reduce((sum, { points }) => sum + points.length, 0),
      warnings,
    };
  }

  /** Labels of the series that fit any of the selectors, at most so many. */
  async series(
    selectors: string[],
    options: { start: number; end: number; limit: number; signal: AbortSignal },
  ): Promise<Parsed<Record<string, string>[]>> {
    const params = new URLSearchParams({
      start: `${options.start}`,
      end: `${options.end}`,
      limit: `${options.limit}`,
    });
    selectors.forEach(selector => params.append('match[]', selector));
    const answer = await this.#ask(seriesAnswer, {
      path: 'api/v1/series',
      params,
      method: this.config.method,
      signal: options.signal,
    });
    // Older servers know no limit.
    return { ...answer, data: answer.data.slice(0, options.limit) };
  }

  /** What a metric says of itself; absent where nobody knows. */
  async help(metric: string, signal: AbortSignal): Promise<string | undefined> {
    const { data } = await this.#ask(metadataAnswer, {
      path: 'api/v1/metadata',
      params: new URLSearchParams({ metric, limit: '1' }),
      method: 'GET',
      signal,
    });
    return data[metric]?.[0]?.help || undefined;
  }

  /** Alerts of rules with these names, with their annotations. */
  async ruleAlerts(names: string[], signal: AbortSignal) {
    const params = new URLSearchParams({ type: 'alert' });
    names.forEach(name => params.append('rule_name[]', name));
    const { data } = await this.#ask(rulesAnswer, {
      path: 'api/v1/rules',
      params,
      method: 'GET',
      signal,
    });
    // Older servers know no names.
    return data.groups
      .flatMap(group => group.rules)
      .filter(rule => names.includes(rule.name))
      .flatMap(rule => rule.alerts ?? []);
  }

  #queryParams(params: Record<string, string>): URLSearchParams {
    return new URLSearchParams({
      ...params,
      timeout: `${Math.ceil(this.config.timeoutSeconds)}s`,
      stats: 'true',
    });
  }

  async #ask<T>(
    schema: z.ZodType<T>,
    request: Parameters<HttpServer['request']>[0] & { signal: AbortSignal },
  ): Promise<Parsed<T>> {
    const response = await this.#server.request(request, request.signal);
    const wrapped = envelope.safeParse(response.json);
    if (wrapped.data?.status !== 'success') {
      throw this.#failure(response, wrapped.data);
    }
    const data = schema.safeParse(wrapped.data.data);
    if (!data.success) {
      const [{ path, message }] = data.error.issues;
      throw invalidAnswer(
        this.#server.title,
        `answered what is not of its API: ${['data', ...path].join(
          '.',
        )}: ${message}`,
      );
    }
    const warnings = [...(wrapped.data.warnings ?? [])];
    if (wrapped.data.isPartial) {
      warnings.push('the answer is partial: not all of its storage answered');
    }
    return {
      data: data.data,
      warnings: [...new Set(warnings)].map(
        warning => `${this.#server.title}: ${this.#server.words(warning)}`,
      ),
    };
  }

  #failure(
    response: ServerResponse,
    answer: z.infer<typeof envelope> | undefined,
  ): MonitoringSourceError {
    if (answer?.status !== 'error') {
      return failedResponse(this.#server, response);
    }
    const { errorType = 'error', error = '' } = answer;
    return new MonitoringSourceError(
      OUT_OF_TIME.includes(errorType) ? 'timeout' : 'refused',
      `${this.#server.title} answered: ${this.#server.words(
        `${errorType}: ${error}`,
      )}`,
    );
  }
}
