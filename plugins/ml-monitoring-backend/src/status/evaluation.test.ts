import { MonitoringSourceError } from '@airworthy/plugin-ml-monitoring-node';
import { Knex } from 'knex';
import { FakeSource, serviceOf } from '../__testUtils__/FakeSource';
import { describeDatabases } from '../__testUtils__/databases';
import { DELAY_MODEL, deploymentOf } from '../__testUtils__/entities';
import { createEnvironment, setClock } from '../__testUtils__/environment';

const REF = 'mldeployment:default/a';
const SERVICE = 'service:error_ratio:stable';

/** Error ratios of the stable variant by the hour in which a window ends. */
function answering(source: FakeSource, ratios: Record<string, number | null>) {
  source.service = window => {
    const stable = ratios[window.to.slice(11, 13)] ?? 0;
    return serviceOf(window, { stable, canary: 0 });
  };
}

describeDatabases('the evaluation of a fleet', database => {
  let db: Knex;
  let source: FakeSource;

  beforeEach(async () => {
    db = await database();
    source = new FakeSource();
  });
  afterEach(() => jest.useRealTimers());

  it('makes up for the past at first sight, in order and without telling anybody', async () => {
    setClock('2026-06-02T12:20:00Z');
    // 1 % warns, 5 % is critical, two hours in a row.
    answering(source, { '09': 0.2, '10': 0.2, '11': 0.2, '12': 0.2 });
    const { tick, statuses, history, sent, fleet } = await createEnvironment(
      db,
      { source },
    );
    await tick();
    const windows = source.asked.map(({ question }) => question.window.to);
    expect(windows).toHaveLength(24);
    expect(windows[0]).toBe('2026-06-01T13:00:00.000Z');
    expect(windows[23]).toBe('2026-06-02T12:00:00.000Z');
    expect(await statuses.get(REF)).toMatchObject({
      status: 'critical',
      since: '2026-06-02T09:00:00.000Z',
      evaluatedAt: '2026-06-02T12:20:00.000Z',
      notifiedStatus: 'critical',
    });
    expect(sent).toEqual([]);
    const changes = await history.changesOf(REF, 10);
    expect(changes).toMatchObject([
      { at: '2026-06-02T09:00:00.000Z', from: 'ok', to: 'critical' },
      {
        at: '2026-06-02T09:00:00.000Z',
        checkId: SERVICE,
        from: 'ok',
        to: 'critical',
        value: 0.2,
      },
      { at: '2026-06-01T13:00:00.000Z', from: 'unknown', to: 'ok' },
    ]);
    // Worst of each hour: ok until 9, critical from then on.
    const [row] = [...(await fleet.rows())];
    expect(row.hours).toBe(`${'o'.repeat(20)}cccc`);
    expect(row.summary).toMatchObject({
      causes: [{ id: SERVICE, status: 'critical', value: 0.2 }],
      checks: { ok: 1, critical: 1, warning: 0, unknown: 0, muted: 0 },
    });

    // Another tick, or a restart, does nothing twice.
    source.asked.length = 0;
    await tick();
    await (await createEnvironment(db, { source })).tick();
    expect(source.asked).toEqual([]);
    expect(await history.changesOf(REF, 10)).toHaveLength(3);
  });

  it('tells since when although the source was down at first sight', async () => {
    setClock('2026-06-02T12:20:00Z');
    const environment = await createEnvironment(db, { source });
    source.service = () => {
      throw new MonitoringSourceError(
        'unreachable',
        'the log is not there yet',
      );
    };
    await environment.tick();
    expect(await environment.statuses.get(REF)).toMatchObject({
      status: 'unknown',
      since: '2026-06-02T12:20:00.000Z',
    });
    setClock('2026-06-02T12:21:00Z');
    await environment.tick();
    // It stays unknown since the first look, not since the last.
    expect(await environment.statuses.get(REF)).toMatchObject({
      since: '2026-06-02T12:20:00.000Z',
    });
    answering(source, { '09': 0.2, '10': 0.2, '11': 0.2, '12': 0.2 });
    setClock('2026-06-02T12:22:00Z');
    await environment.tick();
    const { status, since } = (await environment.statuses.get(REF))!;
    expect([status, since]).toEqual(['critical', expect.any(String)]);
    expect(since! <= '2026-06-02T12:00:00.000Z').toBe(true);
  });

  it('tells the owner once when it gets bad, and when it is over, across restarts', async () => {
    setClock('2026-06-02T12:20:00Z');
    answering(source, { '13': 0.02, '14': 0.02, '15': 0.02 });
    await (await createEnvironment(db, { source })).tick();
    const told: any[] = [];
    const published: any[] = [];
    for (const hour of [13, 14, 15, 16, 17, 18]) {
      // Each tick in a backend of its own.
      setClock(`2026-06-02T${hour}:05:00Z`);
      const replica = await createEnvironment(db, { source });
      await replica.tick();
      await replica.tick();
      told.push(...replica.sent.map(one => [hour, one.payload.title]));
      published.push(...replica.published);
    }
    expect(told).toEqual([
      [14, 'Delay, a is warning'],
      [17, 'Delay, a is healthy again'],
    ]);
    expect(published).toMatchObject([
      {
        topic: 'airworthy.ml-monitoring.status',
        eventPayload: {
          entityRef: REF,
          from: 'ok',
          to: 'warning',
          since: '2026-06-02T13:00:00.000Z',
          causes: [{ checkId: SERVICE, to: 'warning' }],
        },
      },
      {
        eventPayload: {
          from: 'warning',
          to: 'ok',
          since: '2026-06-02T16:00:00.000Z',
        },
      },
    ]);
  });

  it('says what, since when and where in the notification, in place of the one before', async () => {
    setClock('2026-06-02T12:20:00Z');
    answering(source, { '13': 0.2, '14': 0.2 });
    await (await createEnvironment(db, { source })).tick();
    setClock('2026-06-02T14:05:00Z');
    const { tick, sent } = await createEnvironment(db, { source });
    await tick();
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/team' },
        payload: {
          title: 'Delay, a is critical',
          description:
            'Error ratio, stable 0.2 share since 2026-06-02 13:00 UTC.',
          link: '/catalog/default/mldeployment/a/monitoring',
          severity: 'critical',
          topic: 'ml-monitoring-status',
          scope: `ml-monitoring:status:${REF}`,
        },
      },
    ]);
  });

  it('keeps a notification that cannot be sent, and sends it later', async () => {
    setClock('2026-06-02T12:20:00Z');
    answering(source, { '13': 0.2, '14': 0.2 });
    const broken = await createEnvironment(db, { source });
    await broken.tick();
    setClock('2026-06-02T14:05:00Z');
    jest
      .spyOn(broken.outbox as any, 'deliver')
      .mockRejectedValueOnce(new Error('killed'));
    await broken.tick();
    expect(broken.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('killed'),
    );
    setClock('2026-06-02T14:20:00Z');
    const { tick, sent } = await createEnvironment(db, { source });
    await tick();
    await tick();
    const all = [...broken.sent, ...sent];
    expect(all.map(one => one.payload.title)).toEqual(['Delay, a is critical']);
  });

  it('evaluates what a backend that was down missed, with the time at which it began', async () => {
    setClock('2026-06-02T12:20:00Z');
    answering(source, { '15': 0.2, '16': 0.2, '17': 0.2 });
    const { tick, statuses, sent } = await createEnvironment(db, { source });
    await tick();
    source.asked.length = 0;
    setClock('2026-06-02T17:30:00Z');
    await tick();
    expect(source.asked).toHaveLength(5);
    expect(await statuses.get(REF)).toMatchObject({
      status: 'critical',
      since: '2026-06-02T15:00:00.000Z',
    });
    expect(sent).toHaveLength(1);
  });

  it('is unknown with the reason where a deployment falls silent', async () => {
    setClock('2026-06-02T12:20:00Z');
    answering(source, {});
    source.can = ['service', 'data'];
    const { tick, statuses, sent } = await createEnvironment(db, { source });
    await tick();
    expect((await statuses.get(REF))?.status).toBe('ok');
    source.service = window =>
      serviceOf(window, { stable: null, canary: null });
    // A quiet night is no news.
    setClock('2026-06-02T17:20:00Z');
    await tick();
    expect((await statuses.get(REF))?.status).toBe('ok');
    setClock('2026-06-02T18:20:00Z');
    await tick();
    expect(await statuses.get(REF)).toMatchObject({
      status: 'unknown',
      since: '2026-06-02T13:00:00.000Z',
      reason: expect.stringContaining('no requests in the window'),
    });
    expect(sent).toEqual([]);
  });

  it('waits for a source that fails, and knows nothing of the windows it missed', async () => {
    setClock('2026-06-02T12:20:00Z');
    const { tick, statuses, statusReader, fleet, deployments } =
      await createEnvironment(db, { source });
    await tick();
    source.service = () => {
      throw new Error('password=secret');
    };
    setClock('2026-06-02T13:05:00Z');
    await tick();
    // The newest window may still be told.
    expect(await statuses.get(REF)).toMatchObject({
      status: 'ok',
      groups: { service: { until: '2026-06-02T12:00:00.000Z' } },
    });
    expect([...(await fleet.rows())][0].summary.failingSources).toBe(1);
    setClock('2026-06-02T15:10:00Z');
    await tick();
    expect(await statuses.get(REF)).toMatchObject({
      status: 'unknown',
      since: '2026-06-02T13:00:00.000Z',
      groups: { service: { until: '2026-06-02T14:00:00.000Z' } },
    });
    const known = await deployments.read({} as any, REF);
    const { sources } = await statusReader.read(known);
    expect(sources).toMatchObject([
      {
        source: { type: 'fake', name: 'log' },
        failure: { since: '2026-06-02T13:05:00.000Z' },
      },
    ]);
    expect(JSON.stringify(sources)).not.toContain('secret');

    source.service = window => serviceOf(window, { stable: 0, canary: 0 });
    setClock('2026-06-02T15:20:00Z');
    await tick();
    expect(await statuses.get(REF)).toMatchObject({
      status: 'ok',
      since: '2026-06-02T15:00:00.000Z',
    });
    expect((await statusReader.read(known)).sources[0].failure).toBeUndefined();
  });

  it('does not wait for a source that is down once for each window that was missed', async () => {
    setClock('2026-06-02T12:20:00Z');
    const { tick, statuses } = await createEnvironment(db, { source });
    await tick();
    source.service = () => {
      throw new MonitoringSourceError('unreachable', 'connection refused');
    };
    source.asked.length = 0;
    setClock('2026-06-02T20:05:00Z');
    await tick();
    expect(source.asked.map(({ question }) => question.window.to)).toEqual([
      '2026-06-02T13:00:00.000Z',
      '2026-06-02T20:00:00.000Z',
    ]);
    expect(await statuses.get(REF)).toMatchObject({
      status: 'unknown',
      since: '2026-06-02T13:00:00.000Z',
      reason: expect.stringContaining('connection refused'),
    });
  });

  it('judges the last windows anew when limits change, and keeps since when', async () => {
    setClock('2026-06-02T12:20:00Z');
    source.service = window => serviceOf(window, { stable: 0.03, canary: 0 });
    const first = await createEnvironment(db, { source });
    await first.tick();
    expect(await first.statuses.get(REF)).toMatchObject({
      status: 'warning',
      since: '2026-06-01T13:00:00.000Z',
    });
    const stricter = deploymentOf('a', {
      monitoring: {
        inferenceLog: { path: 'log/*.parquet' },
        thresholds: [{ metric: 'error_ratio', warning: 0.01, critical: 0.02 }],
      },
    });
    source.asked.length = 0;
    const entities = [stricter, DELAY_MODEL];
    const second = await createEnvironment(db, { source, entities });
    await second.tick();
    expect(source.asked).toHaveLength(2);
    const stored = await second.statuses.get(REF);
    expect(stored).toMatchObject({
      status: 'critical',
      since: '2026-06-02T11:00:00.000Z',
    });
    const canary = stored?.groups.service?.checks.find(
      ({ check }) => check.variant === 'canary',
    );
    expect(canary?.state).toMatchObject({
      status: 'ok',
      since: '2026-06-01T13:00:00.000Z',
    });
  });

  it('stops where it is asked to, and goes on there', async () => {
    setClock('2026-06-02T12:20:00Z');
    const { sweep, statuses, tick } = await createEnvironment(db, { source });
    const stop = new AbortController();
    source.service = window => {
      if (source.asked.length === 10) stop.abort(new Error('time is up'));
      return serviceOf(window, { stable: 0, canary: 0 });
    };
    await sweep.run(stop.signal);
    const { groups, notifiedStatus } = (await statuses.get(REF))!;
    expect(groups.service?.until).toMatch(/^2026-06-01T2[12]:00/);
    expect(notifiedStatus).toBeUndefined();
    await tick();
    expect(source.asked.length).toBeLessThanOrEqual(25);
    expect((await statuses.get(REF))?.groups.service?.until).toBe(
      '2026-06-02T12:00:00.000Z',
    );
  });

  it('makes up for an unfinished past of all groups, also with other settings', async () => {
    setClock('2026-06-02T12:20:00Z');
    source.can = ['service', 'data', 'model'];
    const first = await createEnvironment(db, { source });
    const stop = new AbortController();
    const answer = source.data;
    source.data = window => {
      if (source.asked.length >= 6) stop.abort(new Error('time is up'));
      return answer(window);
    };
    await first.sweep.run(stop.signal);
    source.data = answer;
    const entities = [
      deploymentOf('a', {
        monitoring: {
          inferenceLog: { path: 'log/*.parquet' },
          labelDelay: 'PT6H',
        },
      }),
      DELAY_MODEL,
    ];
    source.asked.length = 0;
    const second = await createEnvironment(db, { source, entities });
    await second.tick();
    const { groups } = (await second.statuses.get(REF))!;
    expect(
      Object.entries(groups).map(([name, { until }]) => [name, until]),
    ).toEqual([
      ['drift', '2026-06-02T00:00:00.000Z'],
      ['invariants', '2026-06-02T12:00:00.000Z'],
      ['model', '2026-06-02T00:00:00.000Z'],
      ['service', '2026-06-02T12:00:00.000Z'],
    ]);
    const asked = (what: string, aspect?: string) =>
      source.asked
        .filter(
          one =>
            one.what === what &&
            (!aspect || one.question.aspects.includes(aspect)),
        )
        .map(({ question }) => question.window.to);
    expect(asked('service')).toHaveLength(24);
    expect(asked('data', 'invariants')).toHaveLength(28);
    // What was done before the stop is not done again.
    expect(asked('data', 'drift').length).toBeLessThan(14);
    const ends = source.asked.map(({ question }) =>
      Date.parse(question.window.to),
    );
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
  });

  it('writes nothing of an evaluation that another replica overtook', async () => {
    setClock('2026-06-02T12:20:00Z');
    answering(source, { '11': 0.2, '12': 0.2 });
    const one = await createEnvironment(db, { source });
    const other = await createEnvironment(db, { source });
    await Promise.all([one.tick(), other.tick()]);
    const stored = await one.statuses.get(REF);
    expect(stored?.version).toBe(2);
    expect(await one.history.changesOf(REF, 10)).toHaveLength(3);
  });

  it('forgets what is gone from the catalog, after the catalog said so', async () => {
    setClock('2026-06-02T12:20:00Z');
    const entities = [deploymentOf('a'), deploymentOf('b'), DELAY_MODEL];
    await (await createEnvironment(db, { source, entities })).tick();

    const empty = await createEnvironment(db, { source, entities: [] });
    await empty.tick();
    expect(await empty.statuses.entityRefs()).toHaveLength(2);

    const failing = await createEnvironment(db, { source, entities });
    jest
      .spyOn(failing.catalog, 'streamEntities')
      .mockImplementation(async function* broken() {
        yield [deploymentOf('b')];
        throw new Error('the catalog is down');
      });
    await expect(failing.tick()).rejects.toThrow('the catalog is down');
    expect(await failing.statuses.entityRefs()).toHaveLength(2);

    const after = await createEnvironment(db, {
      source,
      entities: [deploymentOf('b'), DELAY_MODEL],
    });
    await failing.fleet.rows();
    await after.tick();
    expect(await after.statuses.entityRefs()).toEqual([
      'mldeployment:default/b',
    ]);
    // The memory of another replica follows.
    expect([...(await failing.fleet.rows())]).toHaveLength(1);
    expect(await after.history.changesOf(REF, 10)).toEqual([]);
  });

  it('asks nothing about retired deployments and those without a source', async () => {
    setClock('2026-06-02T12:20:00Z');
    const { tick, statuses } = await createEnvironment(db, {
      source,
      entities: [
        deploymentOf('a', { lifecycle: 'retired' }),
        deploymentOf('b', { monitoring: {} }),
      ],
    });
    await tick();
    expect(source.asked).toEqual([]);
    expect((await statuses.get(REF))?.reason).toMatch(/^Retired/);
    expect((await statuses.get('mldeployment:default/b'))?.reason).toMatch(
      /^No source/,
    );
  });
});
