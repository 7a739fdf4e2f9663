import { InputError } from '@backstage/errors';
import {
  type ColumnProfile,
  doaneEdges,
  DRIFT_TEST_TITLES,
  type DriftPlan,
  type DriftPlanOptions,
  type DriftTest,
  innerProbabilities,
  planDrift,
  quantileEdges,
  sturgesEdges,
} from '@airworthy/plugin-ml-monitoring-common';
import { mergeBoundaries, nextUp } from './boundaries';
import { PERCENTILE_STEPS } from './percentiles';
import type { ColumnFacts } from './types';

/** Which tests are made. */
export interface DriftChoice extends DriftPlanOptions {
  /** Every test that fits the column. */
  allTests?: boolean;
}

/** Equally wide bins beside the percentiles, where a test needs the values and there are too many of them. */
const FINE_BINS = 500;

const TESTS = Object.keys(DRIFT_TEST_TITLES) as DriftTest[];

function tryPlan(
  profile: ColumnProfile,
  options: DriftPlanOptions,
): DriftPlan | undefined {
  try {
    return planDrift(profile, options);
  } catch (error) {
    // The test does not fit the column.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Plans of a column; `usable` says whether it was, or can be, counted for a plan. */
export function plansOf(
  profile: ColumnProfile,
  { ruleSet, test, allTests }: DriftChoice,
  usable: (plan: DriftPlan) => boolean,
): DriftPlan[] {
  const own = planDrift(profile, { ruleSet });
  if (!allTests) {
    const chosen = test && tryPlan(profile, { ruleSet, test });
    return [chosen && usable(chosen) ? chosen : own].filter(usable);
  }
  const first = (test && tryPlan(profile, { ruleSet, test })) ?? own;
  const others = TESTS.filter(other => other !== first.test).map(other =>
    tryPlan(profile, { ruleSet, test: other }),
  );
  return [first, ...others].filter(
    (plan): plan is DriftPlan => plan !== undefined && usable(plan),
  );
}

/** Whether current rows must be described before they can be counted. */
export const needsRange = ({ binning }: DriftPlan) =>
  binning.kind === 'sturges' || binning.kind === 'none';

/** What edges are told from where values are too many to be counted. */
export interface EdgeFacts {
  reference: ColumnFacts;
  percentiles: readonly number[];
  /** Where a plan needs it. */
  current?: Pick<ColumnFacts, 'rows' | 'min' | 'max'>;
  integer: boolean;
}

/** Quantiles at probabilities that are whole steps of the percentiles. */
function quantilesAt(percentiles: readonly number[], probabilities: number[]) {
  return probabilities.map(p => percentiles[Math.round(p * PERCENTILE_STEPS)]);
}

function fineEdges({ reference, percentiles, current }: EdgeFacts): number[] {
  const { min, max } = reference;
  const width = (max - min) / FINE_BINS;
  const inner = Array.from({ length: FINE_BINS + 1 }, (_, i) =>
    i === FINE_BINS ? max : min + i * width,
  );
  const outer =
    current && current.rows > 0
      ? [Math.min(min, current.min), Math.max(max, current.max)]
      : [];
  return mergeBoundaries(
    inner,
    // An approximate quantile may lie outside of the range by a rounding.
    percentiles.filter(value => value > min && value < max),
    outer,
  );
}

/** Edges of a plan's bins. */
export function edgesOfPlan(
  { binning }: DriftPlan,
  facts: EdgeFacts,
): number[] {
  const { reference, percentiles, current, integer } = facts;
  switch (binning.kind) {
    case 'quantiles':
      return quantileEdges(
        quantilesAt(percentiles, innerProbabilities(binning.bins)),
      );
    case 'doane':
      return doaneEdges(reference, { integer });
    case 'sturges':
      return sturgesEdges(
        current && current.rows > 0
          ? {
              ...reference,
              rows: reference.rows + current.rows,
              min: Math.min(reference.min, current.min),
              max: Math.max(reference.max, current.max),
            }
          : reference,
        { integer },
      );
    default:
      return fineEdges(facts);
  }
}

/** Bins that a chart shows. */
const SHOWN_BINS = 20;

/** Edges of equally wide bins for a chart: the middle 98 % of the baseline; what is outside has bins of its own. */
export function shownEdges(percentiles: readonly number[]): number[] {
  const [from, to] = quantilesAt(percentiles, [0.01, 0.99]);
  if (!(to > from)) return [from, from].filter(Number.isFinite);
  const rough = (to - from) / SHOWN_BINS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const width =
    [1, 2, 2.5, 5, 10].find(w => w * power >= rough * 0.999)! * power;
  const first = Math.floor(from / width);
  const last = Math.ceil(to / width);
  if (!Number.isFinite(first) || last - first > 3 * SHOWN_BINS)
    return [from, to];
  return Array.from({ length: last - first + 1 }, (_, i) =>
    // So that 3 * 0.1 is shown as 0.3.
    Number(((first + i) * width).toPrecision(12)),
  );
}

/**
 * Where rows outside of the baseline's range are told apart, and those at its
 * upper end: bins may go on from there where current values are greater.
 */
export function rangeBoundaries({ min, max }: ColumnFacts): number[] {
  return Number.isFinite(min) ? [min, max, nextUp(max)] : [];
}
