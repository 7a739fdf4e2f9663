import { setTimeout as wait } from 'node:timers/promises';
import exampleHistoryModule from '@airworthy-examples/maturity-history';
import mlMaturityPlugin from '@airworthy/plugin-ml-maturity-backend';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  JOURNEY,
  MISSING,
  ML_TEST_SCORE,
  PHASES,
  PRACTICES,
  SCORES,
} from './__testUtils__/flightDelayByHand';
import { CheckRow } from './__testUtils__/readTable';
import { startExampleCatalog } from './__testUtils__/startExampleCatalog';

jest.setTimeout(120_000);

const MODEL = { kind: 'MlModel', namespace: 'default', name: 'flight-delay' };
const REF = 'mlmodel:default/flight-delay';
const TODAY = new Date('2026-11-25T12:00:00Z');
const ALL_TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
// What facts are read from: its owner, system, dataset, pipeline and deployments.
const RELATED = [
  'ownedBy group:default/disruption-forecasting',
  'partOf system:default/flight-operations',
  'dependsOn resource:default/us-flights-2001',
  'trainedBy component:default/flight-delay-training',
  'deployedBy mldeployment:default/flight-delay-production',
  'deployedBy mldeployment:default/flight-delay-staging',
];

/** What the reason of an outcome has to say. */
const REASONS: Record<string, RegExp> = {
  'pass automated': /^\S.+\.$/,
  'pass attested':
    /^Answered yes by (amara\.okafor|jonas\.lindqvist|mei\.tanaka) on [\d-]{10}; holds until [\d-]{10}\.$/,
  'fail automated': /^Expected: .+; found: .+\.$/,
  'unknown none': /^(Not known: \S.+\.|Nobody has answered yet\.)$/,
  'not-applicable none':
    /^Applies on the track large-organisation only; this model is on startup\.$/,
};

/** What monitoring would have said. */
const NOT_MONITORED =
  /Not known: (health reports|(service|data|model) health|age of the newest data|watch on|reports of)/;

/** The maturity of the example catalog, with the past that the examples bring. */
async function readScorecard(): Promise<any> {
  const scheduler = mockServices.scheduler();
  const { address, catalog } = await startExampleCatalog({
    features: [
      mlMaturityPlugin,
      exampleHistoryModule,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  const request = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${address}/api/ml-maturity/${path}`, init);
    expect(answer.status).toBeLessThan(300);
    return answer.json();
  };

  const isRead = async () => {
    const entity = await catalog.getEntityByRef(MODEL);
    const relations = entity?.relations ?? [];
    const found = relations.map(r => `${r.type} ${r.targetRef}`);
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs: RELATED.map(related => related.split(' ')[1]),
    });
    return RELATED.every((r, i) => found.includes(r) && items[i]);
  };
  while (!(await isRead())) await wait(250);

  const { id } = await request('evaluations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entityRefs: [REF] }),
  });
  let state = 'queued';
  while (state !== 'done') {
    await wait(100);
    ({ state } = await request(`evaluations/${id}`));
    expect(state).not.toBe('failed');
  }
  await scheduler.triggerTask('ml-maturity-history');
  return request('scorecards/MlModel/default/flight-delay');
}

describe('the scorecard of the flight-delay model', () => {
  let card: any;

  beforeAll(async () => {
    // The day of the hand computation: versions grow older. Only the date stands.
    jest.useFakeTimers({ now: TODAY, doNotFake: [...ALL_TIMERS] });
    card = await readScorecard();
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  it('was made by the default rubric, on the track of the model', () => {
    expect(card).toMatchObject({
      entityRef: REF,
      rubric: { id: 'mlops', current: true, problems: [] },
      rubrics: ['mlops'],
      track: 'startup',
    });
    const failures = card.collectors.map((c: any) => c.failure?.message);
    expect(failures.filter(Boolean)).toEqual([]);
  });

  it('has a result for each of 24 steps and 36 practices', () => {
    expect([JOURNEY.length, PRACTICES.length]).toEqual([24, 36]);
    expect(card.results.map(({ checkId }: CheckRow) => checkId)).toEqual(
      [...JOURNEY, ...PRACTICES].map(({ checkId }) => checkId),
    );
  });

  it.each([...JOURNEY, ...PRACTICES].map(row => [row.checkId, row] as const))(
    'says of %s what a reader of the examples says',
    (checkId, { status, method, why }) => {
      const result = card.results.find((r: CheckRow) => r.checkId === checkId);
      expect(result).toMatchObject({
        status,
        method,
        counted: status !== 'not-applicable',
        reason: expect.stringMatching(REASONS[`${status} ${method}`]),
      });
      const { reason } = result;
      expect(reason.includes('Nobody has answered yet.')).toBe(
        why.includes('nobody answered'),
      );
      expect(NOT_MONITORED.test(reason)).toBe(why.includes('no monitoring'));
    },
  );

  it('has the scores of a computation by hand', () => {
    const { score, categories } = card.scorecard;
    expect(score).toEqual({
      ...SCORES.all,
      value: expect.closeTo(30.5 / 58.5, 12),
      counts: SCORES.counts,
    });
    expect(
      Object.fromEntries(
        categories.map(({ id, passed, total }: any) => [id, { passed, total }]),
      ),
    ).toEqual(SCORES.categories);
  });

  it('has the progress of a computation by hand in each phase', () => {
    expect(
      card.scorecard.phases.map(({ id, passed, total, done }: any) => [
        id,
        passed,
        total,
        done,
      ]),
    ).toEqual(PHASES);
  });

  it('is on level 0, and names what is missing', () => {
    const { level, levels } = card.scorecard;
    expect(level).toBe(0);
    const missing = Object.fromEntries(
      levels
        .slice(1)
        .map((l: any) => [l.level, l.missing.map((gap: any) => gap.checkId)]),
    );
    expect(missing).toEqual(MISSING);
    expect(
      levels.map((l: any) => [l.reached, l.total, l.missingBelow]),
    ).toEqual([
      [true, 20, 0],
      [false, 22, 0],
      [false, 14, 8],
    ]);
  });

  it('has the ML Test Score of a computation by hand', () => {
    const { total, sections } = card.scorecard.mlTestScore;
    expect(total).toBe(ML_TEST_SCORE.total);
    expect(
      Object.fromEntries(sections.map(({ id, points }: any) => [id, points])),
    ).toEqual(ML_TEST_SCORE.sections);
    const earned = sections
      .flatMap(({ items }: any) => items)
      .filter(({ points }: any) => points > 0)
      .map(({ item, points }: any) => [item, points]);
    expect(Object.fromEntries(earned)).toEqual(ML_TEST_SCORE.items);
  });
});

describe('the tables', () => {
  // So that a slip in the hand computation shows as such.
  it('add up to the sums that were written by hand', () => {
    const rows = [...JOURNEY, ...PRACTICES].filter(
      ({ status }) => status !== 'not-applicable',
    );
    const sumOf = (some: CheckRow[]) =>
      some.reduce((sum, { weight }) => sum + weight, 0);
    const scoreOf = (some: CheckRow[]) => ({
      passed: sumOf(some.filter(({ status }) => status === 'pass')),
      total: sumOf(some),
    });
    expect(scoreOf(rows)).toEqual(SCORES.all);
    for (const [id, score] of Object.entries(SCORES.categories)) {
      expect(scoreOf(rows.filter(({ category }) => category === id))).toEqual(
        score,
      );
    }
  });
});
