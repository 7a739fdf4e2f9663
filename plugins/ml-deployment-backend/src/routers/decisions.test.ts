import {
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { HEALTHY, SLOW } from '../__testUtils__/comparison';
import { setClock } from '../__testUtils__/clock';
import { deploymentOf } from '../__testUtils__/entities';
import { ADA, LIMITED, Portal, startPortal } from '../__testUtils__/portal';

const REF = 'mldeployment:default/canary';
const PATH = '/deployments/default/canary';

describe('decisions on rollouts', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  let portal: Portal;

  beforeEach(async () => {
    setClock('2026-06-03T12:00:00Z');
    portal = await startPortal({
      server,
      entities: [
        deploymentOf('canary'),
        deploymentOf('hidden'),
        deploymentOf('done', { strategy: { state: 'completed' } }),
      ],
    });
  }, 60_000);
  afterEach(() => jest.useRealTimers());

  const revision = async (path = PATH) =>
    (await portal.get(`${path}/review`)).revision;
  const decide = async (
    body: Record<string, unknown>,
    options: { status?: number; path?: string; token?: string } = {},
  ) =>
    portal.post(`${options.path ?? PATH}/decisions`, {
      body: { revision: await revision(options.path), ...body },
      status: options.status ?? 201,
      token: options.token,
    });
  const stored = async () => (await portal.get(`${PATH}/decisions`)).items;

  it('are recorded with verdict and evidence as they were, told, and audited', async () => {
    const before = await portal.get(`${PATH}/review`);
    const decided = await decide({ decision: 'promote', comment: 'All well' });
    expect(decided).toEqual({
      id: expect.any(String),
      entityRef: REF,
      decision: 'promote',
      rehearsal: false,
      overrides: false,
      comment: 'All well',
      decidedBy: ADA,
      decidedAt: '2026-06-03T12:00:00.000Z',
      rollout: before.rollout,
      verdict: before.verdict,
      evidence: before.evidence,
    });
    // The world goes on, and what was seen stays.
    portal.comparison = () => HttpResponse.json(SLOW as any);
    expect(await portal.get(`${PATH}/decisions`)).toEqual({
      items: [decided],
      totalItems: 1,
    });
    const after = await portal.get(`${PATH}/review`);
    const { id, decision, overrides, decidedBy, decidedAt, rollout } = decided;
    expect(after.decisions.latest).toEqual({
      id,
      decision,
      overrides,
      decidedBy,
      decidedAt,
      rollout,
    });
    expect(portal.published).toEqual([
      {
        topic: 'ml-deployment.decision',
        eventPayload: {
          entityRef: REF,
          decisionId: id,
          decision: 'promote',
          rehearsal: false,
          overrides: false,
          decidedBy: ADA,
          decidedAt,
        },
      },
    ]);
    expect(portal.sent).toMatchObject([
      {
        recipients: {
          type: 'entity',
          entityRef: 'group:default/team',
          excludeEntityRef: ADA,
        },
        payload: {
          title: 'Delay, canary: decided to promote',
          description: 'Recorded by ada. All well',
          link: '/catalog/default/mldeployment/canary/rollout',
          severity: 'normal',
        },
      },
    ]);
    expect(portal.audit).toMatchObject([
      {
        eventId: 'rollout-decide',
        outcome: 'succeeded',
        meta: {
          entityRef: REF,
          decision: 'promote',
          decisionId: id,
          verdict: 'promote',
          overrides: false,
        },
      },
    ]);
  });

  it('tell since when the next phase runs', async () => {
    await decide({ decision: 'promote' });
    portal.entities = [deploymentOf('canary', { strategy: { phase: 1 } })];
    const { rollout, verdict } = await portal.get(`${PATH}/review`);
    // Two days after the decision.
    expect(rollout.phaseEndsAt).toBe('2026-06-05T12:00:00.000Z');
    expect(verdict.decision).toBe('hold');
  });

  it('are taken by one of two who decide at once', async () => {
    const seen = await revision();
    const body = { decision: 'promote', revision: seen };
    const url = `${PATH}/decisions`;
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => {
        try {
          await portal.post(url, { body, status: 201 });
          return 201;
        } catch {
          return 409;
        }
      }),
    );
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect(await stored()).toHaveLength(1);
    expect(portal.published).toHaveLength(1);
    expect(portal.audit.map(({ outcome }) => outcome).sort()).toEqual([
      'failed',
      'failed',
      'succeeded',
    ]);
    const { error } = await portal.post(url, { body, status: 409 });
    expect(error).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('the decisions changed since'),
    });
  });

  it('are refused where the verdict changed meanwhile, and say to what', async () => {
    const seen = await revision();
    portal.comparison = () => HttpResponse.json(SLOW as any);
    const { error } = await portal.post(`${PATH}/decisions`, {
      body: { decision: 'promote', revision: seen },
      status: 409,
    });
    expect(error.message).toBe(
      'revision: expected that of the review as it is now, was an older one: the verdict changed since. The verdict is now roll-back. Read the review again',
    );
    expect(await stored()).toEqual([]);
  });

  it('against the verdict need a permission and a reason', async () => {
    portal.comparison = () => HttpResponse.json(SLOW as any);
    portal.denied.add('mlDeployment.decide.override');
    const refused = await decide(
      { decision: 'promote', comment: 'I know better' },
      { status: 403 },
    );
    expect(refused.error.message).toContain('mlDeployment.decide.override');
    portal.denied.clear();
    const silent = await decide({ decision: 'promote' }, { status: 400 });
    expect(silent.error.message).toBe(
      'comment: expected a reason, since the verdict is roll-back and the decision promote, was nothing',
    );
    expect(await stored()).toEqual([]);
    expect(portal.audit.map(({ outcome }) => outcome)).toEqual([
      'failed',
      'failed',
    ]);
    const decided = await decide({
      decision: 'promote',
      comment: 'A slow night of the network',
    });
    expect(decided).toMatchObject({
      overrides: true,
      verdict: { decision: 'roll-back' },
    });
    expect(portal.sent[0].payload).toMatchObject({
      severity: 'high',
      description:
        'Recorded by ada. The verdict was to roll back. A slow night of the network',
    });
  });

  it('rehearse a roll-back, also where no rollout is under way', async () => {
    portal.denied.add('mlDeployment.decide.override');
    const wrong = await decide(
      { decision: 'promote', rehearsal: true },
      { status: 400 },
    );
    expect(wrong.error.message).toMatch(/^decision: expected roll-back/);
    await decide({ decision: 'promote' });
    setClock('2026-06-04T08:00:00Z');
    const rehearsed = await decide({ decision: 'roll-back', rehearsal: true });
    expect(rehearsed).toMatchObject({ rehearsal: true, overrides: false });
    const { decisions } = await portal.get(`${PATH}/review`);
    expect(decisions).toMatchObject({
      latest: { decision: 'promote' },
      lastRollBackAt: '2026-06-04T08:00:00.000Z',
    });
    const path = '/deployments/default/done';
    await decide({ decision: 'roll-back', rehearsal: true }, { path });
    const none = await decide({ decision: 'roll-back' }, { path, status: 409 });
    expect(none.error.message).toBe(
      'There is nothing to decide on. The rollout is completed.',
    );
  });

  it('are for those who may', async () => {
    portal.denied.add('mlDeployment.decide');
    await decide({ decision: 'promote' }, { status: 403 });
    expect(portal.audit).toMatchObject([
      { outcome: 'failed', meta: { entityRef: REF, decision: 'promote' } },
    ]);
    portal.denied.clear();
    const body = { decision: 'promote', revision: 'x' };
    const hidden = '/deployments/default/hidden/decisions';
    await portal.post(hidden, { as: LIMITED, body, status: 404 });
    await portal.get(hidden, { as: LIMITED, status: 404 });
    // Policies do not bind services, so no service decides.
    const token = mockCredentials.service.token();
    await portal.post(`${PATH}/decisions`, { token, body, status: 403 });
    expect((await portal.get(`${PATH}/decisions`, { token })).totalItems).toBe(
      0,
    );
    portal.denied.add('mlDeployment.read');
    await portal.get(`${PATH}/decisions`, { status: 403 });
    await portal.post(`${PATH}/decisions`, { body, status: 403 });
    await portal.post('/decisions/query', {
      body: { entityRefs: [REF] },
      status: 403,
    });
  });

  it.each([
    [{ decision: 'accept' }, /^decision: /],
    [{ decision: 'promote', revision: undefined }, /^revision: .*was nothing/],
    [{ decision: 'promote', comment: ' ' }, /^comment: /],
    [{ decision: 'promote', by: ADA }, /^body: expected no field by$/],
  ])('say what is wrong with %j', async (body, message) => {
    const { error } = await decide(body, { status: 400 });
    expect(error.message).toMatch(message);
  });

  it('are listed by pages, newest first', async () => {
    for (const comment of ['one', 'two', 'three']) {
      await decide({ decision: 'promote', comment });
    }
    const first = await portal.get(`${PATH}/decisions?limit=2`);
    expect(first).toMatchObject({
      items: [{ comment: 'three' }, { comment: 'two' }],
      totalItems: 3,
    });
    const second = await portal.get(
      `${PATH}/decisions?limit=2&cursor=${first.nextCursor}`,
    );
    expect(second.items).toMatchObject([{ comment: 'one' }]);
    expect(second.nextCursor).toBeUndefined();
    for (const query of ['limit=0', 'limit=101', 'cursor=a', 'page=2']) {
      await portal.get(`${PATH}/decisions?${query}`, { status: 400 });
    }
  });

  it('are summed up for many deployments, without those that are hidden', async () => {
    await decide({ decision: 'promote' });
    const hidden = 'mldeployment:default/hidden';
    const done = 'mldeployment:default/done';
    const body = {
      entityRefs: [hidden, 'done', 'MlDeployment:Default/Canary', 'gone', done],
    };
    const summed = await portal.post('/decisions/query', { body });
    expect(summed.items).toEqual([
      { entityRef: hidden },
      { entityRef: done },
      { entityRef: REF, latest: expect.objectContaining({ decidedBy: ADA }) },
    ]);
    const limited = await portal.post('/decisions/query', {
      body,
      as: LIMITED,
    });
    expect(limited.items.map((one: any) => one.entityRef)).toEqual([done, REF]);
    for (const entityRefs of [
      [],
      ['component:default/a'],
      ['mldeployment:'],
      Array(501).fill('a'),
    ]) {
      await portal.post('/decisions/query', {
        body: { entityRefs },
        status: 400,
      });
    }
  });

  it('keep nothing of a comparison that cannot be stored', async () => {
    const odd = JSON.parse(JSON.stringify(HEALTHY));
    odd.results[0].answer.source.name = 'NUL \u0000';
    portal.comparison = () => HttpResponse.json(odd);
    await decide({ decision: 'promote' });
    const [decided] = await stored();
    expect(decided.evidence.source).toMatch(/^NUL /);
  });
});
