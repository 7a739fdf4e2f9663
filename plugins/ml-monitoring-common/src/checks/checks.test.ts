import fc from 'fast-check';
import type {
  DataHealth,
  FeatureHealth,
  ModelHealth,
  ServiceHealth,
  SourceAnswer,
  VariantService,
} from '../api';
import { assessSamples } from '../drift/rules/assessSamples';
import { classificationQuality, confusionMatrix } from '../quality/confusion';
import { HEALTH_STATUSES } from '../status/types';
import { JudgedDeployment, checkId, mergeChecks } from './judge';
import { judgeData, judgeDataAge } from './judgeData';
import { judgeAgreement, judgeModel, judgeModelAge } from './judgeModel';
import { judgeService } from './judgeService';
import { registeredFigure } from './registered';

const window = {
  from: '2026-06-01T00:00:00.000Z',
  to: '2026-06-02T00:00:00.000Z',
};
const answer: SourceAnswer = {
  source: { type: 'duckdb', name: 'log' },
  window,
  rowsRead: 100,
  answeredAt: window.to,
  notices: [],
};
const deployment = (
  fields: Partial<JudgedDeployment> = {},
): JudgedDeployment => ({
  task: 'classification',
  monitoring: {},
  variants: [
    { name: 'stable', role: 'stable', version: '1', traffic: 100 },
    { name: 'shadow', role: 'shadow', version: '2', traffic: 50 },
  ],
  ...fields,
});
const brief = (checks: ReturnType<typeof judgeService>) =>
  checks.map(({ id, status, value }) => [id, status, value]);

describe('checks of service', () => {
  const part = (fields: Partial<VariantService>): VariantService => ({
    variant: 'stable',
    requests: 100,
    rate: 1,
    errors: 0,
    errorRatio: 0,
    latency: { p50: 10, p95: 50, p99: 90 },
    ...fields,
  });
  const service = (...variants: VariantService[]): ServiceHealth => ({
    ...answer,
    variants,
    series: [],
  });

  it('hold each variant against the limit that is most its own', () => {
    const monitoring = {
      thresholds: [
        { metric: 'error_ratio', warning: 0.1 },
        { metric: 'error_ratio', variant: 'shadow', warning: 0.5 },
        { metric: 'latency_p95', warning: 40, critical: 60 },
      ],
    };
    const health = service(
      part({ errorRatio: 0.2 }),
      part({ variant: 'shadow', errorRatio: 0.2, latency: latencies(70) }),
    );
    expect(
      brief(judgeService(deployment({ monitoring }), health, window)),
    ).toEqual([
      ['service:error_ratio:stable', 'warning', 0.2],
      ['service:latency_p95:stable', 'warning', 50],
      ['service:error_ratio:shadow', 'ok', 0.2],
      ['service:latency_p95:shadow', 'critical', 70],
    ]);
  });

  it('put the versions of a variant together by their requests', () => {
    const health = service(
      part({ modelVersion: '1', requests: 900, errors: 0, errorRatio: 0 }),
      part({ modelVersion: '2', requests: 100, errors: 20, errorRatio: 0.2 }),
    );
    const [check] = judgeService(deployment(), health, window);
    expect([check.value, check.status]).toEqual([0.02, 'warning']);
  });

  it('are unknown for a declared variant that nobody asked, and for silence', () => {
    const reasons = (health: ServiceHealth) =>
      judgeService(deployment(), health, window).map(
        ({ id, status, reason }) => [id, status, reason],
      );
    expect(reasons(service(part({})))[1]).toEqual([
      'service:error_ratio:shadow',
      'unknown',
      'no requests in the window',
    ]);
    expect(reasons(service())).toEqual([
      ['service:error_ratio:stable', 'unknown', 'no requests in the window'],
      ['service:error_ratio:shadow', 'unknown', 'no requests in the window'],
    ]);
    // A source that does not tell variants apart is not asked for them.
    expect(reasons(service(part({ variant: undefined })))).toEqual([
      ['service:error_ratio', 'ok', undefined],
    ]);
  });

  it('leave out a variant that gets no traffic', () => {
    const blueGreen = deployment({
      variants: [
        { name: 'blue', role: 'stable', version: '1', traffic: 100 },
        { name: 'green', role: 'candidate', version: '2', traffic: 0 },
      ],
    });
    const ids = (requests: number) =>
      judgeService(
        blueGreen,
        service(
          part({ variant: 'blue' }),
          part({ variant: 'green', requests, errorRatio: null }),
        ),
        window,
      ).map(({ id }) => id);
    expect(ids(0)).toEqual(['service:error_ratio:blue']);
    // Somebody calls it all the same.
    expect(ids(5)).toHaveLength(2);
  });

  it('name each figure that is known, with limits or without', () => {
    const heard: string[] = [];
    judgeService(
      deployment({ onFigure: ({ metric }) => heard.push(metric) }),
      service(part({ variant: undefined, latency: latencies(null) })),
      window,
    );
    expect(heard).toEqual(['error_ratio', 'rate']);
  });

  function latencies(p95: number | null) {
    return { p50: null, p95, p99: null };
  }
});

