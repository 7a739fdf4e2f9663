import {
  ChangeMarker,
  DataHealth,
  DriftAssessment,
  DRIFT_TEST_TITLES,
  FeatureDetail,
  FeatureHealth,
  ModelHealth,
  PanelAnswer,
  ServiceHealth,
  SliceHealth,
  SourceAnswer,
} from '@airworthy/plugin-ml-monitoring-common';
import { DAY, fromLog, hoursAgo, seriesOf } from './series';
import { CHECKS, ENTITY_REF } from './status';

export const MARKERS: ChangeMarker[] = [
  {
    at: hoursAgo(9),
    kind: 'version',
    title: 'canary: version 2',
    variant: 'canary',
    modelVersion: '2',
  },
];

/** What a panel is answered where one source answers. */
export function panelOf<T extends SourceAnswer>(
  answer: T,
  part: Partial<PanelAnswer<T>> = {},
): PanelAnswer<T> {
  return {
    entityRef: ENTITY_REF,
    window: DAY,
    results: [{ ok: true, answer }],
    checks: CHECKS,
    markers: MARKERS,
    ...part,
  };
}

const BOTH = [
  { variant: 'stable', modelVersion: '1' },
  { variant: 'canary', modelVersion: '2' },
];

export const SERVICE: ServiceHealth = {
  ...fromLog(),
  variants: [
    {
      ...BOTH[0],
      requests: 11_000,
      rate: 0.127,
      errors: 12,
      errorRatio: 12 / 11_000,
      latency: { p50: 18, p95: 41, p99: 77 },
    },
    {
      ...BOTH[1],
      requests: 1_345,
      rate: 0.0156,
      errors: 2,
      errorRatio: 2 / 1_345,
      latency: { p50: 31, p95: 96.4, p99: null },
    },
  ],
  series: BOTH.flatMap((of, i) => [
    seriesOf('rate', '1/s', hour => (i ? 0.016 : 0.12) * (1 + hour / 60), of),
    seriesOf('error_ratio', 'ratio', hour => 0.001 + hour / 50_000, of),
    seriesOf('latency_p50', 'ms', hour => (i ? 30 : 18) + (hour % 4), of),
    seriesOf(
      'latency_p95',
      'ms',
      hour => (i && hour > 18 ? 96.4 : 40 + i * 5) + (hour % 3),
      of,
    ),
    seriesOf('latency_p99', 'ms', hour => (hour === 7 ? null : 77 + i), of),
  ]),
};

export function driftOf(part: Partial<DriftAssessment> = {}): DriftAssessment {
  const test = part.plan?.test ?? 'psi';
  return {
    value: 0.02,
    error: 0,
    status: 'ok',
    referenceRows: 40_000,
    currentRows: 12_345,
    limits: { warning: 0.1, critical: 0.25, inclusive: true },
    ...part,
    plan: {
      ruleSet: 'default',
      test,
      title: DRIFT_TEST_TITLES[test],
      figure: 'distance',
      binning: { kind: 'quantiles', bins: 10 },
      emptyBins: 'filled',
      limits: {
        kind: 'fixed',
        limits: { warning: 0.1, critical: 0.25, inclusive: true },
      },
      ...part.plan,
    },
  };
}

export function featureOf(
  feature: string,
  part: Partial<FeatureHealth> = {},
): FeatureHealth {
  return {
    feature,
    type: 'numeric',
    rows: 12_345,
    missingShare: 0,
    baselineMissingShare: 0,
    nonFiniteShare: 0,
    outOfRangeShare: 0,
    unseenCategoryShare: null,
    distinct: 24,
    drift: driftOf(),
    status: 'ok',
    ...part,
  };
}

