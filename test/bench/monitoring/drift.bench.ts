/**
 * Time of drift and quality in one process: what is left to do after a log
 * was counted, and the whole of it from rows.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/bench/monitoring/drift.bench.ts [rows]
 */
import {
  assessDrift,
  assessSamples,
  compareValues,
  correctAssessments,
  countScores,
  countValues,
  edgesOfValues,
  histogramOf,
  kolmogorovSmirnov,
  planDrift,
  rankingQuality,
} from '@airworthy/plugin-ml-monitoring-common';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const FEATURES = 300;
const ROUNDS = 5;

/** Mulberry32: the same rows on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = random(42);
const normal = (mean: number) =>
  mean + Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const rows = (count: number, mean: number) =>
  Array.from({ length: count }, () => normal(mean));

function report(what: string, work: () => unknown) {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    samples.push(performance.now() - start);
  }
  samples.sort((a, b) => a - b);
  process.stdout.write(
    `${what.padEnd(58)} median ${samples[ROUNDS >> 1]
      .toFixed(1)
      .padStart(8)} ms, worst ${samples[ROUNDS - 1]
      .toFixed(1)
      .padStart(8)} ms\n`,
  );
}

process.stdout.write(
  `${ROWS} rows a side, ${ROUNDS} rounds, node ${process.version}\n`,
);

const reference = rows(ROWS, 0);
const current = rows(ROWS, 0.1);
const referenceValues = countValues(reference);
const currentValues = countValues(current);

report('count and sort the rows of one side', () => countValues(reference));
for (const ruleSet of ['default', 'evidently', 'nannyml'] as const) {
  report(`drift of one column from rows, ${ruleSet}`, () =>
    assessSamples({ type: 'numeric', reference, current }, { ruleSet }),
  );
}
report('Kolmogorov-Smirnov of counted values', () =>
  kolmogorovSmirnov(referenceValues, currentValues),
);

const small = {
  reference: countValues(rows(10_000, 0)),
  current: countValues(rows(9_999, 0.02)),
};
report('Kolmogorov-Smirnov, exact p, 10,000 against 9,999 rows', () =>
  kolmogorovSmirnov(small.reference, small.current),
);

const plan = planDrift({
  type: 'numeric',
  referenceRows: ROWS,
  referenceDistinct: referenceValues.values.length,
  distinct: referenceValues.values.length + currentValues.values.length,
});
const edges = edgesOfValues(plan.binning, referenceValues, currentValues);
const sides = {
  reference: {
    kind: 'histogram' as const,
    histogram: histogramOf(referenceValues, edges),
  },
  current: {
    kind: 'histogram' as const,
    histogram: histogramOf(currentValues, edges),
  },
};
report(`drift of ${FEATURES} columns from histograms, corrected`, () =>
  correctAssessments(
    Array.from({ length: FEATURES }, () => assessDrift(plan, sides)),
    'benjamini-hochberg',
  ),
);

const categories = (count: number, of: number) =>
  new Map(
    Array.from({ length: count }, (_, i) => [`category ${i}`, 1 + (i % of)]),
  );
const categorical = {
  reference: { kind: 'categories' as const, counts: categories(10_000, 7) },
  current: { kind: 'categories' as const, counts: categories(12_000, 5) },
};
for (const [ruleSet, referenceRows] of [
  ['default', 40_000],
  ['evidently', 1_000],
  ['nannyml', 40_000],
] as const) {
  const categoricalPlan = planDrift(
    {
      type: 'categorical',
      referenceRows,
      referenceDistinct: 10_000,
      distinct: 12_000,
    },
    { ruleSet },
  );
  report(`drift of 12,000 categories, ${ruleSet}`, () =>
    assessDrift(categoricalPlan, categorical),
  );
}

const scored = reference.map(value => ({
  score: 1 / (1 + Math.exp(-value)),
  positive: next() < 1 / (1 + Math.exp(-value)),
}));
report('ROC AUC and average precision from rows', () =>
  rankingQuality(countScores(scored)),
);
report('compare latencies, 1,000 resamples', () =>
  compareValues(reference.slice(0, 50_000), current.slice(0, 50_000)),
);
