import { createBackendModule } from '@backstage/backend-plugin-api';
import { mlMaturityFactsExtensionPoint } from '@airworthy/plugin-ml-maturity-node';
import { ORGANISATION, ref } from '../__testUtils__/organisation';
import { LIMITED, Portal, startPortal } from '../__testUtils__/portal';

/** A collector that answers when it is told to. */
class SlowCollector {
  release!: () => void;
  readonly #released = new Promise<void>(resolve => {
    this.release = resolve;
  });

  get module() {
    return createBackendModule({
      pluginId: 'ml-maturity',
      moduleId: 'slow',
      register: env =>
        env.registerInit({
          deps: { facts: mlMaturityFactsExtensionPoint },
          init: async ({ facts }) =>
            facts.addCollectors({
              schema: {
                collector: 'slow',
                title: 'Slow',
                facts: [{ path: 'x', type: 'boolean', description: 'X.' }],
              },
              freshness: { hours: 1 },
              collect: async ({ entities }) => {
                if (entities.some(e => e.metadata.name === 'noise')) {
                  await this.#released;
                }
                return [];
              },
            }),
        }),
    });
  }
}

describe('a scorecard that nobody asked for before', () => {
  const collector = new SlowCollector();
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: ORGANISATION,
      modules: [collector.module],
    });
  }, 30_000);
  afterAll(() => collector.release());

  it('is made at once', async () => {
    const card = await portal.get('/scorecards/mlmodel/default/churn');
    expect(card).toMatchObject({
      state: 'evaluated',
      entityRef: ref('churn'),
      rubric: { id: 'small', current: true },
      rubrics: ['small'],
      scorecard: { level: 0 },
    });
    // The licence is in the catalog, the others are nobody's answer yet.
    expect(card.results.map((result: any) => result.status)).toEqual([
      'pass',
      'unknown',
      'unknown',
    ]);
    const { totalItems } = await portal.get('/scorecards');
    expect(totalItems).toBe(1);
  });

  it('waits for a slow collector in the open, and then is there', async () => {
    const path = '/scorecards/mlmodel/default/noise';
    const asked = Date.now();
    const first = await portal.get(path);
    expect(first).toEqual({
      state: 'pending',
      entityRef: ref('noise'),
      rubric: { id: 'small', title: 'Small', version: '1.0.0' },
      rubrics: [],
      since: expect.any(String),
    });
    expect(Date.parse(first.since)).toBeGreaterThanOrEqual(asked);
    const second = await portal.get(path);
    expect(second.since).toBe(first.since);
    collector.release();
    expect((await portal.get(path)).state).toBe('evaluated');
  });

  it('is not there for what no rubric judges, hidden or unknown', async () => {
    const team = await portal.get('/scorecards/group/default/red');
    expect(team).toEqual({
      state: 'not-covered',
      entityRef: 'group:default/red',
      rubrics: [],
    });
    await portal.get('/scorecards/mlmodel/default/nobody', { status: 404 });
    await portal.get('/scorecards/mlmodel/default/hidden-one', {
      as: LIMITED,
      status: 404,
    });
    await portal.get('/scorecards/mlmodel/default/churn?rubric=nope', {
      status: 404,
    });
  });
});
