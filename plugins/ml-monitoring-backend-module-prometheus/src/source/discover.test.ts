import { deployment } from '../__testUtils__/deployments';
import { mockUpstreams, sourcesWith, success } from '../__testUtils__/upstream';

const BASE = 'http://prometheus.example.com';

describe('discovery', () => {
  const upstreams = mockUpstreams();
  const signal = new AbortController().signal;
  const { prometheus } = sourcesWith({
    prometheus: {
      servers: [
        { name: 'main', url: BASE },
        { name: 'eu', url: 'http://eu.example.com' },
      ],
    },
  });
  const ask = (target = deployment({}, { runtime: 'triton' })) =>
    prometheus.discover!(target, { signal, withExamples: false });

  const series = [
    {
      __name__: 'istio_requests_total',
      destination_service_name: 'churn-production',
    },
    { __name__: 'nv_inference_request_success', model: 'churn', version: '1' },
    { __name__: 'nv_inference_request_success', model: 'churn', version: '2' },
    {
      __name__: 'nv_inference_request_success',
      model: 'churn-2',
      version: '2',
    },
  ];

  it('proposes what is named as the deployment or its model, its runtime first', async () => {
    upstreams.answer('http://eu.example.com', () => success([]));
    const received = upstreams.answer(BASE, ({ path }) =>
      path.endsWith('/series')
        ? success(series)
        : success({
            nv_inference_request_success: [{ help: 'Successful requests' }],
          }),
    );
    const found = await ask();
    expect(found.map(({ proposal }) => proposal.prometheus)).toEqual([
      { server: 'main', preset: 'triton', labels: { model: 'churn' } },
      {
        server: 'main',
        preset: 'istio',
        labels: { destination_service_name: 'churn-production' },
      },
    ]);
    expect(found[0].metrics).toEqual([
      {
        name: 'nv_inference_request_success',
        help: 'Successful requests',
        series: 2,
      },
    ]);
    expect(received[0].params.getAll('match[]').join()).toContain(
      'model=~"churn-production|churn"',
    );
  });

  it('finds nothing where there is nothing, and says where it could not look', async () => {
    upstreams.answer(BASE, () => success([]));
    upstreams.answer('http://eu.example.com', () => success([]));
    expect(await ask()).toEqual([]);

    upstreams.answer('http://eu.example.com', () => Response.error());
    await expect(ask()).rejects.toThrow('Prometheus "eu" cannot be reached');

    upstreams.answer(BASE, ({ path }) =>
      success(path.endsWith('/series') ? series : {}),
    );
    const [first] = await ask();
    expect(first.notices).toContain(
      'Not everywhere could be looked. Prometheus "eu" cannot be reached',
    );
  });

  it('leaves alone what is monitored', async () => {
    const received = upstreams.answer(BASE, () => success([]));
    const monitored = { prometheus: { preset: 'http', labels: { a: 'b' } } };
    expect(await ask(deployment(monitored))).toEqual([]);
    expect(received).toEqual([]);
  });
});
