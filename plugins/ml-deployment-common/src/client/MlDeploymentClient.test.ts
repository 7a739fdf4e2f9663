import { MlDeploymentClient } from './MlDeploymentClient';

function setUp(answer: Response = new Response('{"items":[]}')) {
  const fetch = jest.fn(async (_url: string, _init: RequestInit) =>
    answer.clone(),
  );
  const client = new MlDeploymentClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as any },
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
const PATH = 'http://portal/api/ml-deployment/deployments/default/a%3Fb';

describe('MlDeploymentClient', () => {
  it('keeps names of deployments from reaching other paths', async () => {
    const { client, asked } = setUp();
    await client.getReview({ entityRef });
    expect(asked()).toMatchObject({ url: `${PATH}/review`, method: 'GET' });
    await client.getReview({ entityRef: 'short' });
    expect(asked().url).toBe(
      'http://portal/api/ml-deployment/deployments/default/short/review',
    );
  });

  it('asks for a page of decisions, and sends nothing that is not said', async () => {
    const { client, asked } = setUp();
    await client.getDecisions({ entityRef });
    expect(asked().url).toBe(`${PATH}/decisions`);
    await client.getDecisions({ entityRef, cursor: '7&a=b', limit: 5 });
    expect(asked().url).toBe(`${PATH}/decisions?cursor=7%26a%3Db&limit=5`);
  });

  it('records a decision with the token and the signal of the caller', async () => {
    const { client, asked } = setUp();
    const { signal } = new AbortController();
    await client.decide(
      { entityRef, decision: 'hold', revision: 'r' },
      { token: 't', signal },
    );
    expect(asked()).toEqual({
      url: `${PATH}/decisions`,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: 'Bearer t',
      },
      body: '{"decision":"hold","revision":"r"}',
      signal,
    });
  });

  it('gives the summaries of many deployments', async () => {
    const items = [{ entityRef }];
    const { client, asked } = setUp(new Response(JSON.stringify({ items })));
    expect(
      await client.getDecisionSummaries({ entityRefs: [entityRef] }),
    ).toEqual(items);
    expect(asked()).toMatchObject({
      url: 'http://portal/api/ml-deployment/decisions/query',
      body: JSON.stringify({ entityRefs: [entityRef] }),
    });
  });

  it.each([
    ['advise', { answers: {} }, 'advice'],
    ['plan', { strategy: 'canary' }, 'plans'],
    ['render', { name: 'a' }, 'manifests'],
    ['validate', { files: [] }, 'validations'],
  ] as const)('sends what it is to %s as it is', async (name, body, path) => {
    const { client, asked } = setUp();
    await client[name](body as any);
    expect(asked()).toMatchObject({
      url: `http://portal/api/ml-deployment/${path}`,
      method: 'POST',
      body: JSON.stringify(body),
    });
  });

  it('throws the error of the backend', async () => {
    const { client } = setUp(
      new Response(
        JSON.stringify({
          error: { name: 'ConflictError', message: 'decided meanwhile' },
          response: { statusCode: 409 },
        }),
        { status: 409, headers: { 'Content-Type': 'application/json' } },
      ),
    );
    await expect(client.getStrategies()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: { message: 'decided meanwhile' },
    });
  });
});
