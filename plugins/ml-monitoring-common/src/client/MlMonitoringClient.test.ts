import { MlMonitoringClient } from './MlMonitoringClient';

function setUp(answer: Response = new Response('{}')) {
  const fetch = jest.fn().mockResolvedValue(answer);
  const client = new MlMonitoringClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch },
  });
  return {
    client,
    asked: () => {
      const [url, { method, headers, body, signal }] = fetch.mock.lastCall!;
      return { url, method, headers, body, signal };
    },
  };
}

const entityRef = 'mldeployment:default/a?b';

describe('MlMonitoringClient', () => {
  it('keeps names of deployments, features and checks from reaching other paths', async () => {
    const { client, asked } = setUp();
    await client.getFeature({ entityRef, feature: '../x/y', window: 'P7D' });
    expect(asked().url).toBe(
      'http://portal/api/ml-monitoring/deployments/default/a%3Fb/data/..%2Fx%2Fy?window=P7D',
    );
    await client.deleteMute({ entityRef, checkId: 'data:psi:a/b' });
    expect(asked()).toMatchObject({
      url: 'http://portal/api/ml-monitoring/deployments/default/a%3Fb/mutes/data%3Apsi%3Aa%2Fb',
      method: 'DELETE',
    });
  });

  it('repeats values of a filter and leaves out what is not set', async () => {
    const { client, asked } = setUp();
    await client.getFleet({
      status: ['critical', 'warning'],
      text: '',
      limit: 5,
    });
    expect(asked().url).toBe(
      'http://portal/api/ml-monitoring/fleet?status=critical&status=warning&limit=5',
    );
  });

  it('sends a body as JSON, with the token and the signal of the caller', async () => {
    const { client, asked } = setUp();
    const { signal } = new AbortController();
    await client.preview(
      { entityRef, monitoring: {}, window: 'P7D' },
      { token: 't', signal },
    );
    expect(asked()).toEqual({
      url: 'http://portal/api/ml-monitoring/deployments/default/a%3Fb/preview',
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: 'Bearer t',
      },
      body: '{"monitoring":{},"window":"P7D"}',
      signal,
    });
  });

  it('throws the error of the backend', async () => {
    const { client } = setUp(
      new Response(
        JSON.stringify({
          error: { name: 'InputError', message: 'window: expected less' },
          response: { statusCode: 400 },
        }),
        { status: 400, headers: { 'Content-Type': 'application/json' } },
      ),
    );
    await expect(client.getService({ entityRef })).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { message: 'window: expected less' },
    });
  });
});
