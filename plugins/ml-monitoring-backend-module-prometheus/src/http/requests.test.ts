import { HttpResponse, delay } from 'msw';
import { singleDeployment } from '../__testUtils__/deployments';
import {
  mockUpstreams,
  nothing,
  question,
  sourcesWith,
} from '../__testUtils__/upstream';

const BASE = 'https://prometheus.example.com/path';

const monitored = singleDeployment({
  prometheus: { preset: 'http', labels: { model: 'churn' } },
});

describe('requests to servers', () => {
  const upstreams = mockUpstreams();

  const ask = (server: object = {}) =>
    sourcesWith({
      prometheus: { servers: [{ name: 'main', url: BASE, ...server }] },
    }).prometheus.serviceHealth!(monitored, question());

  it('are followed to another path, and never to another origin', async () => {
    upstreams.answer(BASE, ({ path }) =>
      HttpResponse.redirect(
        `https://prometheus.example.com/new${path.slice('/path'.length)}`,
        308,
      ),
    );
    const moved = upstreams.answer(
      'https://prometheus.example.com/new',
      nothing,
    );
    await ask({ auth: { token: 's3cret' } });
    expect(moved[0].headers.get('authorization')).toBe('Bearer s3cret');
    expect(moved[0].params.get('query')).toContain('model="churn"');

    const elsewhere = upstreams.answer(
      'https://elsewhere.example.com',
      nothing,
    );
    upstreams.answer(BASE, () =>
      HttpResponse.redirect('https://elsewhere.example.com/api/v1/query', 307),
    );
    const asked = ask();
    await expect(asked).rejects.toThrow(
      'Prometheus "main" redirects to another address, which is not followed',
    );
    expect(elsewhere).toEqual([]);
  });

  it('are asked the same once, by however many, and by few at a time', async () => {
    let running = 0;
    let most = 0;
    const received = upstreams.answer(BASE, async request => {
      most = Math.max(most, ++running);
      await delay(20);
      running--;
      return nothing(request);
    });
    const { prometheus } = sourcesWith({
      prometheus: { servers: [{ name: 'main', url: BASE, concurrency: 2 }] },
    });
    const leaving = new AbortController();
    const asked = [
      ...Array.from({ length: 10 }, () =>
        prometheus.serviceHealth!(monitored, question()),
      ),
    ];
    const left = prometheus.serviceHealth!(monitored, question(leaving.signal));
    leaving.abort();
    await expect(left).rejects.toMatchObject({ kind: 'timeout' });
    const answers = await Promise.all(asked);
    expect(answers).toHaveLength(10);
    expect(most).toBe(2);
    const queries = received.map(({ path, params }) => `${path} ${params}`);
    expect(new Set(queries).size).toBe(queries.length);
  });
});
