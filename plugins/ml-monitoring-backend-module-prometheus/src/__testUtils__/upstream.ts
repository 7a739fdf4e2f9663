import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createSources } from '../createSources';

/** A request as a server got it. */
export interface Received {
  path: string;
  params: URLSearchParams;
  headers: Headers;
  method: string;
}

type Answer = (request: Received) => Response | Promise<Response>;

/** Servers that answer what a test says; a request to any other address fails the test. */
export function mockUpstreams() {
  const server = setupServer();
  registerMswTestHooks(server);
  return {
    server,
    /** Answers every request below an address, and keeps what was asked. */
    answer(base: string, answer: Answer): Received[] {
      const received: Received[] = [];
      server.use(
        http.all(`${base}/*`, async ({ request }) => {
          const url = new URL(request.url);
          const params =
            request.method === 'POST'
              ? new URLSearchParams(await request.text())
              : url.searchParams;
          const one = {
            path: url.pathname,
            params,
            headers: request.headers,
            method: request.method,
          };
          received.push(one);
          return answer(one);
        }),
      );
      return received;
    },
  };
}

/** What Prometheus answers to a query. */
export function success(data: unknown, rest: object = {}): Response {
  return HttpResponse.json({ status: 'success', data, ...rest });
}

/** A vector of values with their labels. */
export function vector(
  ...entries: [labels: Record<string, string>, value: string][]
): Response {
  return success({
    resultType: 'vector',
    result: entries.map(([metric, value]) => ({ metric, value: [0, value] })),
  });
}

/** A series over time. */
export function matrix(
  ...entries: [
    labels: Record<string, string>,
    values: [at: number, value: string][],
  ][]
): Response {
  return success({
    resultType: 'matrix',
    result: entries.map(([metric, values]) => ({ metric, values })),
  });
}

/** An answer without series. */
export function nothing({ path }: Received): Response {
  return path.endsWith('query_range') ? matrix() : vector();
}

/** The sources of an app-config. */
export function sourcesWith(mlMonitoring: JsonObject) {
  const [prometheus, alertmanager] = createSources(
    mockServices.rootConfig({ data: { mlMonitoring } }),
  );
  return { prometheus, alertmanager };
}

/** A question about an hour that ended at 12:00. */
export function question(signal = new AbortController().signal) {
  return {
    window: {
      from: '2026-03-01T11:00:00.000Z',
      to: '2026-03-01T12:00:00.000Z',
    },
    maxPoints: 60,
    signal,
  };
}
