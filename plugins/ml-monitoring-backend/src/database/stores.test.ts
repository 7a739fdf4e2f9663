import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/databases';
import { FailureStore } from './FailureStore';
import { MuteStore } from './MuteStore';
import { OutboxStore } from './OutboxStore';
import { StatusHistoryStore } from './StatusHistoryStore';
import { StatusStore } from './StatusStore';
import { NO_SUMMARY, StatusWrite } from './statusRow';

const REF = 'mldeployment:default/a';
const moment = (hour: number) =>
  `2026-06-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const write = (fields: Partial<StatusWrite> = {}): StatusWrite => ({
  entityRef: REF,
  facts: { title: 'A' },
  version: 0,
  status: 'critical',
  since: moment(9),
  evaluatedAt: moment(12),
  summary: NO_SUMMARY,
  groups: {
    service: {
      until: moment(12),
      digest: 'd',
      checks: [],
      metrics: ['error_ratio'],
      fresh: [],
    },
  },
  changedGroups: ['service'],
  notifiedStatus: 'critical',
  hours: 'occc',
  hoursUntil: moment(12),
  changes: [
    {
      at: moment(9),
      from: 'ok',
      to: 'critical',
      reason: 'NUL \u0000 "quoted"',
    },
    {
      at: moment(9),
      checkId: "data:psi:it's; DROP TABLE mutes",
      title: 'Drift',
      from: 'ok',
      to: 'critical',
      value: 0.3,
    },
  ],
  days: [{ day: '2026-06-02', hours: `--------occc${'-'.repeat(12)}` }],
  outbox: [{ kind: 'event', payload: { a: 1 } }],
  ...fields,
});

describeDatabases('the stores', database => {
  let db: Knex;

  beforeEach(async () => {
    db = await database();
  });

  it('make and unmake their tables', async () => {
    const directory = resolvePackagePath(
      '@airworthy/plugin-ml-monitoring-backend',
      'migrations',
    );
    await db.migrate.rollback({ directory }, true);
    expect(await db.schema.hasTable('deployments')).toBe(false);
    expect(await db.schema.hasTable('outbox')).toBe(false);
    await db.migrate.latest({ directory });
    expect(await new StatusStore(db).newestChange()).toBe(0);
  });

  it('write an evaluation as a whole, and none that was overtaken', async () => {
    const statuses = new StatusStore(db);
    const history = new StatusHistoryStore(db);
    const outbox = new OutboxStore(db);
    await statuses.putFacts([
      { entityRef: REF, facts: '{"title":"A"}', reason: 'Not evaluated yet' },
    ]);
    const now = new Date(moment(12));
    expect(await statuses.write(write(), now)).toBe(true);
    expect(await statuses.write(write({ status: 'ok' }), now)).toBe(false);
    const { days, changes, changedGroups, outbox: _, ...stored } = write();
    expect(await statuses.get(REF)).toEqual({ ...stored, version: 1 });
    expect(await history.changesOf(REF, 10)).toEqual([
      { ...changes[1] },
      { ...changes[0], reason: 'NUL \uFFFD "quoted"' },
    ]);
    expect(
      await history.changesWithin(REF, { from: moment(9), to: moment(10) }, 10),
    ).toHaveLength(1);
    expect(await history.hoursOf(REF, now)).toEqual([
      { at: moment(8), status: 'ok' },
      { at: moment(9), status: 'critical' },
      { at: moment(10), status: 'critical' },
      { at: moment(11), status: 'critical' },
    ]);
    expect((await statuses.progressOf([REF])).get(REF)).toEqual({
      service: { until: moment(12), digest: 'd' },
    });
    expect(await outbox.claim(10, 60_000, now)).toHaveLength(1);

    // A group that no source answers any more goes.
    await statuses.write(write({ version: 1, groups: {}, outbox: [] }), now);
    expect((await statuses.get(REF))?.groups).toEqual({});
    // Facts of the catalog leave the status as it is.
    await statuses.putFacts([
      { entityRef: REF, facts: '{"title":"B"}', reason: 'Not evaluated yet' },
    ]);
    expect(await statuses.get(REF)).toMatchObject({
      facts: { title: 'B' },
      status: 'critical',
      version: 2,
    });
  });

  it('tell replicas what changed and what went', async () => {
    const statuses = new StatusStore(db);
    const facts = (names: string[]) =>
      names.map(name => ({
        entityRef: `mldeployment:default/${name}`,
        facts: JSON.stringify({ title: name }),
        reason: 'Not evaluated yet',
      }));
    await statuses.putFacts(facts(['a', 'b', 'c']));
    const first = await statuses.newestChange();
    await statuses.remove(['mldeployment:default/b'], new Date());
    await statuses.putFacts(facts(['d']));
    const newest = await statuses.newestChange();
    const { changed, removed } = await statuses.changedBetween(first, newest);
    expect(changed.map(({ entityRef }) => entityRef)).toEqual([
      'mldeployment:default/d',
    ]);
    expect(removed).toEqual(['mldeployment:default/b']);
    const all = await statuses.changedBetween(0, newest);
    expect(all.changed).toHaveLength(3);
    await statuses.pruneRemoved(new Date(Date.now() + 1_000));
    expect((await statuses.changedBetween(first, newest)).removed).toEqual([]);
  });

  it('keep when a failure began, and forget it when it is over', async () => {
    const failures = new FailureStore(db);
    const about = {
      entityRef: REF,
      capability: 'service',
      source: { type: 'prometheus', name: 'main' },
    };
    const failure = { kind: 'unreachable' as const, message: 'down' };
    const first = new Date(moment(9));
    expect(await failures.note(about, failure, first)).toBe(moment(9));
    const later = { kind: 'timeout' as const, message: 'slow' };
    expect(await failures.note(about, later, new Date(moment(10)))).toBe(
      moment(9),
    );
    expect(await failures.of(REF)).toEqual([
      {
        source: about.source,
        capability: 'service',
        since: moment(9),
        ...later,
      },
    ]);
    await failures.clear(about);
    expect(await failures.of(REF)).toEqual([]);
  });

  it('keep mutes until their time is over', async () => {
    const mutes = new MuteStore(db);
    const mute = {
      checkId: 'data:psi:x',
      until: moment(12),
      reason: 'Known',
      by: 'user:default/ada',
      createdAt: moment(9),
    };
    await mutes.put(REF, mute);
    await mutes.put(REF, { ...mute, reason: 'Still known' });
    expect(await mutes.of(REF, new Date(moment(11)))).toEqual([
      { ...mute, reason: 'Still known' },
    ]);
    expect(await mutes.of(REF, new Date(moment(12)))).toEqual([]);
    expect(await mutes.expired(new Date(moment(11)), 10)).toEqual([]);
    expect(await mutes.expired(new Date(moment(12)), 10)).toEqual([REF]);
    await mutes.removeExpired(REF, new Date(moment(12)));
    expect(await mutes.remove(REF, 'data:psi:x')).toBe(false);
  });

  it('give an entry to one replica, and again to the next when that one dies', async () => {
    const statuses = new StatusStore(db);
    const outbox = new OutboxStore(db);
    await statuses.putFacts([
      { entityRef: REF, facts: '{}', reason: 'Not evaluated yet' },
    ]);
    await statuses.write(write(), new Date(moment(12)));
    const claims = await Promise.all([
      outbox.claim(10, 60_000, new Date(moment(12))),
      outbox.claim(10, 60_000, new Date(moment(12))),
    ]);
    expect(claims.flat()).toMatchObject([
      { kind: 'event', payload: { a: 1 }, attempts: 1 },
    ]);
    const [again] = await outbox.claim(10, 60_000, new Date(moment(13)));
    expect(again.attempts).toBe(2);
    await outbox.remove(again.id);
    expect(await outbox.claim(10, 60_000, new Date(moment(15)))).toEqual([]);
  });

  it('forget history when its time is over', async () => {
    const statuses = new StatusStore(db);
    const history = new StatusHistoryStore(db);
    await statuses.putFacts([
      { entityRef: REF, facts: '{}', reason: 'Not evaluated yet' },
    ]);
    await statuses.write(write(), new Date(moment(12)));
    const from = new Date(moment(0));
    await history.prune({ changes: new Date(moment(9)), hours: from });
    expect(await history.changesOf(REF, 10)).toHaveLength(2);
    expect(await history.daysOf(REF, from)).toHaveLength(1);
    const later = new Date('2026-06-03T00:00:00Z');
    await history.prune({ changes: later, hours: later });
    expect(await history.changesOf(REF, 10)).toEqual([]);
    expect(await history.daysOf(REF, from)).toEqual([]);
  });
});
