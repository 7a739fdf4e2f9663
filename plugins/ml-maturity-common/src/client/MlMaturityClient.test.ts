import { MlMaturityClient } from './MlMaturityClient';

function setUp(answer: Response = new Response('{}')) {
  const fetch = jest.fn().mockResolvedValue(answer);
  const client = new MlMaturityClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch },
  });
  return {
    client,
    asked: () => {
      const [url, { method, headers, body }] = fetch.mock.lastCall!;
      return { url, method, headers, body };
    },
  };
}

/** A rollup as the backend sends it, with what matters here. */
const ROLLUP = {
  columns: [
    { id: 'data', title: 'Data' },
    { id: 'model', title: 'Model' },
  ],
  total: { cells: [] },
  unassigned: { cells: [] },
  nodes: [{ id: 'group:default/a', cells: [[3, 4, 3, 1], []] }],
};

describe('MlMaturityClient', () => {
  it('keeps names of entities and checks from reaching other paths', async () => {
    const { client, asked } = setUp();
    await client.getCheckRecords({
      entityRef: 'mlmodel:default/a?b',
      checkId: '../x',
      rubric: 'a&b',
    });
    expect(asked().url).toBe(
      'http://portal/api/ml-maturity/scorecards/mlmodel/default/a%3Fb/checks/..%2Fx?rubric=a%26b',
    );
  });

  it('repeats values of a filter and leaves out what is not set', async () => {
    const { client, asked } = setUp(new Response(JSON.stringify(ROLLUP)));
    const rollup = await client.getRollup({
      by: 'owner',
      measure: 'category',
      owner: ['group:default/a', '(none)'],
      text: '',
      level: [0, 1],
    });
    expect(asked().url).toBe(
      'http://portal/api/ml-maturity/rollups?by=owner&measure=category&owner=group%3Adefault%2Fa&owner=%28none%29&level=0&level=1',
    );
    expect(rollup.nodes[0].cells).toEqual([
      {
        column: 'data',
        score: 0.75,
        passed: 3,
        total: 4,
        counts: {
          pass: 3,
          fail: 1,
          unknown: 0,
          error: 0,
          waived: 0,
          'not-applicable': 0,
        },
      },
      expect.objectContaining({ column: 'model', score: null, total: 0 }),
    ]);
    expect(rollup.total.cells).toEqual([]);
  });

  it('sends a body as JSON, with the token of a backend', async () => {
    const { client, asked } = setUp();
    await client.gate(
      { entityRef: 'mlmodel:default/a', level: 1 },
      { token: 't' },
    );
    expect(asked()).toEqual({
      url: 'http://portal/api/ml-maturity/gate',
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: 'Bearer t',
      },
      body: '{"entityRef":"mlmodel:default/a","level":1}',
    });
  });

  it('gives what is exported as text', async () => {
    const { client, asked } = setUp(new Response('a,b'));
    expect(await client.exportCsv({ list: 'gaps', tag: ['x'] })).toBe('a,b');
    expect(asked().url).toMatch(/\/gaps\?tag=x&format=csv$/);
  });

  it('throws what the backend says is wrong', async () => {
    const { client } = setUp(
      new Response(
        JSON.stringify({
          error: { name: 'ConflictError', message: 'Somebody was faster' },
          response: { statusCode: 409 },
        }),
        { status: 409, headers: { 'Content-Type': 'application/json' } },
      ),
    );
    await expect(
      client.deleteWaiver({ entityRef: 'mlmodel:a', checkId: 'b' }),
    ).rejects.toMatchObject({
      statusCode: 409,
      cause: { name: 'ConflictError', message: 'Somebody was faster' },
    });
  });
});
