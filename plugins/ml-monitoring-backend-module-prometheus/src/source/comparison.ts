import {
  ComparedMetric,
  VariantComparison,
  VariantDifference,
  compareProportions,
  enoughData,
  mannWhitney,
} from '@airworthy/plugin-ml-monitoring-common';
import { ComparisonQuestion } from '@airworthy/plugin-ml-monitoring-node';
import { MILLISECONDS } from '../presets/types';
import {
  Buckets,
  quantileInterval,
  quantileOf,
  toBuckets,
  toValueCounts,
} from './histogram';
import { Inquiry, OwnedSample } from './Inquiry';
import { PERCENTILES } from './latency';
import { errorsOf, readCounts } from './serviceHealth';

interface Sides<T> {
  stable: T;
  candidate: T;
}

const LEVEL = 0.95;
const CRITICAL = 1.959963984540054;
const NO_INTERVAL = { lower: NaN, upper: NaN, level: LEVEL };

function sumOf(samples: OwnedSample[], variant: string): number | null {
  const values = samples.flatMap(sample =>
    sample.variant === variant && sample.value !== null ? [sample.value] : [],
  );
  return values.length ? values.reduce((sum, value) => sum + value, 0) : null;
}

/** The difference of two rates of events, each a Poisson count over the same time. */
function compareRates(
  counts: Sides<number>,
  seconds: number,
): VariantDifference {
  const { stable, candidate } = counts;
  const difference = (candidate - stable) / seconds;
  const spread = (CRITICAL * Math.sqrt(stable + candidate)) / seconds;
  return {
    stable: stable / seconds,
    candidate: candidate / seconds,
    difference,
    interval: {
      lower: difference - spread,
      upper: difference + spread,
      level: LEVEL,
    },
    // The rate is what was routed: a test of it would say nothing of the variant.
    pValue: NaN,
    method: 'counts over the window, normal interval of Poisson rates',
    rows: counts,
    enough: enoughData(stable, candidate),
  };
}

/** Differences of percentiles: intervals of both sides put together by MOVER (Zou and Donner 2008, Statistics in Medicine 27(10)). */
function compareBuckets(
  { stable, candidate }: Sides<Buckets>,
  quantile: number,
  pValue: number,
): VariantDifference {
  const [a, b] = [stable, candidate].map(side => quantileOf(side, quantile));
  const [ofA, ofB] = [stable, candidate].map(side =>
    quantileInterval(side, quantile),
  );
  const difference = b - a;
  const rows = {
    stable: Math.round(stable.total),
    candidate: Math.round(candidate.total),
  };
  return {
    stable: a,
    candidate: b,
    difference,
    interval: {
      lower: difference - Math.hypot(b - ofB.lower, ofA.upper - a),
      upper: difference + Math.hypot(ofB.upper - b, a - ofA.lower),
      level: LEVEL,
    },
    pValue,
    method:
      'Mann-Whitney test on the buckets of the histograms, interval of the difference of percentiles by order statistics',
    rows,
    enough: enoughData(rows.stable, rows.candidate, {
      pooledShare: 1 - quantile,
    }),
  };
}

function latencyMetric(
  name: string,
  difference: VariantDifference,
): ComparedMetric {
  return {
    metric: `latency_${name}`,
    title: name === 'mean' ? 'Mean latency' : `Latency ${name}`,
    unit: 'ms',
    better: 'lower',
    difference,
  };
}

function bucketsOf(
  samples: OwnedSample[],
  variant: string,
  factor: number,
): Buckets {
  const counts = new Map<string, number>();
  for (const { labels, value, variant: whose } of samples) {
    if (whose !== variant || !labels.le || value === null) continue;
    counts.set(labels.le, (counts.get(labels.le) ?? 0) + value);
  }
  const list = [...counts].map(([le, count]) => ({ le, count }));
  return toBuckets(list, factor);
}

