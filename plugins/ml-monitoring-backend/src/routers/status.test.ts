import { mockCredentials } from '@backstage/backend-test-utils';
import { FakeSource, serviceOf } from '../__testUtils__/FakeSource';
import { DELAY_MODEL, deploymentOf } from '../__testUtils__/entities';
import { setClock } from '../__testUtils__/environment';
import {
  ADA,
  GRACE,
  LIMITED,
  Portal,
  startPortal,
} from '../__testUtils__/portal';

const CHECK = 'service:error_ratio:stable';
const MUTE = `/deployments/default/bad/mutes/${encodeURIComponent(CHECK)}`;
const HOUR = 3_600_000;
const ahead = (ms: number) => new Date(Date.now() + ms).toISOString();
const mute = (until: string) => ({ until, reason: 'Known, see the incident' });

describe('the status of deployments', () => {
  let portal: Portal;
  let source: FakeSource;

  beforeEach(async () => {
    setClock('2026-06-02T12:20:00Z');
    source = new FakeSource();
    source.serviceHealth = async ({ entityRef }, { window }) =>
      serviceOf(window, {
        stable: entityRef.endsWith('/bad') ? 0.2 : 0,
        canary: 0,
      });
    portal = await startPortal({
      entities: [
        deploymentOf('bad'),
        deploymentOf('good', { environment: 'staging' }),
        deploymentOf('hidden', { owner: 'group:default/secret' }),
        deploymentOf('silent', { monitoring: {} }),
        deploymentOf('old', { lifecycle: 'retired' }),
        DELAY_MODEL,
      ],
      sources: [source],
    });
    await portal.tick();
  }, 30_000);
  afterEach(() => jest.useRealTimers());

  const statusOf = async (name: string) =>
    (await portal.get(`/deployments/default/${name}/status`)).status;

  it('tells the whole of a deployment', async () => {
    const status = await portal.get('/deployments/default/bad/status');
    expect(status).toMatchObject({
      status: 'critical',
      since: '2026-06-01T13:00:00.000Z',
      evaluatedAt: '2026-06-02T12:20:00.000Z',
      checks: [
        { id: CHECK, status: 'critical', value: 0.2 },
        { id: 'service:error_ratio:canary', status: 'ok' },
      ],
      sources: [
        {
          source: { type: 'fake', name: 'log' },
          capabilities: ['service'],
          freshAt: '2026-06-02T11:59:00.000Z',
        },
      ],
    });
    expect(status.hours).toHaveLength(24);
    expect(status.changes[0]).toMatchObject({
      at: '2026-06-01T13:00:00.000Z',
      to: 'critical',
      reason: 'Error ratio, stable',
    });
  });

  it('leaves a muted check out until the time is over, and tells nobody of the mute', async () => {
    expect(await statusOf('bad')).toBe('critical');
    const answer = await portal.put(MUTE, { body: mute(ahead(2 * HOUR)) });
    expect(answer).toEqual({
      checkId: CHECK,
      until: '2026-06-02T14:20:00.000Z',
      reason: 'Known, see the incident',
      by: ADA,
      createdAt: '2026-06-02T12:20:00.000Z',
    });
    const status = await portal.get('/deployments/default/bad/status');
    expect(status).toMatchObject({
      status: 'ok',
      mutes: [answer],
      checks: expect.arrayContaining([
        expect.objectContaining({
          id: CHECK,
          status: 'critical',
          mutedUntil: answer.until,
        }),
      ]),
    });
    const { items } = await portal.get('/fleet?ref=mldeployment:default/bad');
    expect(items[0]).toMatchObject({
      status: 'ok',
      checks: { ok: 1, critical: 0, muted: 1 },
      causes: [],
    });
    expect(portal.sent).toEqual([]);
    expect(portal.audit).toMatchObject([
      {
        eventId: 'check-mute',
        meta: { entityRef: 'mldeployment:default/bad', checkId: CHECK },
        outcome: 'succeeded',
      },
    ]);

    setClock('2026-06-02T14:21:00Z');
    await portal.tick();
    expect(await statusOf('bad')).toBe('critical');
    expect(portal.sent.map(({ payload }) => payload.title)).toEqual([
      'Delay, bad is critical',
    ]);
  });

  it('ends a mute on demand', async () => {
    await portal.put(MUTE, { body: mute(ahead(HOUR)) });
    expect(await statusOf('bad')).toBe('ok');
    await portal.delete(MUTE, { status: 204 });
    expect(await statusOf('bad')).toBe('critical');
    await portal.delete(MUTE, { status: 404 });
    expect(portal.sent).toEqual([]);
  });

  it('mutes only for owners who may, for at most 90 days, and what there is', async () => {
    const body = mute(ahead(HOUR));
    const { error } = await portal.put(MUTE, { body, as: GRACE, status: 403 });
    expect(error.message).toContain('owned by group:default/team');
    const token = mockCredentials.service.token();
    await portal.put(MUTE, { body, token, status: 403 });
    portal.denied.add('mlMonitoring.mute');
    await portal.put(MUTE, { body, status: 403 });
    portal.denied.clear();
    const cases: [object, string][] = [
      [mute(ahead(-HOUR)), 'until: expected a moment that is ahead'],
      [mute(ahead(91 * 24 * HOUR)), 'until: expected a moment within 90 days'],
      [mute('tomorrow'), 'until: expected a moment'],
      [{ until: ahead(HOUR) }, 'reason'],
      [{ ...body, by: 'user:default/eve' }, 'expected no field by'],
    ];
    for (const [wrong, message] of cases) {
      const answer = await portal.put(MUTE, { body: wrong, status: 400 });
      expect(answer.error.message).toContain(message);
    }
    await portal.put('/deployments/default/bad/mutes/data:psi:x', {
      body,
      status: 404,
    });
    expect(await statusOf('bad')).toBe('critical');
    expect(
      portal.audit.every(
        ({ eventId, outcome }) =>
          eventId === 'check-mute' && outcome === 'failed',
      ),
    ).toBe(true);
  });

  it('evaluates on demand for those who manage, and once for all who wait', async () => {
    const path = '/deployments/default/bad/evaluations';
    const answer = source.serviceHealth;
    const asked = jest
      .spyOn(source, 'serviceHealth')
      .mockImplementation(async (...question) => {
        await new Promise(resolve => setTimeout(resolve, 200));
        return answer(...question);
      });
    const [one, other] = await Promise.all([
      portal.post(path),
      portal.post(path),
    ]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      status: 'critical',
      since: '2026-06-01T13:00:00.000Z',
    });
    expect(asked).toHaveBeenCalledTimes(2);
    portal.denied.add('mlMonitoring.manage');
    await portal.post(path, { status: 403 });
    await portal.post('/deployments/default/hidden/evaluations', {
      as: LIMITED,
      status: 404,
    });
  });

  it('lists the fleet worst first, with what there is to filter by', async () => {
    const fleet = await portal.get('/fleet');
    const names = (page: any) =>
      page.items.map(({ entityRef }: any) => entityRef.split('/')[1]);
    expect(names(fleet)).toEqual(['bad', 'silent', 'good', 'hidden']);
    expect(fleet.items[0]).toMatchObject({
      title: 'Delay, bad',
      owner: 'group:default/team',
      model: 'mlmodel:default/delay',
      environment: 'production',
      status: 'critical',
      since: '2026-06-01T13:00:00.000Z',
      causes: [{ id: CHECK, value: 0.2 }],
      freshAt: '2026-06-02T11:59:00.000Z',
      groups: {
        service: {
          status: 'critical',
          metrics: expect.arrayContaining(['error_ratio', 'latency_p95']),
        },
      },
    });
    expect(fleet.items[0].hours).toHaveLength(24);
    expect(fleet.statuses).toEqual({
      critical: 1,
      ok: 2,
      unknown: 1,
      warning: 0,
    });
    expect(fleet.facets.environment).toEqual([
      { value: 'production', count: 3 },
      { value: 'staging', count: 1 },
    ]);

    // A facet shows what else could be chosen, within the other filters.
    const staging = await portal.get('/fleet?environment=staging&status=ok');
    expect(names(staging)).toEqual(['good']);
    expect(staging.facets.environment).toEqual([
      { value: 'production', count: 1 },
      { value: 'staging', count: 1 },
    ]);
    expect(staging.statuses).toMatchObject({ ok: 1, critical: 0 });
    expect(names(await portal.get('/fleet?text=DELAY+bad'))).toEqual(['bad']);
    expect(names(await portal.get('/fleet?lifecycle=retired'))).toEqual([
      'old',
    ]);
    expect(
      names(await portal.get('/fleet?sort=name&order=desc&status=ok,unknown')),
    ).toEqual(['silent', 'hidden', 'good']);
  });

  it('pages through the fleet without a gap', async () => {
    const refs: string[] = [];
    let cursor = '';
    do {
      const page = await portal.get(
        `/fleet?limit=1${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.totalItems).toBe(4);
      refs.push(...page.items.map(({ entityRef }: any) => entityRef));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(refs).toHaveLength(4);
    expect(new Set(refs).size).toBe(4);
    const { error } = await portal.get('/fleet?cursor=abc', { status: 400 });
    expect(error.message).toContain('cursor: expected');
  });

  it('leaves out of lists and counts what the caller may not read', async () => {
    const fleet = await portal.get('/fleet', { as: LIMITED });
    expect(fleet.totalItems).toBe(3);
    expect(fleet.statuses.ok).toBe(1);
    expect(JSON.stringify(fleet)).not.toContain('hidden');
    const hidden = '/fleet?ref=mldeployment:default/hidden';
    expect((await portal.get(hidden, { as: LIMITED })).totalItems).toBe(0);
    expect((await portal.get(hidden)).totalItems).toBe(1);
  });

  it.each([
    ['status=bad', 'status'],
    ['sort=age', 'sort'],
    ['limit=0', 'limit'],
    ['limit=1000', 'limit'],
    ['__proto__=x', '__proto__'],
  ])('refuses a fleet by %s', async (query, field) => {
    const { error } = await portal.get(`/fleet?${query}`, { status: 400 });
    expect(error.message).toContain(field);
  });
});
