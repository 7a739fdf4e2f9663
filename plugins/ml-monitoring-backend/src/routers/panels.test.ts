import { request as httpRequest } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import { assessSamples } from '@airworthy/plugin-ml-monitoring-common';
import {
  MonitoringSource,
  MonitoringSourceError,
} from '@airworthy/plugin-ml-monitoring-node';
import {
  FakeSource,
  answerOf,
  dataOf,
  featureOf,
  modelOf,
  serviceOf,
} from '../__testUtils__/FakeSource';
import { DELAY_MODEL, deploymentOf } from '../__testUtils__/entities';
import { LIMITED, Portal, startPortal } from '../__testUtils__/portal';

const DAY = 'from=2026-06-01T00:00:00Z&to=2026-06-02T00:00:00Z';
const WINDOW = {
  from: '2026-06-01T00:00:00.000Z',
  to: '2026-06-02T00:00:00.000Z',
};
const PATH = '/deployments/default/a';
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describe('the pages of a deployment', () => {
  let portal: Portal;
  const source = new FakeSource();
  let answerOther: (signal: AbortSignal) => Promise<any>;
  const other: MonitoringSource = {
    type: 'other',
    capabilities: () => ['service', 'changes'],
    nameFor: () => 'main',
    serviceHealth: (_deployment, { signal }) => answerOther(signal),
    changes: async () => [
      {
        at: '2026-06-01T10:00:00.000Z',
        kind: 'version',
        title: 'canary: version 2',
        variant: 'canary',
        modelVersion: '2',
      },
    ],
  };

  beforeAll(async () => {
    portal = await startPortal({
      entities: [
        deploymentOf('a', {
          strategy: { type: 'canary', startedAt: '2026-06-01T09:00:00Z' },
        }),
        deploymentOf('hidden'),
        deploymentOf('plain', { variants: [] }),
        DELAY_MODEL,
      ],
      sources: [source, other],
      config: { timeouts: { panel: { milliseconds: 300 } } },
    });
  }, 30_000);

  beforeEach(() => {
    portal.denied.clear();
    source.can = ['service'];
    source.asked.length = 0;
    source.service = window => serviceOf(window, { stable: 0, canary: 0.03 });
    answerOther = async () => ({
      ...answerOf(WINDOW),
      source: { type: 'other', name: 'main' },
      variants: [],
      series: [],
    });
  });

  it('answers with every source, the checks that follow, and what happened', async () => {
    const answer = await portal.get(`${PATH}/service?${DAY}&points=50`);
    expect(answer.results.map(({ ok }: any) => ok)).toEqual([true, true]);
    expect(source.asked[0].question).toMatchObject({
      window: WINDOW,
      maxPoints: 50,
    });
    // 1 % warns and 5 % is critical by default.
    expect(
      answer.checks.map(({ id, status, value, threshold }: any) => [
        id,
        status,
        value,
        threshold.origin,
      ]),
    ).toEqual([
      ['service:error_ratio:canary', 'warning', 0.03, 'default'],
      ['service:error_ratio:stable', 'ok', 0, 'default'],
    ]);
    expect(answer.markers.map(({ kind, title }: any) => [kind, title])).toEqual(
      [
        ['rollout', 'Rollout began: canary'],
        ['version', 'canary: version 2'],
      ],
    );
  });

  const down = async () => {
    throw new MonitoringSourceError('unreachable', 'down');
  };

  it.each<[string, () => Promise<any>, object]>([
    [
      'refuses',
      async () => {
        throw new MonitoringSourceError('refused', 'parse error at char 7');
      },
      { kind: 'refused', message: 'parse error at char 7' },
    ],
    [
      'throws what may hold secrets',
      async () => {
        throw new Error('connect http://admin:hunter2@db');
      },
      { kind: 'invalid-data', message: expect.not.stringContaining('hunter2') },
    ],
    [
      'hangs and does not listen',
      () => new Promise(() => {}),
      { kind: 'timeout', message: 'No answer within 0.3 s' },
    ],
    [
      'answers nonsense',
      async () => ({ ...answerOf(WINDOW), variants: 'many' }),
      { kind: 'invalid-data', message: expect.stringContaining('variants') },
    ],
    [
      'answers nothing',
      async () => undefined,
      { kind: 'invalid-data', message: expect.any(String) },
    ],
  ])(
    'shows a source that %s in its own place, and the rest works',
    async (_title, answerIt, failure) => {
      answerOther = answerIt;
      const { results, checks } = await portal.get(`${PATH}/service?${DAY}`);
      expect(results[0].ok).toBe(true);
      expect(results[1]).toEqual({
        ok: false,
        failure: {
          source: { type: 'other', name: 'main' },
          since: expect.any(String),
          ...failure,
        },
      });
      expect(checks).toHaveLength(2);
    },
  );

  it('says since when a source fails, until it answers again', async () => {
    const well = answerOther;
    await portal.get(`${PATH}/service?${DAY}`);
    answerOther = down;
    const failureOf = async () =>
      (await portal.get(`${PATH}/service?${DAY}`)).results[1].failure;
    const first = await failureOf();
    await pause(20);
    expect((await failureOf()).since).toBe(first.since);
    const { sources } = await portal.get(`${PATH}/status`);
    expect(sources[1].failure).toMatchObject({ message: 'down' });

    answerOther = well;
    await portal.get(`${PATH}/service?${DAY}`);
    answerOther = down;
    await pause(20);
    expect((await failureOf()).since > first.since).toBe(true);
    answerOther = well;
    await portal.get(`${PATH}/service?${DAY}`);
  });

  it('stops asking when the caller leaves', async () => {
    const aborted = new Promise<void>(resolve => {
      answerOther = signal =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            resolve();
            reject(signal.reason);
          });
        });
    });
    const { port } = portal.address();
    const call = httpRequest({
      port,
      path: `/api/ml-monitoring${PATH}/service?${DAY}`,
      headers: { Authorization: mockCredentials.user.header() },
    });
    call.on('error', () => {});
    call.end();
    for (let i = 0; !source.asked.length && i < 1_000; i++) await pause(5);
    call.destroy();
    await aborted;
    expect(source.asked[0].question.signal.aborted).toBe(true);
    // Nobody waited: that was no failure of the source.
    const { sources } = await portal.get(`${PATH}/status`);
    expect(sources[1].failure).toBeUndefined();
  });

  it('judges inputs by limits, and takes the baseline that is asked for', async () => {
    source.can = ['data'];
    source.data = window =>
      dataOf(window, [
        featureOf('hour', {
          missingShare: 0.3,
          baselineMissingShare: 0.02,
          drift: assessSamples({
            type: 'numeric',
            reference: [1, 2, 3],
            current: [],
          }),
        }),
      ]);
    const answer = await portal.get(
      `${PATH}/data?${DAY}&baseline=2026-05-01T00:00:00Z/2026-05-08T00:00:00Z&ruleSet=evidently&test=wasserstein`,
    );
    expect(source.asked[0].question).toMatchObject({
      baseline: {
        from: '2026-05-01T00:00:00.000Z',
        to: '2026-05-08T00:00:00.000Z',
      },
      ruleSet: 'evidently',
      test: 'wasserstein',
    });
    expect(answer.checks[0]).toMatchObject({
      id: 'data:missing_share_increase:hour',
      status: 'critical',
      value: expect.closeTo(0.28, 10),
    });
    expect(answer.checks).toContainEqual(
      expect.objectContaining({
        id: 'data:psi:hour',
        status: 'unknown',
        value: null,
        reason: 'the window has no rows with a value',
      }),
    );
    // Declared in the entity, and not in the log.
    expect(answer.checks).toContainEqual(
      expect.objectContaining({
        id: 'data:type_change:origin',
        status: 'unknown',
        reason: 'fake has no column of this name',
      }),
    );
    await portal.get(`${PATH}/data?${DAY}`);
    await portal.get(`${PATH}/data?${DAY}&baseline=previous`);
    expect(source.asked.map(({ question }) => question.baseline)).toEqual([
      expect.anything(),
      { path: 'baseline.parquet' },
      { previousWindow: true },
    ]);
  });

  it('writes figures that are not known as null', async () => {
    source.can = ['model'];
    const unknown = {
      value: NaN,
      interval: { lower: NaN, upper: Infinity, level: 0.95 },
    };
    source.model = window => ({
      ...modelOf(window),
      labels: { predictions: 10, labelled: 4 },
      quality: {
        kind: 'regression',
        quality: {
          rows: 4,
          mae: { ...unknown, value: 2 },
          rmse: unknown,
          bias: unknown,
          mape: NaN,
          mapeRows: 0,
          r2: NaN,
        },
      },
    });
    const { results } = await portal.get(`${PATH}/model?${DAY}`);
    const { quality } = results[0].answer.quality;
    expect(quality.mae).toEqual({
      value: 2,
      interval: { lower: null, upper: null, level: 0.95 },
    });
    expect(quality.r2).toBeNull();
  });

  it('compares the first candidate with the stable variant, or the one that is named', async () => {
    const asked: any[] = [];
    source.can = ['comparison', 'disagreements'];
    Object.assign(source, {
      comparison: async (_deployment: unknown, question: any) => {
        asked.push(question);
        return {
          ...answerOf(question.window),
          stable: { variant: 'stable' },
          candidate: { variant: 'canary', role: 'candidate' },
          metrics: [],
        };
      },
      disagreements: async (_deployment: unknown, question: any) => {
        asked.push(question);
        const rows = { rows: [], disagreeing: 0, pairs: 0 };
        return { ...answerOf(question.window), ...rows };
      },
    });
    await portal.get(`${PATH}/comparison?${DAY}`);
    await portal.get(`${PATH}/disagreements?${DAY}&limit=7`);
    expect(asked).toMatchObject([
      { stable: { name: 'stable' }, candidate: { name: 'canary' } },
      { candidate: { name: 'canary' }, limit: 7 },
    ]);
    const { error } = await portal.get(`${PATH}/comparison?variant=x`, {
      status: 400,
    });
    expect(error.message).toBe('variant: expected canary, was "x"');
    expect(
      (await portal.get('/deployments/default/plain/comparison')).results,
    ).toEqual([]);

    portal.denied.add('mlMonitoring.rows.read');
    asked.length = 0;
    await portal.get(`${PATH}/disagreements?${DAY}`, { status: 403 });
    expect(asked).toEqual([]);
  });

  it.each([
    ['window=P400D', 'window: expected at most 90 days, was "P400D"'],
    ['window=PT1S', 'window: expected at least 5 minutes, was "PT1S"'],
    ['window=soon', 'window: expected an ISO 8601 duration'],
    [`window=PT1H&${DAY}`, 'window: expected a window or from with to'],
    ['from=2026-06-01T00:00:00Z', 'to: expected a to beside from'],
    ['from=2026-06-02&to=2026-06-03', 'from: expected a moment'],
    [
      'from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z',
      'to: expected a moment after from',
    ],
    [
      'from=2926-06-01T00:00:00Z&to=2926-06-02T00:00:00Z',
      'to: expected a moment that is not in the future',
    ],
    ['baseline=yesterday', 'baseline: expected "declared", "previous"'],
    ['points=5000', 'points: '],
    ['points=many', 'points: expected a whole number'],
    ['ruleSet=mine', 'ruleSet: '],
    ['test=t-test', 'test: '],
    ['fromm=1', 'query: expected no field fromm'],
    ['variant=a&variant=b', 'variant: '],
  ])('refuses %s and says what it wants', async (query, message) => {
    const { error } = await portal.get(`${PATH}/data?${query}`, {
      status: 400,
    });
    expect(error.message).toContain(message);
    expect(source.asked).toEqual([]);
  });

  // The portal's own calls expect the status that each names.
  // eslint-disable-next-line jest/expect-expect
  it('hides what the catalog hides, and asks for the permission to read', async () => {
    const pages = ['status', 'service', 'data/x', 'alerts', 'setup'];
    for (const page of pages) {
      const url = `/deployments/default/hidden/${page}`;
      await portal.get(url);
      await portal.get(url, { as: LIMITED, status: 404 });
      await portal.get(`/deployments/default/nope/${page}`, { status: 404 });
    }
    portal.denied.add('mlMonitoring.read');
    for (const page of pages) {
      await portal.get(`${PATH}/${page}`, { status: 403 });
    }
    await portal.get('/fleet', { status: 403 });
  });

  it('puts together what sources find, with examples only for who may see rows', async () => {
    const asked: boolean[] = [];
    Object.assign(source, {
      discover: async (_: unknown, question: { withExamples: boolean }) => {
        asked.push(question.withExamples);
        return [
          {
            ...answerOf(WINDOW),
            location: 'found/*.parquet',
            proposal: {
              inferenceLog: { path: 'found/*.parquet' },
              runbook: 'https://example.com/runbook',
            },
          },
        ];
      },
    });
    other.discover = down;
    const answer = await portal.get('/deployments/default/plain/setup');
    expect(answer.discoveries.map(({ ok }: any) => ok)).toEqual([true, false]);
    // What the entity says stays.
    expect(answer.proposal.inferenceLog.path).toBe('log/*.parquet');
    expect(answer.yaml).toContain('runbook: https://example.com/runbook');
    portal.denied.add('mlMonitoring.rows.read');
    await portal.get('/deployments/default/plain/setup');
    expect(asked).toEqual([true, false]);
  });

  it('tries settings out for owners and managers', async () => {
    source.can = ['service', 'data', 'model'];
    const body = {
      monitoring: { inferenceLog: { path: 'found/*.parquet' } },
      window: 'P7D',
    };
    const answer = await portal.post(`${PATH}/preview`, { body });
    expect(answer.service).toHaveLength(2);
    expect(answer.data[0].ok).toBe(true);
    portal.denied.add('mlMonitoring.manage');
    await portal.post(`${PATH}/preview`, { body });
    await portal.post(`${PATH}/preview`, { body, as: LIMITED, status: 403 });
    expect(portal.audit[portal.audit.length - 1]).toMatchObject({
      eventId: 'monitoring-preview',
      outcome: 'failed',
    });
  });

  it('refuses settings that are none, and names the field', async () => {
    const { error } = await portal.post(`${PATH}/preview`, {
      body: { monitoring: { inferenceLog: { path: '' } } },
      status: 400,
    });
    expect(error.message).toContain('monitoring.inferenceLog.path');
    await portal.post(`${PATH}/preview`, { body: {}, status: 400 });
  });
});
