import { z } from 'zod';
import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import { ServerConfig } from '../config/types';
import { failedResponse } from '../http/failedResponse';
import { invalidAnswer } from '../http/failures';
import { HttpServer } from '../http/HttpServer';
import {
  AlertAnswer,
  SilenceAnswer,
  alertsAnswer,
  silencesAnswer,
} from './answers';

/** Asks one Alertmanager of app-config, in its API of version 2. */
export class AlertmanagerClient {
  readonly config: ServerConfig;
  readonly #server: HttpServer;

  constructor(config: ServerConfig) {
    this.config = config;
    this.#server = new HttpServer(config);
  }

  /** Alerts that fit all matchers, whatever their state. */
  async alerts(
    matchers: string[],
    signal: AbortSignal,
  ): Promise<AlertAnswer[]> {
    const params = new URLSearchParams();
    matchers.forEach(one => params.append('filter', one));
    return this.#get(alertsAnswer, 'api/v2/alerts', params, signal);
  }

  /** All silences, also those that have ended. */
  async silences(signal: AbortSignal): Promise<SilenceAnswer[]> {
    const params = new URLSearchParams();
    return this.#get(silencesAnswer, 'api/v2/silences', params, signal);
  }

  async #get<T>(
    schema: z.ZodType<T>,
    path: string,
    params: URLSearchParams,
    signal: AbortSignal,
  ): Promise<T> {
    const request = { path, params, method: 'GET' as const };
    const response = await this.#server.request(request, signal);
    const { title } = this.#server;
    if (response.status >= 400 || response.json === undefined) {
      // Its errors are a text in JSON.
      if (typeof response.json === 'string') {
        throw new MonitoringSourceError(
          'refused',
          `${title} answered: ${this.#server.words(response.json)}`,
        );
      }
      throw failedResponse(this.#server, response);
    }
    const parsed = schema.safeParse(response.json);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw invalidAnswer(
      title,
      `answered what is not of its API: ${issue.path.join('.')}: ${
        issue.message
      }`,
    );
  }
}
