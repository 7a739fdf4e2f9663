import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { RolloutDecision } from '@airworthy/plugin-ml-deployment-common';
import { Knex } from 'knex';
import { describeDatabases } from '../__testUtils__/databases';
import { PACKAGE_NAME } from '../packageName';
import { DecisionStore } from './DecisionStore';

const REF = 'mldeployment:default/a';

const decision = (
  fields: Partial<RolloutDecision> = {},
): Omit<RolloutDecision, 'id'> => ({
  entityRef: REF,
  decision: 'promote',
  rehearsal: false,
  overrides: false,
  decidedBy: 'user:default/ada',
  decidedAt: '2026-06-02T10:00:00.000Z',
  rollout: { strategy: 'canary', phase: 0 },
  verdict: {
    decision: 'promote',
    reasons: ["it's; DROP TABLE decisions"],
    criteria: [],
    errorRate: 0.05,
    method: 'm',
  },
  evidence: { asOf: '2026-06-02T10:00:00.000Z', metrics: [] },
  ...fields,
});

describeDatabases('DecisionStore', database => {
  let db: Knex;
  let store: DecisionStore;

  beforeEach(async () => {
    db = await database();
    store = new DecisionStore(db);
  });

  it('makes and unmakes its table', async () => {
    const directory = resolvePackagePath(PACKAGE_NAME, 'migrations');
    await db.migrate.rollback({ directory }, true);
    expect(await db.schema.hasTable('decisions')).toBe(false);
    await db.migrate.latest({ directory });
    expect(await store.newest(REF)).toBeUndefined();
  });

  it('gives back what it was given, newest first, page by page', async () => {
    const added: RolloutDecision[] = [];
    for (const comment of ['one', 'two', 'NUL \u0000 "quoted"']) {
      added.push(await store.add(decision({ comment }), added.at(-1)?.id));
    }
    await store.add(
      decision({ entityRef: 'mldeployment:default/b' }),
      undefined,
    );
    const first = await store.list(REF, { limit: 2 });
    expect(first).toEqual({
      items: [{ ...added[2], comment: 'NUL \uFFFD "quoted"' }, added[1]],
      next: 2,
      total: 3,
    });
    expect(await store.list(REF, { limit: 2, before: first.next })).toEqual({
      items: [added[0]],
      total: 3,
    });
    expect((await store.newest(REF))?.id).toBe(added[2].id);
  });

  it('lets one of many win who decide on the same sight', async () => {
    const { id } = await store.add(decision(), undefined);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) =>
        store.add(decision({ decidedBy: `user:default/u${i}` }), id),
      ),
    );
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refused.map(({ name }) => name)).toEqual(
      Array(7).fill('ConflictError'),
    );
    expect(refused.map(({ message }) => message).join()).toMatch(
      /decided meanwhile/,
    );
    expect((await store.list(REF, { limit: 10 })).total).toBe(2);
    await expect(store.add(decision(), undefined)).rejects.toThrow(
      /^user:default\/u\d decided meanwhile, at 2026-06-02T10:00:00.000Z/,
    );
  });

  it('sums up many deployments, rehearsals apart', async () => {
    const promoted = await store.add(decision(), undefined);
    await store.add(
      decision({
        decision: 'roll-back',
        rehearsal: true,
        decidedAt: '2026-06-03T10:00:00.000Z',
      }),
      promoted.id,
    );
    const other = 'mldeployment:default/b';
    await store.add(
      decision({ entityRef: other, decision: 'roll-back', overrides: true }),
      undefined,
    );
    const many = Array.from({ length: 1_200 }, (_, i) => `x${i}`);
    const summaries = await store.summaries([other, ...many, REF]);
    expect(summaries).toHaveLength(1_202);
    expect(summaries[0]).toMatchObject({
      entityRef: other,
      latest: { decision: 'roll-back', overrides: true },
      lastRollBackAt: '2026-06-02T10:00:00.000Z',
    });
    expect(summaries[1]).toEqual({ entityRef: 'x0' });
    const {
      id,
      decision: decided,
      overrides,
      decidedBy,
      decidedAt,
      rollout,
    } = promoted;
    expect(summaries.at(-1)).toEqual({
      entityRef: REF,
      latest: {
        id,
        decision: decided,
        overrides,
        decidedBy,
        decidedAt,
        rollout,
      },
      lastRollBackAt: '2026-06-03T10:00:00.000Z',
    });
    expect(await store.summaries([])).toEqual([]);
  });

  it('knows when a phase was left in the rollout that runs', async () => {
    const since = new Date('2026-06-01T00:00:00Z');
    const early = await store.add(
      decision({ decidedAt: '2026-05-01T00:00:00.000Z' }),
      undefined,
    );
    expect(await store.promotedFrom(REF, 0, since)).toBeUndefined();
    await store.add(decision(), early.id);
    expect(await store.promotedFrom(REF, 0, since)).toBe(
      '2026-06-02T10:00:00.000Z',
    );
    expect(await store.promotedFrom(REF, 1, since)).toBeUndefined();
  });
});
