import {
  createMockDirectory,
  mockCredentials,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { HEALTHY, SLOW, comparisonOf } from '../__testUtils__/comparison';
import { setClock } from '../__testUtils__/clock';
import { CANARY, deploymentOf } from '../__testUtils__/entities';
import { LIMITED, Portal, startPortal } from '../__testUtils__/portal';

const reviewOf = (name: string) => `/deployments/default/${name}/review`;

// The phase of the canary ends at 2026-06-02T00:00Z.
const AFTER_PHASE = '2026-06-03T12:00:30Z';
const SHADOW = {
  type: 'shadow',
  plan: undefined,
  phase: undefined,
} as any;
const SHADOW_VARIANTS = [
  { name: 'stable', role: 'stable', version: '1', traffic: 100 },
  { name: 'copy', role: 'shadow', version: '2', traffic: 100 },
];

describe('the review of a rollout', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const disk = createMockDirectory();
  let portal: Portal;

  beforeAll(() => {
    disk.setContent({
      'allowed/catalog-info.yaml': '',
      'allowed/manifests/service.yaml': [
        'apiVersion: serving.kserve.io/v1beta1',
        'kind: InferenceService',
        'metadata: { name: delay }',
        'spec:',
        '  predictor:',
        '    canaryTrafficPercent: 10 # a tenth',
        '',
      ].join('\n'),
      'allowed/manifests/notes.txt': 'no manifest',
      'secret/service.yaml': 'kind: Secret',
    });
  });

  beforeEach(async () => {
    setClock(AFTER_PHASE);
    const at = (path: string, location = 'allowed/catalog-info.yaml') => ({
      'backstage.io/managed-by-location': `file:${disk.resolve(location)}`,
      'airworthy.dev/manifests': path,
    });
    portal = await startPortal({
      server,
      config: { manifests: { localRoots: [disk.resolve('allowed')] } },
      entities: [
        deploymentOf('canary', { annotations: at('manifests') }),
        deploymentOf('outside', { annotations: at('../secret') }),
        deploymentOf('away', { annotations: at('.', 'secret/a.yaml') }),
        deploymentOf('bare', { strategy: { plan: undefined } as any }),
        deploymentOf('hidden'),
        deploymentOf('shadow', {
          strategy: SHADOW,
          spec: { variants: SHADOW_VARIANTS },
        }),
        deploymentOf('done', { strategy: { state: 'completed' } }),
        deploymentOf('back', { strategy: { state: 'rolled-back' } }),
        deploymentOf('planned', { strategy: { state: 'planned' } }),
        deploymentOf('still', { spec: { strategy: undefined } as any }),
        deploymentOf('alone', {
          spec: {
            variants: [
              { name: 'only', role: 'stable', version: '1', traffic: 100 },
            ],
          },
        }),
      ],
    });
  }, 60_000);
  afterEach(() => jest.useRealTimers());

  it('promotes a healthy candidate by a step, and shows what that changes', async () => {
    const review = await portal.get(reviewOf('canary'));
    expect(review).toMatchObject({
      entityRef: 'mldeployment:default/canary',
      title: 'Delay, canary',
      rollout: {
        strategy: 'canary',
        state: 'progressing',
        phase: 0,
        phaseEndsAt: '2026-06-02T00:00:00.000Z',
        stable: { name: 'stable', version: '1', traffic: 90 },
        candidate: { name: 'candidate', version: '2', traffic: 10 },
      },
      verdict: {
        decision: 'promote',
        errorRate: 0.05,
        criteria: [
          { kind: 'check', state: 'met', value: 0 },
          { kind: 'check', state: 'met', value: 1.02 },
          { kind: 'stop-rule', state: 'met', value: 0.002 },
        ],
      },
      evidence: {
        asOf: '2026-06-03T12:00:30.000Z',
        from: '2026-06-01T00:00:00.000Z',
        to: '2026-06-03T12:00:00.000Z',
        source: 'log.parquet',
      },
      manifests: { target: 'manifests', files: 1 },
      decisions: { entityRef: 'mldeployment:default/canary' },
      may: { decide: true, override: true },
    });
    expect(review.verdict.reasons.at(-1)).toBe(
      'Not measured, for you to confirm: Agents are content',
    );
    expect(
      review.actions.map((one: any) => [one.action, one.recommended]),
    ).toEqual([
      ['next-step', true],
      ['promote', false],
      ['roll-back', false],
    ]);
    const [step] = review.actions;
    expect(step.title).toBe('Give version 2 50 % of the traffic');
    expect(step.change.files).toEqual(['service.yaml']);
    expect(step.change.diff).toContain(
      [
        '-    canaryTrafficPercent: 10 # a tenth',
        '+    canaryTrafficPercent: 50 # a tenth',
      ].join('\n'),
    );
    // Asked on behalf of the caller, for the time since the rollout began.
    const [{ url, token }] = portal.asked;
    expect(Object.fromEntries(url.searchParams)).toEqual({
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-06-03T12:00:00.000Z',
      variant: 'candidate',
    });
    expect(token).toBe(
      `Bearer ${mockCredentials.service.token({
        onBehalfOf: mockCredentials.user('user:default/ada'),
        targetPluginId: 'ml-monitoring',
      })}`,
    );
  });

  it('rolls a slow candidate back, also before its phase is over', async () => {
    setClock('2026-06-01T12:00:00Z');
    portal.comparison = () => HttpResponse.json(SLOW as any);
    const { verdict, actions } = await portal.get(reviewOf('canary'));
    expect(verdict.decision).toBe('roll-back');
    expect(verdict.reasons[0]).toMatch(
      /^latency_p95 ratio is 5\.308, between .*; the limit is 1\.2$/,
    );
    expect(actions.find((one: any) => one.recommended)).toMatchObject({
      action: 'roll-back',
      title: 'Go back to version 1',
      change: { files: ['service.yaml'] },
    });
  });

  it('holds a healthy candidate until its phase is over', async () => {
    setClock('2026-06-01T12:00:00Z');
    const { verdict, actions } = await portal.get(reviewOf('canary'));
    expect(verdict).toMatchObject({
      decision: 'hold',
      reasons: [
        'By its plan the phase A tenth lasts until 2026-06-02 00:00 UTC.',
      ],
    });
    expect(actions.some((one: any) => one.recommended)).toBe(false);
  });

  it.each([
    [
      'is down',
      () => new HttpResponse(null, { status: 503 }),
      /^Monitoring did not answer: Request failed with status 503/,
    ],
    [
      'refuses',
      () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'mlMonitoring.read' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      /^Monitoring did not answer: mlMonitoring.read$/,
    ],
    [
      'cannot be reached',
      () => HttpResponse.error(),
      /^Monitoring did not answer: /,
    ],
    [
      'talks nonsense',
      () => HttpResponse.json({ results: [{ ok: true, answer: 'fine' }] }),
      /^Monitoring did not answer: .*expected object/s,
    ],
    [
      'has no source',
      () => HttpResponse.json({ results: [] }),
      /^No source of monitoring compares the variants/,
    ],
    [
      'has a source that fails',
      () =>
        HttpResponse.json({
          results: [
            {
              ok: false,
              failure: {
                source: { type: 'duckdb', name: 'log.parquet' },
                message: 'No such file',
                kind: 'unreachable',
              },
            },
          ],
        }),
      /^log.parquet: No such file$/,
    ],
  ])('holds where monitoring %s, and says why', async (_, answer, reason) => {
    portal.comparison = answer as () => Response;
    const { verdict, evidence, actions } = await portal.get(reviewOf('canary'));
    expect(evidence).toMatchObject({ metrics: [] });
    expect(evidence.failure).toMatch(reason);
    expect(verdict.decision).toBe('hold');
    expect(verdict.reasons[0]).toBe(evidence.failure);
    // What could be done is shown all the same.
    expect(actions[0].change.files).toEqual(['service.yaml']);
  });

  const errors = { metric: 'error_ratio', stable: 0, candidate: 0 };
  const latency = { metric: 'latency_p95', stable: 100, candidate: 100 };

  it.each([
    [
      'unknown figures',
      [
        { metric: 'error_ratio', stable: null, candidate: null },
        { metric: 'latency_p95', stable: null, candidate: null },
      ].map(figure => ({ ...figure, standardError: null })),
      'error_ratio difference is not known',
    ],
    [
      'a figure that is missing',
      [{ ...errors, standardError: 0.001 }],
      'latency_p95 ratio is not known',
    ],
    [
      'too few requests',
      [
        { ...errors, standardError: 1e-9, rows: { stable: 9, candidate: 99 } },
        { ...latency, standardError: 1e-9 },
      ],
      'error_ratio difference: 9 requests of a variant; expected at least 100',
    ],
    [
      'less than the sample that was planned',
      [errors, latency].map(figure => ({
        ...figure,
        standardError: 1e-9,
        rows: { stable: 5_000, candidate: 999 },
      })),
      /999 of 1,000 planned requests$/,
    ],
  ])('never promotes on %s', async (_, figures, reason) => {
    portal.comparison = () =>
      HttpResponse.json(comparisonOf(...(figures as any)) as any);
    const { verdict } = await portal.get(reviewOf('canary'));
    expect(verdict.decision).toBe('hold');
    expect(verdict.reasons[0]).toMatch(reason);
  });

  it('never promotes on what is over', async () => {
    const answer = JSON.parse(JSON.stringify(HEALTHY));
    portal.comparison = () => HttpResponse.json(answer);
    const freshAt = (moment: string) => {
      answer.results[0].answer.freshAt = moment;
      return portal.get(reviewOf('canary'));
    };
    // Two days before now, and a minute more.
    const fresh = await freshAt('2026-06-01T12:01:00.000Z');
    expect(fresh.verdict.decision).toBe('promote');
    const stale = await freshAt('2026-06-01T11:59:00.000Z');
    expect(stale.evidence.freshAt).toBe('2026-06-01T11:59:00.000Z');
    expect(stale.verdict).toMatchObject({
      decision: 'hold',
      reasons: [
        'Nothing is known of the time since 2026-06-01 11:59 UTC: no newer request was logged.',
      ],
    });
  });

  it('recommends no end of a test that has not begun', async () => {
    const test = (phase: number) => ({
      type: 'ab-test',
      phase,
      plan: {
        phases: [
          { name: 'A/A check', traffic: 0 },
          { name: 'Test', traffic: 50 },
          { name: 'All', traffic: 100 },
        ],
      },
    });
    const recommended = async (phase: number) => {
      portal.entities = [deploymentOf('ab', { strategy: test(phase) })];
      const { verdict, actions } = await portal.get(reviewOf('ab'));
      expect(verdict.decision).toBe('promote');
      return actions.flatMap((one: any) => (one.recommended ? one.action : []));
    };
    expect(await recommended(0)).toEqual([]);
    expect(await recommended(1)).toEqual(['promote']);
  });

  it('needs no failure to tell that a candidate does not fail', async () => {
    portal.comparison = () =>
      HttpResponse.json(
        comparisonOf(
          {
            ...errors,
            standardError: 0.001,
            enough: {
              enough: false,
              reason: 'neither variant has both outcomes yet',
            },
          },
          { ...latency, standardError: 1 },
        ) as any,
      );
    const { verdict } = await portal.get(reviewOf('canary'));
    expect(verdict.decision).toBe('promote');
  });

  it('judges by usual rules where the plan has none, with quality where labels came', async () => {
    portal.comparison = () =>
      HttpResponse.json(
        comparisonOf(
          { ...errors, standardError: 0.001 },
          { ...latency, standardError: 1 },
          { metric: 'mae', stable: 10, candidate: 20, standardError: 0.1 },
        ) as any,
      );
    const { verdict, rollout } = await portal.get(reviewOf('bare'));
    // Twice the error: 2 against a limit of 1.05, and 3.2 times 0.02 between.
    expect(verdict.decision).toBe('roll-back');
    expect(
      verdict.criteria.map(({ rule, kind, state }: any) => [
        kind,
        rule.metric,
        rule.limit,
        state,
      ]),
    ).toEqual([
      ['check', 'error_ratio', 0.01, 'met'],
      ['check', 'latency_p95', 1.2, 'met'],
      ['check', 'mae', 1.05, 'broken'],
      ['stop-rule', 'error_ratio', 0.05, 'met'],
    ]);
    expect(rollout.phaseEndsAt).toBeUndefined();
  });

  it('ends a shadow, whatever the verdict', async () => {
    const healthy = await portal.get(reviewOf('shadow'));
    expect(portal.asked[0].url.searchParams.get('variant')).toBe('copy');
    const ends = [
      expect.objectContaining({
        action: 'end-shadow',
        title: 'End the shadow of version 2',
        recommended: true,
        failure: expect.stringContaining('airworthy.dev/manifests'),
      }),
    ];
    expect(healthy.verdict.decision).toBe('promote');
    expect(healthy.actions).toEqual(ends);
    portal.comparison = () => HttpResponse.json(SLOW as any);
    const slow = await portal.get(reviewOf('shadow'));
    expect(slow.verdict.decision).toBe('roll-back');
    expect(slow.actions).toEqual(ends);
  });

  it.each([
    ['done', 'The rollout is completed.'],
    ['back', 'The rollout was rolled back.'],
    ['planned', 'The rollout is planned and has not begun.'],
    ['still', /^The deployment names no strategy/],
  ])('has no verdict on %s, and says why', async (name, reason) => {
    const review = await portal.get(reviewOf(name));
    expect(review.noVerdict).toMatch(reason);
    expect(review.verdict).toBeUndefined();
    expect(review.actions).toEqual([]);
    expect(portal.asked).toEqual([]);
  });

  it('holds where there is nothing to compare, without asking', async () => {
    const { verdict } = await portal.get(reviewOf('alone'));
    expect(verdict.decision).toBe('hold');
    expect(verdict.reasons[0]).toMatch(/no candidate or shadow/);
    expect(portal.asked).toEqual([]);
  });

  it.each(['outside', 'away'])(
    'shows no file that it may not read (%s)',
    async name => {
      const { actions, manifests, verdict } = await portal.get(reviewOf(name));
      expect(verdict.decision).toBe('promote');
      expect(manifests).toBeUndefined();
      expect(actions[0]).toMatchObject({
        action: 'next-step',
        failure: expect.stringContaining('mlDeployment.manifests.localRoots'),
      });
    },
  );

  it('changes its revision with the rollout and with the verdict, and only then', async () => {
    const revision = async () =>
      (await portal.get(reviewOf('canary'))).revision;
    const first = await revision();
    setClock('2026-06-04T00:00:00Z');
    expect(await revision()).toBe(first);
    portal.comparison = () => HttpResponse.json(SLOW as any);
    const slow = await revision();
    expect(slow).not.toBe(first);
    portal.comparison = () => HttpResponse.json(HEALTHY as any);
    portal.entities = [
      deploymentOf('canary', { strategy: { ...CANARY, state: 'paused' } }),
    ];
    expect(new Set([first, slow, await revision()]).size).toBe(3);
  });

  it('is for those who may read', async () => {
    await portal.get(reviewOf('hidden'), { as: LIMITED, status: 404 });
    await portal.get(reviewOf('nothing'), { status: 404 });
    await portal.get(reviewOf('canary'), {
      token: 'nonsense',
      status: 401,
    } as any);
    portal.denied.add('mlDeployment.decide');
    const { may } = await portal.get(reviewOf('canary'));
    expect(may).toEqual({ decide: false, override: false });
    portal.denied.add('mlDeployment.read');
    await portal.get(reviewOf('canary'), { status: 403 });
  });

  it('answers services with what is theirs', async () => {
    const token = mockCredentials.service.token();
    const { verdict } = await portal.get(reviewOf('canary'), { token });
    expect(verdict.decision).toBe('promote');
    expect(portal.asked[0].token).toBe(
      `Bearer ${mockCredentials.service.token({
        onBehalfOf: mockCredentials.service(),
        targetPluginId: 'ml-monitoring',
      })}`,
    );
  });
});
