import { MlMaturityClient } from '@airworthy/plugin-ml-maturity-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createAttestAction } from './createAttestAction';

const ENTITY_REF = 'mlmodel:default/churn';
const churn: Entity = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'churn' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
};
const goals = { checkId: 'goals-recorded', answer: 'yes' as const };
const budget = { checkId: 'expectations-agreed', answer: 'yes' as const };

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
const refusal = (status: number, name: string, message: string) =>
  answer(status, {
    error: { name, message },
    response: { statusCode: status },
  });

function setUp(options: { entities?: Entity[] } = {}) {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit]>(async () =>
    answer(200, {}),
  );
  const catalog = catalogServiceMock({ entities: options.entities ?? [churn] });
  const action = createAttestAction({
    auth: mockServices.auth(),
    catalog,
    client: new MlMaturityClient({
      discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
      fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
    }),
  });
  type Context = Parameters<typeof action.handler>[0];
  const run = async (input: Context['input'], changes: object = {}) => {
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({ input }),
      getInitiatorCredentials: async () => mockCredentials.user(),
      output,
      ...changes,
    } as unknown as Context);
    return Object.fromEntries(output.mock.calls);
  };
  const sent = () =>
    fetch.mock.calls.map(([url, { body, headers }]) => ({
      url,
      headers: headers as Record<string, string>,
      body: JSON.parse(String(body)),
    }));
  return { fetch, catalog, run, sent };
}

describe('ml-maturity:attest', () => {
  it('records each answer on behalf of the user, without what was left empty', async () => {
    const { run, sent } = setUp();
    const output = await run({
      entityRef: 'MlModel:churn',
      rubric: 'mlops',
      attestations: [
        { ...budget, fields: { budget: 0, upkeep: '', plan: null } },
        { ...goals, evidence: { url: 'https://wiki.example', text: '' } },
      ],
    });
    expect(output).toEqual({
      recorded: ['expectations-agreed', 'goals-recorded'],
      refused: [],
    });
    const base = 'http://portal/api/ml-maturity/scorecards/mlmodel/default';
    expect(sent()).toMatchObject([
      {
        url: `${base}/churn/checks/expectations-agreed/attestation?rubric=mlops`,
        body: { answer: 'yes', fields: { budget: 0 }, previousId: null },
      },
      {
        url: `${base}/churn/checks/goals-recorded/attestation?rubric=mlops`,
        body: {
          answer: 'yes',
          evidence: { url: 'https://wiki.example' },
          previousId: null,
        },
      },
    ]);
    expect(sent()[0].body.fields).toEqual({ budget: 0 });
    expect(sent()[0].headers.Authorization).toBe(
      `Bearer ${mockCredentials.service.token({
        onBehalfOf: mockCredentials.user(),
        targetPluginId: 'ml-maturity',
      })}`,
    );
  });

  it('waits for the entity to be in the catalog with its relations', async () => {
    const { run, catalog, fetch } = setUp();
    const get = jest
      .spyOn(catalog, 'getEntityByRef')
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce({ ...churn, relations: [] });
    await run({ entityRef: ENTITY_REF, attestations: [goals] });
    expect(get).toHaveBeenCalledTimes(3);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('says where to answer when the entity does not come', async () => {
    const { run, fetch } = setUp({ entities: [] });
    await expect(
      run({ entityRef: ENTITY_REF, attestations: [goals], waitSeconds: 0 }),
    ).rejects.toThrow(
      /^entityRef: expected an entity that is in the catalog, was mlmodel:default\/churn, .* its Maturity tab$/,
    );
    expect(fetch).not.toHaveBeenCalled();
  });

  it('records the others where one is refused, and says why', async () => {
    const { run, fetch } = setUp();
    fetch.mockResolvedValueOnce(
      refusal(403, 'NotAllowedError', 'Only owners may answer'),
    );
    expect(
      await run({ entityRef: ENTITY_REF, attestations: [goals, budget] }),
    ).toEqual({
      recorded: ['expectations-agreed'],
      refused: [
        { checkId: 'goals-recorded', reason: 'Only owners may answer' },
      ],
    });
  });

  it('fails where the portal does, and goes on from there when it is run again', async () => {
    const { run, fetch, sent } = setUp();
    const done = new Map<string, unknown>();
    const checkpoint = async (step: {
      key: string;
      fn(): Promise<unknown>;
    }) => {
      if (!done.has(step.key)) done.set(step.key, await step.fn());
      return done.get(step.key);
    };
    fetch
      .mockResolvedValueOnce(answer(200, {}))
      .mockResolvedValueOnce(refusal(503, 'ServiceUnavailableError', 'down'));
    const input = { entityRef: ENTITY_REF, attestations: [goals, budget] };
    await expect(run(input, { checkpoint })).rejects.toThrow();
    expect(await run(input, { checkpoint })).toEqual({
      recorded: ['goals-recorded', 'expectations-agreed'],
      refused: [],
    });
    expect(sent().map(({ url }) => url.split('/').slice(-2)[0])).toEqual([
      'goals-recorded',
      'expectations-agreed',
      'expectations-agreed',
    ]);
  });

  it('records nothing in a dry run, and tells what it would', async () => {
    const { run, fetch } = setUp({ entities: [] });
    expect(
      await run(
        { entityRef: ENTITY_REF, attestations: [goals] },
        { isDryRun: true },
      ),
    ).toEqual({ recorded: ['goals-recorded'], refused: [] });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    [{ entityRef: 'churn', attestations: [goals] }, /^entityRef: expected a/],
    [
      { entityRef: ENTITY_REF, attestations: [goals, goals] },
      /^attestations\.1\.checkId: expected .* was goals-recorded$/,
    ],
  ])('refuses %j', async (input, message) => {
    const { run } = setUp();
    await expect(run(input)).rejects.toThrow(message);
  });
});
