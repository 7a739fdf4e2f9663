import { HttpResponse, delay } from 'msw';
import { singleDeployment } from '../__testUtils__/deployments';
import {
  mockUpstreams,
  nothing,
  question,
  sourcesWith,
  success,
  vector,
} from '../__testUtils__/upstream';

const BASE = 'https://prometheus.example.com/path';

const monitored = singleDeployment({
  prometheus: { preset: 'http', labels: { model: 'churn' } },
});

describe('servers of app-config', () => {
  const upstreams = mockUpstreams();

  const ask = (server: object = {}, signal?: AbortSignal) =>
    sourcesWith({
      prometheus: { servers: [{ name: 'main', url: BASE, ...server }] },
    }).prometheus.serviceHealth!(monitored, question(signal));

  it('are asked below their path, with credentials and headers of the tenant', async () => {
    const received = upstreams.answer(BASE, nothing);
    await ask({
      url: `${BASE}//`,
      auth: { token: 's3cret' },
      headers: { 'X-Scope-OrgID': 'team-a' },
    });
    expect(new Set(received.map(({ path }) => path))).toEqual(
      new Set(['/path/api/v1/query', '/path/api/v1/query_range']),
    );
    for (const { headers, method } of received) {
      expect(method).toBe('POST');
      expect(headers.get('authorization')).toBe('Bearer s3cret');
      expect(headers.get('x-scope-orgid')).toBe('team-a');
    }
  });

  it('may be asked by GET, with a user name and password', async () => {
    const received = upstreams.answer(BASE, nothing);
    await ask({
      method: 'GET',
      auth: { username: 'portal', password: 'pass word' },
    });
    expect(received[0].method).toBe('GET');
    expect(received[0].params.get('query')).toContain('model="churn"');
    // The Base64 of `portal:pass word`.
    expect(received[0].headers.get('authorization')).toBe(
      'Basic cG9ydGFsOnBhc3Mgd29yZA==',
    );
  });

  it.each<[string, () => Response, string, RegExp]>([
    [
      'its own error',
      () =>
        HttpResponse.json(
          {
            status: 'error',
            errorType: 'execution',
            error: 'query processing would load too many samples into memory',
          },
          { status: 422 },
        ),
      'refused',
      /^Prometheus "main" answered: execution: query processing would load too many samples into memory$/,
    ],
    [
      'its own time limit',
      () =>
        HttpResponse.json(
          { status: 'error', errorType: 'timeout', error: 'query timed out' },
          { status: 503 },
        ),
      'timeout',
      /timeout: query timed out$/,
    ],
    [
      'refused credentials',
      () => new HttpResponse('no org id', { status: 401 }),
      'refused',
      /^Prometheus "main" refuses the portal's credentials \(HTTP 401: no org id\)$/,
    ],
    [
      'a wrong path',
      () => new HttpResponse('404 page not found', { status: 404 }),
      'refused',
      /refused the request \(HTTP 404: 404 page not found\)/,
    ],
    [
      'a failing proxy',
      () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 }),
      'unreachable',
      /^Prometheus "main" is failing \(HTTP 502\)$/,
    ],
    [
      'a web page',
      () => HttpResponse.html('<!doctype html><title>Sign in</title>'),
      'invalid-data',
      /answered a web page instead of JSON/,
    ],
    [
      'half an answer',
      () => new HttpResponse('{"status":"success","data":{"resultTy'),
      'invalid-data',
      /answered JSON that is cut off or malformed/,
    ],
    [
      'an answer without data',
      () => HttpResponse.json({ status: 'success' }),
      'invalid-data',
      /answered what is not of its API: data: /,
    ],
    [
      'data of another shape',
      () => success({ resultType: 'vector', result: [{ metric: 'x' }] }),
      'invalid-data',
      /data\.result\.0\.metric: /,
    ],
    [
      'JSON of something else',
      () => HttpResponse.json({ hello: 'world' }),
      'invalid-data',
      /is not of its API/,
    ],
    [
      'no server',
      () => HttpResponse.error(),
      'unreachable',
      /^Prometheus "main" cannot be reached$/,
    ],
    [
      'a body that breaks off',
      () =>
        new HttpResponse(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"status":'));
              controller.error(new TypeError('terminated'));
            },
          }),
        ),
      'invalid-data',
      /broke off in the middle of its answer$/,
    ],
  ])('say what is wrong: %s', async (_, answer, kind, message) => {
    upstreams.answer(BASE, answer);
    const asked = ask();
    await expect(asked).rejects.toThrow(message);
    await expect(asked).rejects.toMatchObject({
      name: 'MonitoringSourceError',
      kind,
    });
  });

  it('are told by name only, without what they must not tell', async () => {
    upstreams.answer(BASE, ({ headers }) =>
      HttpResponse.json(
        {
          status: 'error',
          errorType: 'internal',
          error: `no route for ${headers.get(
            'authorization',
          )}\n at ${headers.get('x-tenant')}`,
        },
        { status: 500 },
      ),
    );
    await expect(
      ask({ auth: { token: 's3cret' }, headers: { 'X-Tenant': 'hidden-1' } }),
    ).rejects.toThrow(
      'Prometheus "main" answered: internal: no route for Bearer *** at ***',
    );
  });

  it('are given up after their time', async () => {
    upstreams.answer(BASE, async () => {
      await delay('infinite');
      return vector();
    });
    const asked = ask({ timeout: { milliseconds: 50 } });
    await expect(asked).rejects.toThrow(
      'Prometheus "main" did not answer within 0.05 seconds',
    );
    await expect(asked).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('are left alone when the question is withdrawn', async () => {
    const controller = new AbortController();
    upstreams.answer(BASE, async () => {
      controller.abort();
      await delay('infinite');
      return vector();
    });
    await expect(ask({}, controller.signal)).rejects.toMatchObject({
      kind: 'timeout',
    });
  });

  it('that are not configured are not allowed, and the configured ones are named', async () => {
    const elsewhere = singleDeployment({
      prometheus: { server: 'other', preset: 'http', labels: { model: 'x' } },
    });
    const { prometheus } = sourcesWith({
      prometheus: {
        servers: [
          { name: 'main', url: BASE },
          { name: 'eu', url: BASE },
        ],
      },
    });
    expect(prometheus.capabilities(elsewhere)).toContain('service');
    expect(prometheus.nameFor(elsewhere)).toBe('other');
    const asked = prometheus.serviceHealth!(elsewhere, question());
    await expect(asked).rejects.toThrow(
      'The Prometheus server "other" is not configured; configured: "main", "eu"',
    );
    await expect(asked).rejects.toMatchObject({ kind: 'not-allowed' });

    await expect(
      sourcesWith({}).prometheus.serviceHealth!(monitored, question()),
    ).rejects.toThrow(/No Prometheus server is configured/);
  });

  it('tell what they leave out: warnings of Thanos, parts of VictoriaMetrics', async () => {
    upstreams.answer(BASE, ({ path }) =>
      success(
        {
          resultType: path.endsWith('query_range') ? 'matrix' : 'vector',
          result: [],
        },
        {
          warnings: ['No StoreAPIs matched for this query'],
          isPartial: true,
        },
      ),
    );
    const { notices } = await ask();
    expect(notices).toContain(
      'Prometheus "main": No StoreAPIs matched for this query',
    );
    expect(notices.join()).toMatch(/the answer is partial/);
  });
});