describe('checks of inputs', () => {
  const feature = (fields: Partial<FeatureHealth> = {}): FeatureHealth => ({
    feature: 'hour',
    type: 'numeric',
    rows: 100,
    missingShare: 0.1,
    baselineMissingShare: 0.1,
    nonFiniteShare: 0,
    outOfRangeShare: 0,
    unseenCategoryShare: null,
    distinct: 24,
    status: 'ok',
    ...fields,
  });
  const data = (
    features: FeatureHealth[],
    fields: Partial<DataHealth> = {},
  ): DataHealth => ({
    ...answer,
    baseline: { kind: 'table', baseline: { path: 'b' }, rows: 1_000 },
    features,
    ...fields,
  });
  const values = (from: number) =>
    Array.from({ length: 1_000 }, (_, i) => from + (i % 100));

  it('compare missing values and types with the baseline, where there is one', () => {
    const health = data([
      feature({
        missingShare: 0.5,
        baselineMissingShare: 0.25,
        outOfRangeShare: 0.02,
      }),
      feature({
        feature: 'hub',
        type: 'categorical',
        baselineType: 'numeric',
        nonFiniteShare: null,
        outOfRangeShare: null,
        unseenCategoryShare: 0.5,
      }),
    ]);
    const of = { aspects: ['invariants'] } as const;
    const checks = judgeData(deployment(), health, window, of);
    expect(brief(checks)).toEqual([
      ['data:type_change:hour', 'ok', 0],
      ['data:non_finite_share:hour', 'ok', 0],
      ['data:missing_share_increase:hour', 'critical', 0.25],
      ['data:out_of_range_share:hour', 'warning', 0.02],
      ['data:type_change:hub', 'critical', 1],
      ['data:missing_share_increase:hub', 'ok', 0],
      ['data:unseen_category_share:hub', 'critical', 0.5],
    ]);
    expect(checks[4].reason).toBe('numeric in the baseline, categorical now');
    const without = data(health.features, { baseline: undefined });
    expect(brief(judgeData(deployment(), without, window, of))).toEqual([
      ['data:non_finite_share:hour', 'ok', 0],
    ]);
  });

  it('are unknown without rows, and for a feature that the log lacks', () => {
    const monitoring = {
      inferenceLog: { path: 'x', features: ['hour', 'gone'] },
    };
    const health = data([feature({ rows: 0, missingShare: null })]);
    const checks = judgeData(deployment({ monitoring }), health, window);
    expect(new Set(checks.map(({ status }) => status))).toEqual(
      new Set(['unknown']),
    );
    expect(checks[checks.length - 1]).toMatchObject({
      id: 'data:type_change:gone',
      reason: 'duckdb has no column of this name',
    });
  });

  it('take the limits of the rule set for drift, else those of the entity', () => {
    const drift = assessSamples({
      type: 'numeric',
      reference: values(0),
      current: values(20),
    });
    const health = data([feature({ drift })]);
    const of = { aspects: ['drift'] } as const;
    const [check] = judgeData(deployment(), health, window, of);
    expect(check).toMatchObject({
      id: 'data:psi:hour',
      metric: 'psi',
      feature: 'hour',
      status: 'critical',
      threshold: { warning: 0.1, critical: 0.25, origin: 'default' },
    });
    expect(check.title).toContain('Drift of hour (');
    const monitoring = {
      thresholds: [{ metric: 'psi', feature: 'hour', warning: 100 }],
    };
    const [own] = judgeData(deployment({ monitoring }), health, window, of);
    expect([own.status, own.threshold?.origin]).toEqual(['ok', 'entity']);
    // Limits do not make known what too few rows leave unknown.
    const few = assessSamples({
      type: 'numeric',
      reference: [1, 2],
      current: [1, 2],
    });
    const [unknown] = judgeData(
      deployment({ monitoring }),
      data([feature({ drift: few })]),
      window,
      of,
    );
    expect([unknown.status, unknown.reason]).toEqual(['unknown', few.reason]);
  });

  it('tell the age of the newest data', () => {
    const age = (freshAt: string | undefined, fields = {}) =>
      judgeDataAge(deployment(fields), [{ freshAt, rowsRead: 0 }], window);
    expect(age('2026-06-01T18:00:00Z')).toMatchObject({
      id: 'data:data_age',
      value: 21_600,
      status: 'ok',
    });
    expect(age('2026-05-30T00:00:00Z')).toMatchObject({
      status: 'unknown',
      reason: 'no data in the window',
    });
    expect(age(undefined)).toMatchObject({ value: null, status: 'unknown' });
    const thresholds = [{ metric: 'data_age', warning: 3_600 }];
    expect(
      age('2026-06-01T18:00:00Z', { monitoring: { thresholds } }).status,
    ).toBe('warning');
  });
});

