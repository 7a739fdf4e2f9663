import { Attestation, Waiver } from '@airworthy/plugin-ml-maturity-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { describeDatabases } from '../__testUtils__/databases';
import { AttestationStore } from './AttestationStore';
import { FactStore } from './FactStore';
import { DailyPoint, HistoryStore, ScorecardEvent } from './HistoryStore';
import { ReminderStore } from './ReminderStore';
import { ScorecardStore, ScorecardWrite } from './ScorecardStore';
import { WaiverStore } from './WaiverStore';

const address = {
  entityRef: 'mlmodel:default/a',
  rubricId: 'small',
  checkId: 'owned',
};
const day = (number: number) =>
  new Date(Date.UTC(2026, 0, number)).toISOString();
const answer = (
  id: string,
  fields: Partial<Attestation> = {},
): Attestation => ({
  id,
  checkId: 'owned',
  answer: 'yes',
  fields: {},
  author: 'user:default/ada',
  createdAt: day(1),
  expiresAt: day(31),
  ...fields,
});
const waiver = (id: string, fields: Partial<Waiver> = {}): Waiver => ({
  id,
  checkId: 'owned',
  decision: 'requested',
  reason: 'Vendor.',
  requestedBy: 'user:default/ada',
  requestedAt: day(1),
  expiresAt: day(31),
  ...fields,
});
const scorecard = (entityRef: string): ScorecardWrite => ({
  entityRef,
  rubricId: 'small',
  rubricDigest: 'd',
  entity: {
    entityRef,
    kind: 'MlModel',
    namespace: 'default',
    name: 'a',
    tags: [],
  },
  results: [],
  resultsDigest: 'r',
  statuses: 'PFU',
  level: 1,
  score: 1 / 3,
  waived: 0,
  evaluatedAt: day(1),
});

