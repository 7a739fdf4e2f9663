import {
  DataHealth,
  FeatureHealth,
  ModelHealth,
  ServiceHealth,
  SourceAnswer,
  TimeWindow,
} from '@airworthy/plugin-ml-monitoring-common';
import {
  MonitoredDeployment,
  MonitoringCapability,
  MonitoringSource,
  SourceQuestion,
} from '@airworthy/plugin-ml-monitoring-node';

/** What a source says of itself in each answer. */
export function answerOf(
  window: TimeWindow,
  fields: Partial<SourceAnswer> = {},
): SourceAnswer {
  return {
    source: { type: 'fake', name: 'log' },
    window,
    rowsRead: 1_000,
    freshAt: new Date(Date.parse(window.to) - 60_000).toISOString(),
    answeredAt: window.to,
    notices: [],
    ...fields,
  };
}

/** How two variants serve. */
export function serviceOf(
  window: TimeWindow,
  errorRatio: { stable: number | null; canary: number | null },
): ServiceHealth {
  const part = (variant: string, ratio: number | null) => ({
    variant,
    requests: ratio === null ? 0 : 1_000,
    rate: ratio === null ? 0 : 1_000 / 3_600,
    errors: ratio === null ? 0 : ratio * 1_000,
    errorRatio: ratio,
    latency: { p50: 10, p95: 20, p99: 30 },
  });
  return {
    ...answerOf(window),
    variants: [
      part('stable', errorRatio.stable),
      part('canary', errorRatio.canary),
    ],
    series: [],
  };
}

/** A numeric feature that is as in its baseline. */
export function featureOf(
  feature: string,
  fields: Partial<FeatureHealth> = {},
): FeatureHealth {
  return {
    feature,
    type: 'numeric',
    rows: 1_000,
    missingShare: 0,
    baselineMissingShare: 0,
    nonFiniteShare: 0,
    outOfRangeShare: 0,
    unseenCategoryShare: null,
    distinct: 24,
    status: 'ok',
    ...fields,
  };
}

/** The inputs of a window. */
export function dataOf(
  window: TimeWindow,
  features: FeatureHealth[] = [featureOf('hour'), featureOf('origin')],
): DataHealth {
  return {
    ...answerOf(window),
    baseline: {
      kind: 'table',
      baseline: { path: 'baseline.parquet' },
      rows: 5_000,
    },
    features,
  };
}

/** Predictions of a window without labels. */
export function modelOf(window: TimeWindow): ModelHealth {
  return {
    ...answerOf(window),
    task: 'classification',
    series: [],
    slices: [],
  };
}

/** A source whose answers a test decides; it remembers what it was asked. */
export class FakeSource implements MonitoringSource {
  readonly type: string = 'fake';
  can: MonitoringCapability[] = ['service'];
  readonly asked: { what: string; entityRef: string; question: any }[] = [];
  service: (window: TimeWindow) => ServiceHealth | Promise<ServiceHealth> =
    window => serviceOf(window, { stable: 0, canary: 0 });
  data: (window: TimeWindow) => DataHealth | Promise<DataHealth> = window =>
    dataOf(window);
  model: (window: TimeWindow) => ModelHealth | Promise<ModelHealth> = window =>
    modelOf(window);

  capabilities(deployment: MonitoredDeployment) {
    return deployment.monitoring.inferenceLog ? this.can : [];
  }

  nameFor() {
    return 'log';
  }

  async serviceHealth(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ) {
    this.#note('service', deployment, question);
    return this.service(question.window);
  }

  async dataHealth(deployment: MonitoredDeployment, question: SourceQuestion) {
    this.#note('data', deployment, question);
    return this.data(question.window);
  }

  async modelHealth(deployment: MonitoredDeployment, question: SourceQuestion) {
    this.#note('model', deployment, question);
    return this.model(question.window);
  }

  #note(
    what: string,
    { entityRef }: MonitoredDeployment,
    question: SourceQuestion,
  ) {
    this.asked.push({ what, entityRef, question });
  }
}