describe('checks of a model', () => {
  const cells = [
    { label: 'late', prediction: 'late', count: 30 },
    { label: 'late', prediction: 'on time', count: 10 },
    { label: 'on time', prediction: 'late', count: 20 },
    { label: 'on time', prediction: 'on time', count: 40 },
  ];
  const confusion = confusionMatrix(cells);
  const model = (fields: Partial<ModelHealth> = {}): ModelHealth => ({
    ...answer,
    task: 'classification',
    series: [],
    slices: [],
    ...fields,
  });
  const measured = model({
    quality: {
      kind: 'classification',
      quality: classificationQuality(confusion),
      confusion,
    },
  });

  it('hold quality against what the stable version is registered with', () => {
    // Precision 30/50, recall 30/40: F1 = 2 * 0.6 * 0.75 / 1.35.
    const f1 = (2 * 0.6 * 0.75) / 1.35;
    const [check] = judgeModel(
      deployment({
        monitoring: { inferenceLog: { path: 'x', positiveLabel: 'late' } },
        stableVersion: {
          version: '1',
          metrics: [{ name: 'F1 score', value: 80, unit: 'percent' }],
        },
      }),
      measured,
      window,
    );
    expect(check).toMatchObject({
      id: 'model:f1_drop',
      value: expect.closeTo(0.8 - f1, 12),
      status: 'critical',
      reason: '0.8 at registration',
    });
    // Without anything to compare with there is no loss to tell.
    expect(judgeModel(deployment(), measured, window)).toEqual([]);
  });

  it('take the mean over the classes where none is the positive one', () => {
    const monitoring = { thresholds: [{ metric: 'precision', warning: 1 }] };
    const [check] = judgeModel(deployment({ monitoring }), measured, window);
    // 30/50 and 40/50.
    expect(check.value).toBeCloseTo(0.7, 12);
  });

  it('wait for labels, and say so', () => {
    const labels = { predictions: 10, labelled: 0 };
    const monitoring = {
      thresholds: [
        { metric: 'roc_auc', warning: 0.6, direction: 'below' as const },
        { metric: 'label_share', warning: 0.5, direction: 'below' as const },
      ],
    };
    expect(
      judgeModel(deployment({ monitoring }), model({ labels }), window).map(
        ({ id, status, reason }) => [id, status, reason],
      ),
    ).toEqual([
      ['model:roc_auc', 'unknown', 'no labels have arrived'],
      ['model:label_share', 'warning', undefined],
    ]);
  });

  it('count answers that the token limit cut off', () => {
    const generation = {
      inputTokens: 1,
      outputTokens: 1,
      timeToFirstTokenMs: { p50: 1, p95: 2_500, p99: 1 },
      tokensPerSecond: 9,
      finishReasons: { stop: 6, length: 3, MAX_TOKENS: 1 },
    };
    expect(
      brief(
        judgeModel(
          deployment({ task: 'generation' }),
          model({ task: 'generation', generation }),
          window,
        ),
      ),
    ).toEqual([
      ['model:time_to_first_token_p95', 'warning', 2_500],
      ['model:truncated_share', 'critical', 0.4],
    ]);
  });

  it('tell age and agreement where they have limits', () => {
    const monitoring = {
      thresholds: [
        { metric: 'model_age_days', warning: 30 },
        { metric: 'agreement', warning: 0.9, direction: 'below' as const },
      ],
    };
    const of = deployment({
      monitoring,
      stableVersion: { version: '1', createdAt: '2026-04-23T00:00:00Z' },
    });
    expect(brief(judgeModelAge(of, window))).toEqual([
      ['model:model_age_days', 'warning', 40],
    ]);
    expect(judgeModelAge(deployment(), window)).toEqual([]);
    const agreement = { variant: 'shadow', share: 0.8, pairs: 10 };
    expect(brief(judgeAgreement(of, agreement, window))).toEqual([
      ['model:agreement:shadow', 'warning', 0.8],
    ]);
    expect(
      judgeAgreement(of, { ...agreement, pairs: 0 }, window),
    ).toMatchObject([{ status: 'unknown' }]);
  });
});