describeDatabases('stores', database => {
  it('migrates down to nothing and up again', async () => {
    const db = await database();
    const migrations = {
      directory: resolvePackagePath(
        '@airworthy/plugin-ml-maturity-backend',
        'migrations',
      ),
    };
    await db.migrate.rollback(migrations, true);
    expect(await db.schema.hasTable('scorecards')).toBe(false);
    await db.migrate.latest(migrations);
    expect(await db.schema.hasTable('history_imports')).toBe(true);
    expect(await db('changes')).toMatchObject([{ name: 'scorecards' }]);
  });

  it('lets the later of two people see the answer of the earlier', async () => {
    const store = new AttestationStore(await database());
    await store.add(address, answer('1'), null);
    await expect(
      store.add(address, answer('2', { author: 'user:default/bob' }), null),
    ).rejects.toThrow(
      `previousId: expected "1", since user:default/ada answered "yes" on ${day(
        1,
      )}`,
    );
    await store.add(address, answer('2', { createdAt: day(2) }), '1');
    const current = (await store.currentOf('small', [address.entityRef])).get(
      address.entityRef,
    );
    expect(current).toMatchObject([{ id: '2', current: true }]);
    expect((await store.historyOf(address)).map(({ id }) => id)).toEqual([
      '2',
      '1',
    ]);
  });

  it('keeps exactly one of many answers that come at once', async () => {
    const store = new AttestationStore(await database());
    await store.add(address, answer('first'), null);
    const ids = Array.from({ length: 8 }, (_, i) => `answer-${i}`);
    const outcomes = await Promise.allSettled(
      ids.map(id => store.add(address, answer(id), 'first')),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const outcome of refused) {
      expect((outcome as PromiseRejectedResult).reason.name).toBe(
        'ConflictError',
      );
    }
    const history = await store.historyOf(address);
    expect(history).toHaveLength(2);
    expect(history.filter(({ current }) => current)).toHaveLength(1);
  });

  it('withdraws the answer that is meant, and keeps it', async () => {
    const store = new AttestationStore(await database());
    const by = 'user:default/bob';
    expect(await store.withdraw(address, by, new Date())).toBe(false);
    await store.add(address, answer('1'), null);
    await expect(
      store.withdraw(address, by, new Date(), 'another'),
    ).rejects.toThrow('previousId: expected "1"');
    expect(await store.withdraw(address, by, new Date(day(3)), '1')).toBe(true);
    expect(await store.historyOf(address)).toMatchObject([
      { id: '1', current: false, withdrawnBy: by, withdrawnAt: day(3) },
    ]);
    // After that the check is answered as if for the first time.
    await store.add(address, answer('2'), null);
  });

  it('imports answers only where nobody answered here', async () => {
    const db = await database();
    const store = new AttestationStore(db);
    await store.add(address, answer('here'), null);
    const other = { checkId: 'other' };
    const count = await db.transaction(tx =>
      store.importAll(
        tx,
        address,
        [
          answer('old'),
          answer('o1', other),
          answer('o2', { ...other, createdAt: day(2) }),
        ],
        'a-source',
      ),
    );
    expect(count).toBe(2);
    const current = await store.currentOf('small', [address.entityRef]);
    expect(
      current
        .get(address.entityRef)!
        .map(({ id, importedFrom }) => [id, importedFrom]),
    ).toEqual(
      expect.arrayContaining([
        ['here', undefined],
        ['o2', 'a-source'],
      ]),
    );
    expect(current.get(address.entityRef)).toHaveLength(2);
  });

  it('finds what expires between two moments', async () => {
    const store = new AttestationStore(await database());
    await store.add(address, answer('1'), null);
    const find = (from: number, to: number) =>
      store.expiringBetween(new Date(day(from)), new Date(day(to)));
    expect(await find(1, 30)).toEqual([]);
    expect(await find(30, 31)).toHaveLength(1);
    expect(await find(31, 32)).toEqual([]);
  });

  it('decides a waiver once', async () => {
    const store = new WaiverStore(await database());
    await store.request(
      address,
      waiver('1', { reason: 'a\u0000b' }),
      undefined,
    );
    await expect(
      store.request(address, waiver('2'), undefined),
    ).rejects.toThrow('Somebody else asked for a waiver');
    const decided = waiver('1', {
      decision: 'approved',
      decidedBy: 'user:default/bob',
      decidedAt: day(2),
    });
    const outcomes = await Promise.allSettled([
      store.decide(waiver('1'), decided),
      store.decide(waiver('1'), { ...decided, decision: 'refused' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect((await store.newestOf(address))!.reason).toBe('a\uFFFDb');
    await store.request(address, waiver('3', { requestedAt: day(4) }), '1');
    expect((await store.historyOf(address)).map(({ id }) => id)).toEqual([
      '3',
      '1',
    ]);
    await expect(store.decide(decided, waiver('1'))).rejects.toThrow(
      'Somebody else decided',
    );
  });

  it('gives each change a number of its own, and tells what came after one', async () => {
    const db = await database();
    const store = new ScorecardStore(db);
    const none = new Map();
    const refs = Array.from({ length: 6 }, (_, i) => `mlmodel:default/m${i}`);
    await Promise.all(
      refs.map(ref =>
        db.transaction(tx => store.write(tx, 'small', [scorecard(ref)], none)),
      ),
    );
    const states = await store.statesOf('small', refs);
    const numbers = refs.map(ref => states.get(ref)!.change);
    expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await store.newestChange()).toBe(6);
    await db.transaction(tx =>
      store.remove(
        tx,
        [refs[0], refs[1], 'mlmodel:default/never'].map(entityRef => ({
          entityRef,
          rubricId: 'small',
        })),
        new Date(),
      ),
    );
    await db.transaction(tx =>
      store.write(tx, 'small', [scorecard(refs[1])], none),
    );
    const newest = await store.newestChange();
    const changed = [];
    for await (const page of store.changedBetween('small', 6, newest)) {
      changed.push(...page);
    }
    expect(changed.map(({ entityRef }) => entityRef)).toEqual([refs[1]]);
    expect(await store.removedBetween(6, newest)).toEqual(
      [refs[0], refs[1]].map(entityRef => ({ entityRef, rubricId: 'small' })),
    );
    expect(changed[0].score).toBe(1 / 3);
  });

  it('tells many changes page by page, each once', async () => {
    const db = await database();
    const store = new ScorecardStore(db);
    // Two changes of more rows than a page holds.
    const refs = Array.from(
      { length: 1_203 },
      (_, i) => `mlmodel:default/${i}`,
    );
    for (const part of [refs.slice(0, 700), refs.slice(700)]) {
      await db.transaction(tx =>
        store.write(
          tx,
          'small',
          part.map(ref => scorecard(ref)),
          new Map(),
        ),
      );
    }
    const sizes: number[] = [];
    const told: string[] = [];
    for await (const page of store.changedBetween('small', 0, 2)) {
      sizes.push(page.length);
      told.push(...page.map(({ entityRef }) => entityRef));
    }
    expect(sizes).toEqual([500, 500, 203]);
    expect(told.sort()).toEqual([...refs].sort());
  });

  it('writes nothing over what somebody else changed meanwhile', async () => {
    const db = await database();
    const store = new ScorecardStore(db);
    const write = (states: Map<string, { change: number }>) =>
      db.transaction(tx => store.write(tx, 'small', [scorecard('a')], states));
    expect(await write(new Map())).toHaveLength(1);
    // The first one was not there when this one looked.
    expect(await write(new Map())).toHaveLength(0);
    const states = await store.statesOf('small', ['a']);
    const both = await Promise.all([write(states), write(states)]);
    expect(both.map(written => written.length).sort()).toEqual([0, 1]);
  });

  it('keeps the last facts when a collection fails, and writes no facts twice', async () => {
    const store = new FactStore(await database());
    const key = { entityRef: 'a', collectorId: 'model' };
    await store.store(
      [{ ...key, values: { license: true } }],
      new Date(day(1)),
    );
    await store.store(
      [{ ...key, failure: 'no \u0000 answer' }],
      new Date(day(2)),
    );
    expect((await store.factsOf(['a'])).get('a')).toEqual({
      model: {
        collectedAt: day(1),
        values: { license: true },
        failure: { message: 'no \uFFFD answer', at: day(2) },
      },
    });
    await store.store(
      [{ ...key, values: { license: true } }],
      new Date(day(3)),
    );
    expect((await store.factsOf(['a'])).get('a')).toEqual({
      model: { collectedAt: day(3), values: { license: true } },
    });
    await store.store(
      [{ entityRef: 'b', collectorId: 'model', failure: 'down' }],
      new Date(day(1)),
    );
    expect(await store.agesOf(['b'])).toEqual([
      { entityRef: 'b', collectorId: 'model', failedAt: day(1) },
    ]);
  });

  it('forgets old history but not where an entity stood last', async () => {
    const db = await database();
    const store = new HistoryStore(db);
    const point = (ref: string, on: string): DailyPoint => ({
      entityRef: ref,
      rubricId: 'small',
      day: on,
      level: 1,
      score: 0.5,
      counts: {} as DailyPoint['counts'],
    });
    const event = (at: string): ScorecardEvent => ({
      entityRef: 'a',
      rubricId: 'small',
      at,
      reason: `At ${at}`,
      cause: 'fact',
    });
    await db.transaction(tx =>
      store.write(
        tx,
        [event(day(1)), event(day(9)), event(day(5))],
        [
          point('a', '2026-01-01'),
          point('a', '2026-01-05'),
          point('a', '2026-01-09'),
          point('b', '2026-01-02'),
        ],
      ),
    );
    expect(
      (await store.standingBefore('small', '2026-01-06'))
        .map(({ entityRef, day: on }) => [entityRef, on])
        .sort(),
    ).toEqual([
      ['a', '2026-01-05'],
      ['b', '2026-01-02'],
    ]);
    await store.prune({
      eventsBefore: new Date(day(5)),
      daysBefore: '2026-01-07',
    });
    expect(
      (await store.pointsOfAll('small', '2026-01-01')).map(
        ({ entityRef, day: on }) => [entityRef, on],
      ),
    ).toEqual([
      ['b', '2026-01-02'],
      ['a', '2026-01-09'],
    ]);
    // By moment, not by the order in which they were written; page by page too.
    const [newest] = await store.eventsOf('a', 'small', { limit: 1 });
    expect(newest.at).toBe(day(9));
    expect(
      await store.eventsOf('a', 'small', { limit: 5, before: newest.id }),
    ).toMatchObject([{ at: day(5) }]);
  });

  it('takes a reminder once, whoever asks', async () => {
    const store = new ReminderStore(await database());
    const claims = await Promise.all(
      [1, 2, 3].map(() => store.claim('key', new Date())),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    await store.release('key');
    expect(await store.claim('key', new Date())).toBe(true);
  });
});
