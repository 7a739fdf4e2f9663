import { MlDeploymentClient } from '@airworthy/plugin-ml-deployment-common';
import {
  createMockDirectory,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { runAction } from '../__testUtils__/runAction';
import { createRecordDecisionAction } from './recordDecision';

const BASE = 'http://portal.test/api/ml-deployment';
const PATH = `${BASE}/deployments/default/churn`;
const verdict = { decision: 'hold', reasons: ['too few requests'] };

const conflict = () =>
  HttpResponse.json(
    {
      error: { name: 'ConflictError', message: 'The review changed' },
      response: { statusCode: 409 },
    },
    { status: 409 },
  );

describe('ml-deployment:record-decision', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const action = createRecordDecisionAction({
    api: new MlDeploymentClient({
      discoveryApi: { getBaseUrl: async () => BASE },
    }),
    auth: mockServices.auth(),
  });
  const options = {
    workspacePath: createMockDirectory().path,
    user: { ref: 'user:default/mock' },
  };
  const input = { entityRef: 'churn', decision: 'promote', comment: 'Enough.' };

  /** What was asked of the backend: reviews, and decisions with who sent them. */
  let reviews: number;
  let decisions: { body: any; token: string | null }[];
  beforeEach(() => {
    reviews = 0;
    decisions = [];
    server.use(
      http.get(`${PATH}/review`, () => {
        reviews += 1;
        return HttpResponse.json({ revision: `r${reviews}`, verdict });
      }),
      http.post(`${PATH}/decisions`, async ({ request }) => {
        decisions.push({
          body: await request.json(),
          token: request.headers.get('authorization'),
        });
        return HttpResponse.json({ id: '7', overrides: true, verdict });
      }),
    );
  });

  it('decides on the review as it is, on behalf of who runs the task', async () => {
    expect(await runAction(action, input, options)).toEqual({
      id: '7',
      overrides: true,
      verdict,
    });
    expect(decisions).toEqual([
      {
        body: { decision: 'promote', comment: 'Enough.', revision: 'r1' },
        token: expect.stringContaining('user:default/mock'),
      },
    ]);
  });

  it('decides on the review that somebody looked at', async () => {
    await runAction(
      action,
      { ...input, entityRef: 'MlDeployment:default/churn', revision: 'seen' },
      options,
    );
    expect(decisions[0].body.revision).toBe('seen');
    expect(reviews).toBe(0);
  });

  it('only says in a dry run what it would do', async () => {
    expect(
      await runAction(action, input, { ...options, isDryRun: true }),
    ).toEqual({ id: '', overrides: true, verdict });
    expect(decisions).toEqual([]);
  });

  it('decides once for a task that is tried again', async () => {
    const checkpoints = new Map();
    const again = { ...options, checkpoints };
    await runAction(action, input, again);
    await runAction(action, input, again);
    expect(decisions).toHaveLength(1);

    // Interrupted after the backend had decided and before that was kept.
    checkpoints.delete('decision.mldeployment:default/churn');
    const own = {
      id: '7',
      decision: 'promote',
      comment: 'Enough.',
      rehearsal: false,
      overrides: true,
      verdict,
      decidedBy: 'user:default/mock',
      decidedAt: new Date(Date.now() + 1_000).toISOString(),
    };
    server.use(
      http.post(`${PATH}/decisions`, conflict),
      http.get(`${PATH}/decisions`, () => HttpResponse.json({ items: [own] })),
    );
    expect(await runAction(action, input, again)).toMatchObject({ id: '7' });
  });

  it('refuses where somebody else decided meanwhile', async () => {
    server.use(
      http.post(`${PATH}/decisions`, conflict),
      http.get(`${PATH}/decisions`, () =>
        HttpResponse.json({
          items: [
            {
              decision: 'promote',
              comment: 'Enough.',
              rehearsal: false,
              decidedBy: 'user:default/other',
              decidedAt: '2100-01-01T00:00:00Z',
            },
          ],
        }),
      ),
    );
    await expect(runAction(action, input, options)).rejects.toThrow(
      'The review changed',
    );
  });

  it('says why there is nothing to decide on', async () => {
    server.use(
      http.get(`${PATH}/review`, () =>
        HttpResponse.json({
          revision: 'r',
          noVerdict: 'No rollout is under way.',
        }),
      ),
    );
    await expect(runAction(action, input, options)).rejects.toThrow(
      'entityRef: expected a deployment with a rollout to decide on, was mldeployment:default/churn: No rollout is under way.',
    );
    expect(decisions).toEqual([]);
  });

  it.each([
    [
      { entityRef: 'component:default/a' },
      'entityRef: expected the reference of an MlDeployment, was component:default/a',
    ],
    [{ decision: 'maybe' }, /^decision: .*, was "maybe"$/],
    [{ comment: '' }, /^comment: /],
  ])('refuses %j', async (change, message) => {
    await expect(
      runAction(action, { ...input, ...change }, options),
    ).rejects.toThrow(message);
    expect(decisions).toEqual([]);
  });
});
