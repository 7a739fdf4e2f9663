import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { FakeCatalog, startRegistry } from './__testUtils__/startRegistry';
import { describeDatabases } from './__testUtils__/databases';
import { FakeRegistry } from './__testUtils__/FakeRegistry';
import { RegistryHealth } from './database/RegistryHealth';
import { RegistryError } from './http/RegistryError';

const ref = (name: string) => `mlmodel:default/${name}`;
const refs = (...names: string[]) => names.map(ref);

describeDatabases('runs of a provider', database => {
  let knex: Knex;
  let registry: FakeRegistry;
  beforeEach(async () => {
    knex = await database();
    registry = new FakeRegistry();
    for (const id of ['a', 'b', 'c', 'd', 'e']) registry.put(id);
  });

  it('write what changed and nothing else', async () => {
    const { run, catalog, later } = await startRegistry(knex, registry);
    expect(await run()).toEqual({
      status: 'succeeded',
      seen: 5,
      changed: 5,
      removed: 0,
      refused: 0,
      missing: 0,
    });
    expect(catalog.changes().written).toEqual(refs('a', 'b', 'c', 'd', 'e'));

    registry.reads.length = 0;
    later(1);
    expect(await run()).toMatchObject({ seen: 5, changed: 0 });
    expect(registry.reads).toEqual([]);

    registry.put('b', { description: 'new' });
    later(1);
    expect(await run()).toMatchObject({ seen: 5, changed: 1 });
    expect(registry.reads).toEqual(['b']);
    expect(catalog.changes()).toEqual({ written: refs('b'), removed: [] });
    expect(catalog.entities.get(ref('b'))?.metadata.annotations).toMatchObject({
      'airworthy.dev/registry-fetched-at': '2026-03-01T14:00:00.000Z',
    });

    // A change that no entity shows.
    registry.put('c', { updatedAt: '2026-01-02T00:00:00.000Z' });
    expect(await run()).toMatchObject({ changed: 0 });
    expect(registry.reads).toEqual(['b', 'c']);
  });

  it('map anew without reading where the rules changed', async () => {
    const first = await startRegistry(knex, registry);
    await first.run();
    registry.reads.length = 0;
    const { run, catalog } = await startRegistry(knex, registry, {
      catalog: first.catalog,
      mapping: { owner: 'group:default/other', name: 'm-{{ name }}' },
    });
    catalog.changes();
    expect(await run()).toMatchObject({ changed: 5, removed: 0 });
    expect(registry.reads).toEqual([]);
    expect([...catalog.entities.keys()].sort()).toEqual(
      refs('m-a', 'm-b', 'm-c', 'm-d', 'm-e'),
    );
    expect(catalog.changes().removed).toEqual(refs('a', 'b', 'c', 'd', 'e'));
    expect(catalog.entities.get(ref('m-a'))?.spec?.owner).toBe(
      'group:default/other',
    );
  });

  it('read each model again after a while, and write it, in case the catalog lost it', async () => {
    const { run, catalog, later } = await startRegistry(knex, registry);
    await run();
    catalog.entities.clear();
    later(24 * 8);
    expect(await run()).toMatchObject({ changed: 5 });
    expect(catalog.entities.size).toBe(5);
  });

  it('keep models that are not listed for the time of grace, then remove them', async () => {
    const { run, catalog, later } = await startRegistry(knex, registry);
    await run();
    registry.models.delete('e');
    expect(await run()).toMatchObject({ removed: 0, missing: 1 });
    later(23);
    expect(await run()).toMatchObject({ removed: 0, missing: 1 });
    later(2);
    expect(await run()).toMatchObject({ removed: 1, missing: 0 });
    expect(catalog.changes().removed).toEqual(refs('e'));
  });

  it('forget that a model was missing once it is back', async () => {
    const { run, catalog, later } = await startRegistry(knex, registry);
    await run();
    registry.models.delete('e');
    await run();
    registry.put('e');
    later(23);
    expect(await run()).toMatchObject({ missing: 0 });
    registry.models.delete('e');
    later(23);
    expect(await run()).toMatchObject({ removed: 0, missing: 1 });
    expect(catalog.entities.has(ref('e'))).toBe(true);
  });

  it('keep what a list skipped but the registry still knows', async () => {
    const { run, catalog } = await startRegistry(knex, registry, {
      removal: { graceMs: 0 },
    });
    await run();
    // `a` is deleted while the list is read: `c` moves to the first page.
    registry.onPage = index => {
      if (index !== 1) return;
      registry.models.delete('a');
    };
    registry.isGone = async id => id === 'a';
    const all = registry.list.bind(registry);
    registry.list = async function* shifted() {
      for await (const page of all()) {
        yield { models: page.models.filter(m => m.id !== 'c') };
      }
    };
    // `a` was listed before it was deleted, `c` was not listed at all.
    expect(await run()).toMatchObject({ removed: 0, missing: 0 });
    expect(catalog.entities.size).toBe(5);
  });

  it('remove nothing where the registry answers with nothing, or with few', async () => {
    const { run, catalog } = await startRegistry(knex, registry, {
      removal: { graceMs: 0 },
    });
    await run();
    const models = [...registry.models];
    registry.models.clear();
    expect(await run()).toMatchObject({
      status: 'kept',
      missing: 5,
      removed: 0,
      message:
        'nothing was removed: it lists no models while the catalog holds 5 of it (removal.rejectEmptySourceCollections)',
    });
    registry.models.set(...models[0]);
    registry.models.set(...models[1]);
    expect(await run()).toMatchObject({
      status: 'kept',
      missing: 3,
      message:
        'nothing was removed: it does not list 3 of the 5 models that the catalog holds of it, which is more than 50 % (removal.rejectRemovalsAbovePercentage)',
    });
    registry.models.set(...models[2]);
    registry.unreadable = [{ reason: 'an entry without a name' }];
    expect(await run()).toMatchObject({ status: 'kept', refused: 1 });
    expect(catalog.entities.size).toBe(5);

    registry.unreadable = [];
    expect(await run()).toMatchObject({ status: 'succeeded', removed: 2 });
    expect(catalog.entities.size).toBe(3);
  });

  it('keep everything where the registry fails in the middle, and go on from there', async () => {
    const { run, catalog } = await startRegistry(knex, registry);
    registry.onPage = index => {
      if (index === 2) throw new RegistryError('unreachable', 'it is down');
    };
    expect(await run()).toEqual({
      status: 'failed',
      message: 'it is down',
      seen: 4,
      changed: 4,
      removed: 0,
      refused: 0,
      missing: 0,
    });
    registry.onPage = () => {};
    expect(await run()).toMatchObject({ status: 'succeeded', changed: 1 });
    expect(registry.reads).toEqual(['a', 'b', 'c', 'd', 'e']);
    registry.onRead = () => {
      throw new RegistryError(
        'unauthorised',
        'the credentials may not do that',
      );
    };
    registry.put('a', { description: 'new' });
    expect(await run()).toMatchObject({ status: 'failed', removed: 0 });
    expect(catalog.entities.size).toBe(5);
  });

  it('refuse one model without the others, and keep what is known of it', async () => {
    const { run, catalog } = await startRegistry(knex, registry);
    await run();
    catalog.changes();
    for (const id of ['a', 'b']) registry.put(id, { description: 'new' });
    registry.onRead = id => {
      if (id === 'a') throw new RegistryError('invalid-data', 'odd metrics');
    };
    expect(await run()).toMatchObject({
      status: 'succeeded',
      changed: 1,
      refused: 1,
    });
    expect(catalog.changes()).toEqual({ written: refs('b'), removed: [] });
    const health = await RegistryHealth.create(mockServices.database({ knex }));
    const [provider] = await health.providers({ runs: 1 });
    expect(provider).toMatchObject({
      provider: 'ml-registry:mlflow:production',
      registry: { type: 'mlflow', instance: 'production' },
      title: 'MLflow "production"',
      models: 5,
      refused: 1,
      runs: [{ kind: 'full', status: 'succeeded', changed: 1, refused: 1 }],
    });
    expect(
      await health.refused(provider.provider, { offset: 0, limit: 10 }),
    ).toEqual([{ id: 'a', entityRef: ref('a'), reason: 'odd metrics' }]);
    // It is tried again by each run.
    registry.onRead = () => {};
    expect(await run()).toMatchObject({ changed: 1, refused: 0 });
  });

  it('write again what a kill kept from the catalog', async () => {
    const { run, catalog } = await startRegistry(knex, registry);
    catalog.onMutation = () => {
      throw new Error('killed');
    };
    expect(await run()).toMatchObject({ status: 'failed', changed: 0 });
    catalog.onMutation = () => {};
    registry.reads.length = 0;
    expect(await run()).toMatchObject({ status: 'succeeded', changed: 5 });
    // What was read before the kill is not read again.
    expect(registry.reads).toEqual(['c', 'd', 'e']);
  });

  it('stop when they are told to, and remove nothing', async () => {
    const { run, catalog } = await startRegistry(knex, registry, {
      removal: { graceMs: 0, rejectRemovalsAbovePercentage: 100 },
    });
    await run();
    registry.models.delete('a');
    const controller = new AbortController();
    registry.onPage = index => {
      if (index === 1) controller.abort();
    };
    expect(await run('full', controller.signal)).toMatchObject({
      status: 'cancelled',
      removed: 0,
    });
    expect(catalog.entities.size).toBe(5);
  });

  it('look only at what changed, by the clock of the registry', async () => {
    const { run, catalog } = await startRegistry(knex, registry);
    expect(await run('incremental')).toMatchObject({ seen: 0 });
    await run();
    catalog.changes();
    registry.put('b', {
      description: 'new',
      updatedAt: '2026-01-03T00:00:00.000Z',
    });
    registry.models.delete('a');
    expect(await run('incremental')).toMatchObject({ changed: 1, removed: 0 });
    expect(await run('incremental')).toMatchObject({ seen: 1, changed: 0 });
    expect(catalog.changes()).toEqual({ written: refs('b'), removed: [] });
  });

  it('do no harm to each other on two replicas at once', async () => {
    const catalog = new FakeCatalog();
    const one = await startRegistry(knex, registry, { catalog });
    const two = await startRegistry(knex, registry, { catalog });
    await Promise.all([one.run(), two.run()]);
    expect([...catalog.entities.keys()].sort()).toEqual(
      refs('a', 'b', 'c', 'd', 'e'),
    );
    catalog.changes();
    await Promise.all([one.run(), two.run()]);
    expect(catalog.changes()).toEqual({ written: [], removed: [] });
  });

  it('do not remove what a later run saw', async () => {
    const catalog = new FakeCatalog();
    const options = {
      catalog,
      removal: { graceMs: 0, rejectRemovalsAbovePercentage: 100 },
    };
    const slow = await startRegistry(knex, registry, options);
    const quick = await startRegistry(knex, registry, options);
    await slow.run();
    registry.models.delete('e');
    registry.isGone = async () => true;
    // While the first is at its last page, `e` is back and another run sees it.
    registry.onPage = async index => {
      if (index !== 1) return;
      registry.onPage = () => {};
      registry.put('e', { description: 'back' });
      await quick.run();
      registry.models.delete('e');
    };
    expect(await slow.run()).toMatchObject({ status: 'succeeded' });
    expect(catalog.entities.has(ref('e'))).toBe(true);
  });

  it('keep models apart whose names differ in case or a slash only, also of two registries', async () => {
    registry.models.clear();
    for (const id of ['Team/churn', 'team-churn', 'TEAM-CHURN']) {
      registry.put(id);
    }
    const { run, catalog } = await startRegistry(knex, registry);
    await run();
    const ids = () =>
      [...catalog.entities.values()].map(
        e => e.metadata.annotations!['airworthy.dev/registry-id'],
      );
    expect(ids().sort()).toEqual(['TEAM-CHURN', 'Team/churn', 'team-churn']);
    const names = [...catalog.entities.keys()];

    const other = new FakeRegistry();
    Object.assign(other, {
      registry: { type: 'mlflow', instance: 'staging' },
    });
    other.put('team-churn', { registry: other.registry });
    const second = await startRegistry(knex, other, { catalog });
    await second.run();
    expect(catalog.entities.size).toBe(4);

    // Who has a name keeps it when the others are gone.
    registry.models.delete('TEAM-CHURN');
    registry.put('Team/churn', { description: 'new' });
    registry.put('team-churn', { description: 'new' });
    await run();
    expect([...catalog.entities.keys()]).toEqual(expect.arrayContaining(names));
  });

  it('relate a model to its base once that is known', async () => {
    registry.models.clear();
    registry.put('fine-tuned', { baseModel: 'org/Base' });
    registry.put('filler');
    registry.put('org/Base');
    const { run, catalog } = await startRegistry(knex, registry);
    await run();
    await run();
    expect(catalog.entities.get(ref('fine-tuned'))?.spec?.baseModel).toBe(
      ref('org-base'),
    );
    catalog.changes();
    await run();
    expect(catalog.changes().written).toEqual([]);
  });

  it('refuse an id that no database takes', async () => {
    registry.put('a\u0000b');
    const { run, catalog } = await startRegistry(knex, registry);
    expect(await run()).toMatchObject({ changed: 5, refused: 1 });
    expect(catalog.entities.size).toBe(5);
  });

  it('take texts that a database would not', async () => {
    registry.put('a', {
      description: 'x\u0000y',
      tags: { 'k\u0000': 'v\u0000' },
    });
    const { run } = await startRegistry(knex, registry);
    expect(await run()).toMatchObject({ status: 'succeeded', changed: 5 });
  });

  it('write in bounded parts', async () => {
    for (let i = 0; i < 450; i++) registry.put(`model-${i}`);
    registry.pageSize = 1_000;
    const { run, catalog } = await startRegistry(knex, registry);
    expect(await run()).toMatchObject({ changed: 455 });
    expect(Math.max(...catalog.batches)).toBe(100);
  });
});
