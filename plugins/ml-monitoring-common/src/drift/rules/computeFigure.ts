import { InputError } from '@backstage/errors';
import {
  alignCategories,
  categoryRows,
  categoryShares,
  foldCategories,
} from '../categories';
import { chiSquareContingency, chiSquareFit } from '../chiSquare';
import {
  fillEmptyBins,
  hellingerDistance,
  jensenShannonDistance,
  kullbackLeibler,
  lInfinityDistance,
  populationStabilityIndex,
} from '../distances';
import {
  histogramRows,
  histogramShares,
  OutsideBins,
  SharePair,
} from '../histogram';
import {
  kolmogorovSmirnov,
  kolmogorovSmirnovOfHistograms,
} from '../kolmogorovSmirnov';
import { twoProportionTest } from '../twoProportions';
import { summariseValues } from '../values';
import {
  normaliseWasserstein,
  wassersteinDistance,
  wassersteinOfHistograms,
} from '../wasserstein';
import { DriftData, DriftSides } from './driftData';
import { DriftPlan } from './types';

/** A figure of drift. @public */
export interface DriftFigure {
  /** What is held against the limits: a distance, a statistic or a p-value. */
  value: number;
  statistic?: number;
  pValue?: number;
  /** How far the value can be from that of the rows themselves; 0 where it is exact. */
  error: number;
  /** Bins or categories compared. */
  bins?: number;
}

/** Rows of one side. */
export function rowsOf(data: DriftData): number {
  switch (data.kind) {
    case 'values':
      return data.values.rows;
    case 'histogram':
      return histogramRows(data.histogram);
    default:
      return categoryRows(data.counts);
  }
}

function mismatch(plan: DriftPlan, { reference, current }: DriftSides): never {
  throw new InputError(
    `The test ${plan.test} cannot compare ${reference.kind} with ${current.kind} by binning ${plan.binning.kind}`,
  );
}

const OUTSIDE: Record<string, OutsideBins> = {
  quantiles: 'each-side',
  sturges: 'none',
  doane: 'together',
};

function table(plan: DriftPlan, sides: DriftSides) {
  const { reference, current } = sides;
  if (reference.kind !== 'categories' || current.kind !== 'categories') {
    return mismatch(plan, sides);
  }
  const aligned = alignCategories(reference.counts, current.counts);
  const keep =
    plan.binning.kind === 'categories' ? plan.binning.keep : undefined;
  return keep === undefined ? aligned : foldCategories(aligned, keep);
}

/** Shares of the bins or categories of a plan, as shown side by side. @public */
export function driftShares(plan: DriftPlan, sides: DriftSides): SharePair {
  const { reference, current } = sides;
  if (reference.kind === 'histogram' && current.kind === 'histogram') {
    return histogramShares(
      reference.histogram,
      current.histogram,
      OUTSIDE[plan.binning.kind] ?? 'each-side',
    );
  }
  return categoryShares(
    table(plan, sides),
    plan.binning.kind === 'categories' ? plan.binning.unseen : 'each',
  );
}

function compareShares(plan: DriftPlan, sides: DriftSides): DriftFigure {
  const shares = driftShares(plan, sides);
  const compared = plan.emptyBins === 'filled' ? fillEmptyBins(shares) : shares;
  const distance = () => {
    switch (plan.test) {
      case 'psi':
        return populationStabilityIndex(compared);
      case 'jensen-shannon':
        return jensenShannonDistance(compared, plan.base);
      case 'kullback-leibler':
        return kullbackLeibler(compared);
      case 'hellinger':
        return hellingerDistance(compared);
      case 'l-infinity':
        return lInfinityDistance(compared);
      default:
        return mismatch(plan, sides);
    }
  };
  return { value: distance(), error: 0, bins: shares.reference.length };
}

function compareCounts(plan: DriftPlan, sides: DriftSides): DriftFigure {
  const counts = table(plan, sides);
  const bins = counts.categories.length;
  if (plan.test === 'z-test') {
    const side = (of: number[]) => ({
      successes: of[1] ?? 0,
      trials: of.reduce((sum, count) => sum + count, 0),
    });
    const { statistic, pValue } = twoProportionTest(
      side(counts.reference),
      side(counts.current),
    );
    return { value: pValue, statistic, pValue, error: 0, bins };
  }
  const { statistic, pValue } =
    plan.ruleSet === 'evidently'
      ? chiSquareFit(counts)
      : chiSquareContingency(counts);
  return { value: pValue, statistic, pValue, error: 0, bins };
}

function compareOrder(plan: DriftPlan, sides: DriftSides): DriftFigure {
  const { reference, current } = sides;
  if (reference.kind === 'histogram' && current.kind === 'histogram') {
    const { value, error } = kolmogorovSmirnovOfHistograms(
      reference.histogram,
      current.histogram,
    );
    // A p-value of a statistic that is not exact would be believed too much.
    return plan.figure === 'p-value'
      ? { value: NaN, statistic: value, error: NaN }
      : { value, statistic: value, error };
  }
  if (reference.kind !== 'values' || current.kind !== 'values') {
    return mismatch(plan, sides);
  }
  const { statistic, pValue } = kolmogorovSmirnov(
    reference.values,
    current.values,
  );
  const value = plan.figure === 'p-value' ? pValue : statistic;
  return { value, statistic, pValue, error: 0 };
}

function compareArea(plan: DriftPlan, sides: DriftSides): DriftFigure {
  const { reference, current } = sides;
  let deviation = sides.referenceDeviation;
  let figure: { value: number; error: number };
  if (reference.kind === 'histogram' && current.kind === 'histogram') {
    figure = wassersteinOfHistograms(reference.histogram, current.histogram);
  } else if (reference.kind === 'values' && current.kind === 'values') {
    deviation ??= summariseValues(reference.values).standardDeviation;
    const value = wassersteinDistance(reference.values, current.values);
    figure = { value, error: 0 };
  } else {
    return mismatch(plan, sides);
  }
  if (!plan.normed) return figure;
  if (deviation === undefined) {
    throw new InputError(
      'A normed Wasserstein distance of histograms needs referenceDeviation, the standard deviation of the baseline',
    );
  }
  return {
    value: normaliseWasserstein(figure.value, deviation),
    error: normaliseWasserstein(figure.error, deviation),
  };
}

/** Computes the figure of a plan; NaN where a side has no rows. @public */
export function computeFigure(plan: DriftPlan, sides: DriftSides): DriftFigure {
  if (rowsOf(sides.reference) === 0 || rowsOf(sides.current) === 0) {
    return { value: NaN, error: NaN };
  }
  switch (plan.test) {
    case 'kolmogorov-smirnov':
      return compareOrder(plan, sides);
    case 'wasserstein':
      return compareArea(plan, sides);
    case 'chi-square':
    case 'z-test':
      return compareCounts(plan, sides);
    default:
      return compareShares(plan, sides);
  }
}
