import {
  IncomingMessage,
  Server,
  ServerResponse,
  createServer,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { RegistryHttpConfig } from '../config/types';
import { RegistryClient } from './RegistryClient';

jest.setTimeout(30_000);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

// Connections as they really fail, which no mock of `fetch` shows.
describe('requests to a registry', () => {
  let server: Server;
  let answer: Answer;
  let requests: IncomingMessage[];
  let client: RegistryClient;
  const never = new AbortController().signal;

  beforeEach(async () => {
    requests = [];
    answer = (_, response) => response.end('{"a":1}');
    server = createServer((request, response) => {
      requests.push(request);
      answer(request, response);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    await client.close();
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  });

  const origin = () =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (
    config: Partial<RegistryHttpConfig> = {},
    signal: AbortSignal = never,
  ) => {
    client = new RegistryClient('MLflow "a"', {
      baseUrl: new URL(`${origin()}/prefix/`),
      headers: {},
      timeoutMs: 5_000,
      concurrency: 4,
      retries: 2,
      retryDelayMs: 1,
      maxBodyBytes: 100_000,
      ...config,
    });
    return client.getJson('api/x', new URLSearchParams({ q: 'a b' }), signal);
  };
  const failOnce = (status: number, headers = {}): Answer => {
    let failed = false;
    return (_, response) => {
      if (failed) return response.end('{"a":1}');
      failed = true;
      return response.writeHead(status, headers).end();
    };
  };

  it('go below the address of app-config, with its credentials', async () => {
    await expect(
      ask({
        auth: { kind: 'basic', username: 'u', password: 'p' },
        headers: { 'x-workspace': 'w' },
      }),
    ).resolves.toEqual({ a: 1 });
    expect(requests[0].url).toBe('/prefix/api/x?q=a+b');
    expect(requests[0].headers).toMatchObject({
      authorization: 'Basic dTpw',
      'x-workspace': 'w',
    });
  });

  it.each([429, 500, 502, 503])('are made again after %d', async status => {
    answer = failOnce(status);
    await expect(ask()).resolves.toEqual({ a: 1 });
    expect(requests).toHaveLength(2);
  });

  it('wait as long as Retry-After says', async () => {
    answer = failOnce(429, { 'retry-after': '1' });
    const start = Date.now();
    await expect(ask()).resolves.toEqual({ a: 1 });
    expect(Date.now() - start).toBeGreaterThanOrEqual(950);
  });

  it('do not wait for hours', async () => {
    answer = failOnce(429, { 'retry-after': '7200' });
    await expect(ask()).rejects.toMatchObject({
      kind: 'too-many-requests',
      message:
        'MLflow "a": GET /api/x: it is asked too often (429); it asks to wait 120 minutes',
    });
    expect(requests).toHaveLength(1);
  });

  it('are given up after a while', async () => {
    answer = (_, response) => response.writeHead(500).end();
    await expect(ask()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(requests).toHaveLength(3);
  });

  it.each([
    [401, 'unauthorised', 'it does not know the credentials (401)'],
    [403, 'unauthorised', 'the credentials may not do that (403)'],
    [404, 'not-found', 'it does not know that (404)'],
    [400, 'refused', 'it refused the request (400)'],
  ])('say what %d means, at once', async (status, kind, words) => {
    answer = (_, response) => response.writeHead(status).end();
    await expect(ask()).rejects.toMatchObject({
      kind,
      message: `MLflow "a": GET /api/x: ${words}`,
    });
    expect(requests).toHaveLength(1);
  });

  it('tell the words of a server without secrets', async () => {
    answer = ({ headers }, response) =>
      response.writeHead(403).end(
        JSON.stringify({
          error_code: 'PERMISSION_DENIED',
          message: `no rights for\n${headers.authorization}`,
        }),
      );
    await expect(
      ask({ auth: { kind: 'bearer', token: 's3cret' } }),
    ).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
      message:
        'MLflow "a": GET /api/x: the credentials may not do that (403, PERMISSION_DENIED: no rights for Bearer ***)',
    });
  });

  it.each([
    ['<!DOCTYPE html><p>Sign in', /a web page in place of JSON/],
    ['{"a": [1, 2', /JSON that is broken or cut off/],
    ['', /it answered with nothing/],
  ])('say that %j is no JSON', async (text, words) => {
    answer = (_, response) => response.end(text);
    const asked = ask();
    await expect(asked).rejects.toThrow(words);
    await expect(asked).rejects.toMatchObject({ kind: 'invalid-data' });
  });

  it('read no more than they may', async () => {
    let written = 0;
    answer = (_, response) => {
      const write = () => {
        if (response.destroyed) return;
        written += 10_000;
        response.write(' '.repeat(10_000), write);
      };
      write();
    };
    await expect(ask()).rejects.toMatchObject({
      kind: 'too-large',
      message: 'MLflow "a": GET /api/x: more than 0.1 MB',
    });
    expect(requests).toHaveLength(1);
    expect(written).toBeLessThan(20_000_000);
  });

  it('end where a server drips', async () => {
    answer = (_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    await expect(ask({ timeoutMs: 200, retries: 0 })).rejects.toMatchObject({
      kind: 'timeout',
      message: 'MLflow "a": GET /api/x: no answer within 0.2 seconds',
    });
  });

  it('are made again where the connection breaks in the middle', async () => {
    let broken = false;
    answer = (_, response) => {
      if (broken) return response.end('{"a":1}');
      broken = true;
      response.writeHead(200, { 'content-length': '1000' });
      return response.write('{"a":', () => response.destroy());
    };
    await expect(ask()).resolves.toEqual({ a: 1 });
  });

  it('say why no connection came about, without the address', async () => {
    const closed = createServer();
    await new Promise<void>(done => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise(done => closed.close(done));
    const baseUrl = new URL(`http://127.0.0.1:${port}`);
    await expect(ask({ baseUrl, retries: 0 })).rejects.toMatchObject({
      kind: 'unreachable',
      message:
        'MLflow "a": GET /api/x: the connection was refused (ECONNREFUSED)',
    });
  });

  it('follow a redirect on the same host', async () => {
    answer = ({ url }, response) =>
      url === '/elsewhere'
        ? response.end('{"a":1}')
        : response.writeHead(302, { location: '/elsewhere' }).end();
    await expect(ask()).resolves.toEqual({ a: 1 });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://localhost:1/x',
    '//evil.example.com/x',
  ])('do not follow a redirect to %s', async location => {
    answer = (_, response) => response.writeHead(302, { location }).end();
    await expect(
      ask({ auth: { kind: 'bearer', token: 's3cret' } }),
    ).rejects.toMatchObject({
      kind: 'refused',
      message:
        'MLflow "a": GET /api/x: it redirects to another address, which is not followed',
    });
    expect(requests).toHaveLength(1);
  });

  it('are made a few at once', async () => {
    let now = 0;
    let most = 0;
    answer = (_, response) => {
      now++;
      most = Math.max(most, now);
      setTimeout(() => {
        now--;
        response.end('{"a":1}');
      }, 10);
    };
    await ask({ concurrency: 3 });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        client.getJson('api/x', new URLSearchParams(), never),
      ),
    );
    expect(most).toBe(3);
  });

  it('stop at once when they are told to, also while they wait', async () => {
    const controller = new AbortController();
    answer = (_, response) => {
      response.writeHead(503, { 'retry-after': '100' }).end();
      setTimeout(() => controller.abort(new Error('stopped')), 50);
    };
    const start = Date.now();
    await expect(ask({}, controller.signal)).rejects.toThrow('stopped');
    expect(Date.now() - start).toBeLessThan(2_000);
  });
});