export const DATA: DataHealth = {
  ...fromLog(),
  baseline: {
    kind: 'table',
    baseline: { path: 'flight-delay/baseline.parquet' },
    rows: 40_000,
  },
  features: [
    featureOf('distance'),
    featureOf('hour', {
      status: 'critical',
      drift: driftOf({ value: 0.31, status: 'critical' }),
    }),
    featureOf('origin', {
      type: 'categorical',
      status: 'warning',
      outOfRangeShare: null,
      unseenCategoryShare: 0.034,
      unseenCategories: ['XNA', 'BTV'],
      drift: driftOf({ value: 0.14, status: 'warning' }),
    }),
    featureOf('recent_delay_rate', {
      missingShare: 0.07,
      drift: undefined,
      status: 'unknown',
    }),
  ],
};

export const FEATURE: FeatureDetail = {
  ...fromLog(),
  feature: DATA.features[1],
  baseline: DATA.baseline,
  tests: [
    driftOf({ value: 0.31, status: 'critical' }),
    driftOf({
      value: 0.08,
      plan: {
        ...driftOf().plan,
        test: 'wasserstein',
        title: 'Wasserstein distance',
        ruleSet: 'evidently',
      },
    }),
  ],
  distribution: {
    bins: ['0 – 6', '6 – 12', '12 – 18', '18 – 24'],
    shares: {
      reference: [0.05, 0.4, 0.35, 0.2],
      current: [0.02, 0.2, 0.38, 0.4],
    },
  },
  series: [seriesOf('psi', '', hour => 0.05 + hour / 90)],
  quantiles: {
    probabilities: [0.05, 0.5, 0.95],
    reference: [6, 13, 21],
    current: [8, 16, 22],
  },
};

const estimate = (value: number) => ({
  value,
  interval: { lower: value - 0.01, upper: value + 0.01, level: 0.95 },
});

export const MODEL: ModelHealth = {
  ...fromLog(),
  task: 'classification',
  predictionDrift: driftOf({ value: 0.04 }),
  predictionDistribution: {
    bins: ['0.0', '0.2', '0.4', '0.6', '0.8'],
    shares: {
      reference: [0.3, 0.3, 0.2, 0.15, 0.05],
      current: [0.25, 0.3, 0.22, 0.15, 0.08],
    },
  },
  labels: { predictions: 12_345, labelled: 9_876, medianDelaySeconds: 12_600 },
  quality: {
    kind: 'classification',
    threshold: 0.5,
    quality: {
      rows: 9_876,
      accuracy: estimate(0.81),
      classes: [
        {
          class: 'delayed',
          precision: estimate(0.52),
          recall: estimate(0.31),
          f1: estimate(0.39),
          specificity: estimate(0.93),
          support: 1_950,
        },
      ],
      macro: { precision: 0.68, recall: 0.62, f1: 0.64 },
    },
    confusion: {
      classes: ['delayed', 'on time'],
      counts: [
        [605, 1_345],
        [558, 7_368],
      ],
      rows: 9_876,
    },
    ranking: {
      positives: 1_950,
      negatives: 7_926,
      rocAuc: estimate(0.68),
      rocAucTies: 0,
      prAuc: 0.41,
    },
    calibration: {
      rows: 9_876,
      expectedCalibrationError: 0.031,
      brier: 0.14,
      logLoss: 0.44,
      bins: [0.1, 0.3, 0.5, 0.7].map(score => ({
        from: score - 0.1,
        to: score + 0.1,
        rows: 2_000,
        meanScore: score,
        positiveShare: score - 0.03,
        interval: { lower: score - 0.06, upper: score, level: 0.95 },
      })),
    },
  },
  series: [seriesOf('roc_auc', '', hour => 0.7 - hour / 900, { spread: 0.03 })],
  slices: [],
};

export const SLICES: SliceHealth = {
  ...fromLog(),
  columns: ['part_of_day', 'origin_hub'],
  metric: 'roc_auc',
  overall: { value: 0.68, rows: 9_876 },
  slices: [
    {
      slice: { part_of_day: 'night' },
      rows: 410,
      metric: 'roc_auc',
      value: 0.55,
      lower: 0.48,
      upper: 0.62,
    },
    {
      slice: { part_of_day: 'morning' },
      rows: 4_100,
      metric: 'roc_auc',
      value: 0.7,
      lower: 0.68,
      upper: 0.72,
    },
  ],
};