async function readFromBuckets(
  inquiry: Inquiry,
  names: Sides<string>,
): Promise<ComparedMetric[]> {
  const { latencyBuckets } = inquiry.target.preset.queries;
  if (!latencyBuckets) return [];
  const samples = await inquiry.total(
    'The latency of the variants',
    latencyBuckets.query,
  );
  const factor = MILLISECONDS[latencyBuckets.unit];
  const sides = {
    stable: bucketsOf(samples, names.stable, factor),
    candidate: bucketsOf(samples, names.candidate, factor),
  };
  if (!sides.stable.total || !sides.candidate.total) return [];
  const { pValue } = mannWhitney(
    toValueCounts(sides.stable),
    toValueCounts(sides.candidate),
  );
  return PERCENTILES.map(([name, quantile]) =>
    latencyMetric(name, compareBuckets(sides, quantile, pValue)),
  );
}

/** Where the distribution is not exported, the figures stand side by side without a test. */
async function readFigures(
  inquiry: Inquiry,
  names: Sides<string>,
  rows: Sides<number>,
): Promise<ComparedMetric[]> {
  const { latency, meanLatency } = inquiry.target.preset.queries;
  const asked = [
    ...PERCENTILES.map(([name, quantile]) => ({
      name,
      quantile,
      timed: latency,
    })),
    { name: 'mean', quantile: undefined, timed: meanLatency },
  ];
  const metrics = await Promise.all(
    asked.map(async ({ name, quantile, timed }) => {
      const part = `The latency of the variants (${name})`;
      const samples = await inquiry.total(part, timed?.query, { quantile });
      const valueOf = (variant: string) => {
        const known = samples.flatMap(sample =>
          sample.variant === variant && sample.value !== null
            ? [sample.value]
            : [],
        );
        return known.length
          ? Math.max(...known) * MILLISECONDS[timed!.unit]
          : NaN;
      };
      const [stable, candidate] = [names.stable, names.candidate].map(valueOf);
      if (Number.isNaN(stable) || Number.isNaN(candidate)) return [];
      return [
        latencyMetric(name, {
          stable,
          candidate,
          difference: candidate - stable,
          interval: NO_INTERVAL,
          pValue: NaN,
          method: 'side by side, without a test',
          rows,
          enough: {
            enough: false,
            reason: 'the metrics do not tell how the latency is distributed',
          },
        }),
      ];
    }),
  );
  return metrics.flat();
}

/** Rate, error ratio and latency of two variants in the same window. */
export async function readComparison(
  inquiry: Inquiry,
  question: ComparisonQuestion,
): Promise<VariantComparison> {
  const names = {
    stable: question.stable.name,
    candidate: question.candidate.name,
  };
  const [counts, fromBuckets] = await Promise.all([
    readCounts(inquiry),
    readFromBuckets(inquiry, names),
  ]);
  const countsOf = (variant: string) => {
    const requests = sumOf(counts.requests, variant);
    const errors = errorsOf(inquiry, requests, sumOf(counts.errors, variant));
    if (requests === null)
      inquiry.note(`No series is of the variant ${variant}`);
    const rounded = Math.round(requests ?? 0);
    return {
      requests: rounded,
      // Extrapolated counts may leave more errors than requests.
      errors: errors === null ? null : Math.min(rounded, Math.round(errors)),
    };
  };
  const stable = countsOf(names.stable);
  const candidate = countsOf(names.candidate);
  const rows = { stable: stable.requests, candidate: candidate.requests };
  const metrics: ComparedMetric[] = [
    {
      metric: 'rate',
      title: 'Request rate',
      unit: '1/s',
      better: 'neither',
      difference: compareRates(rows, inquiry.windowSeconds),
    },
  ];
  if (stable.errors !== null && candidate.errors !== null) {
    metrics.push({
      metric: 'error_ratio',
      title: 'Error ratio',
      unit: 'share',
      better: 'lower',
      difference: compareProportions(
        { successes: stable.errors, trials: stable.requests },
        { successes: candidate.errors, trials: candidate.requests },
      ),
    });
  } else {
    inquiry.note(...inquiry.target.preset.notices);
  }
  const latency = fromBuckets.length
    ? fromBuckets
    : await readFigures(inquiry, names, rows);
  inquiry.note(
    'Counts are estimates: Prometheus extrapolates counters to the ends of the window',
  );
  return {
    ...inquiry.answer(undefined),
    stable: { variant: names.stable, modelVersion: question.stable.version },
    candidate: {
      variant: names.candidate,
      modelVersion: question.candidate.version,
      role: question.candidate.role === 'shadow' ? 'shadow' : 'candidate',
    },
    metrics: [...metrics, ...latency],
  };
}