describe('registeredFigure', () => {
  it('reads usual spellings, all data only, and percent as shares', () => {
    const version = {
      metrics: [
        { name: 'AUROC', value: 0.5, slice: 'hub=A' },
        { name: 'AUROC', value: 0.7 },
        { name: 'Accuracy', value: 91, unit: 'percent' },
      ],
    };
    expect(registeredFigure(version, 'roc_auc')).toBe(0.7);
    expect(registeredFigure(version, 'accuracy')).toBe(0.91);
    expect(registeredFigure(version, 'f1')).toBeUndefined();
    expect(registeredFigure(undefined, 'f1')).toBeUndefined();
  });
});

describe('mergeChecks', () => {
  it('keeps one check for each id: known before unknown, then the worse', () => {
    const checks = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        status: fc.constantFrom(...HEALTH_STATUSES),
      }),
    );
    // From what says least to what says most.
    const order = ['unknown', 'ok', 'warning', 'critical'];
    fc.assert(
      fc.property(checks, list => {
        const merged = mergeChecks(list as any);
        for (const id of ['a', 'b', 'c']) {
          const best = list
            .filter(one => one.id === id)
            .map(({ status }) => order.indexOf(status));
          const found = merged.filter(one => one.id === id);
          expect(found.map(({ status }) => status)).toEqual(
            best.length ? [order[Math.max(...best)]] : [],
          );
        }
      }),
    );
  });
});

describe('checkId', () => {
  it('is of the parts that there are', () => {
    expect(
      checkId({ group: 'data', metric: 'psi', feature: 'recent_delay_rate' }),
    ).toBe('data:psi:recent_delay_rate');
    expect(
      checkId({ group: 'service', metric: 'error_ratio', variant: 'canary' }),
    ).toBe('service:error_ratio:canary');
  });
});
