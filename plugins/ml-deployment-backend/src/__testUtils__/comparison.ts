import { ComparedMetric } from '@airworthy/plugin-ml-monitoring-common';

interface Figure {
  metric: string;
  stable: number | null;
  candidate: number | null;
  /** Of the difference. */
  standardError: number | null;
  rows?: { stable: number; candidate: number };
  better?: ComparedMetric['better'];
  enough?: ComparedMetric['difference']['enough'];
}

// The 97.5th percentile of the normal distribution.
const Z = 1.959963984540054;

function metricOf(figure: Figure) {
  const { metric, stable, candidate, standardError } = figure;
  const isKnown =
    stable !== null && candidate !== null && standardError !== null;
  const difference = isKnown ? candidate - stable : null;
  const half = isKnown ? Z * standardError : 0;
  return {
    metric,
    title: metric,
    unit: '',
    better: figure.better ?? 'lower',
    difference: {
      stable,
      candidate,
      difference,
      interval: {
        lower: difference === null ? null : difference - half,
        upper: difference === null ? null : difference + half,
        level: 0.95,
      },
      pValue: null,
      method: 'a test',
      rows: figure.rows ?? { stable: 9_000, candidate: 1_000 },
      enough: figure.enough ?? { enough: true },
    },
  };
}

/** What monitoring answers where its one source compares. */
export const comparisonOf = (...figures: Figure[]) => ({
  results: [
    {
      ok: true,
      answer: {
        source: { type: 'duckdb', name: 'log.parquet' },
        metrics: figures.map(metricOf),
      },
    },
  ],
  checks: [],
  markers: [],
});

/** A candidate that is as good as the stable variant, on plenty of requests. */
export const HEALTHY = comparisonOf(
  {
    metric: 'error_ratio',
    stable: 0.002,
    candidate: 0.002,
    standardError: 0.001,
  },
  { metric: 'latency_p95', stable: 100, candidate: 102, standardError: 2 },
);

/** A candidate that takes five times as long. */
export const SLOW = comparisonOf(
  {
    metric: 'error_ratio',
    stable: 0.002,
    candidate: 0.002,
    standardError: 0.001,
  },
  { metric: 'latency_p95', stable: 130, candidate: 690, standardError: 12 },
);
