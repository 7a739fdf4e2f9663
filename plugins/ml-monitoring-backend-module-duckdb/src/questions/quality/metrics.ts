import {
  f1Interval,
  type Interval,
  regressionQuality,
  rocAucInterval,
  wilsonInterval,
} from '@airworthy/plugin-ml-monitoring-common';
import type { BinarySums } from './binarySums';
import type { PartOfRegression } from './regressionSums';
import type { RightSums } from './rightSums';

/** A figure of part of the rows. */
export interface PartFigure {
  value: number | null;
  interval?: Interval;
  /** Rows that it is of. */
  rows: number;
}

/** How a metric is told from the sums of a part. */
export interface PartMetric<T> {
  metric: string;
  unit: string;
  better: 'higher' | 'lower';
  of(sums: T): PartFigure;
}

function figure(value: number, rows: number, interval?: Interval): PartFigure {
  if (!Number.isFinite(value)) return { value: null, rows };
  const known =
    interval &&
    Number.isFinite(interval.lower) &&
    Number.isFinite(interval.upper);
  return { value, rows, ...(known && { interval }) };
}

function proportion(part: number, of: number): PartFigure {
  return figure(of > 0 ? part / of : NaN, of, wilsonInterval(part, of));
}

function f1Of(sums: BinarySums): PartFigure {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = sums;
  const all = truePositives + (falsePositives + falseNegatives) / 2;
  return figure(
    all > 0 ? truePositives / all : NaN,
    truePositives + falsePositives + falseNegatives + trueNegatives,
    f1Interval({ truePositives, falsePositives, falseNegatives }),
  );
}

/** Metrics of a binary classification with scores; the main one first. */
export const BINARY_METRICS: PartMetric<BinarySums>[] = [
  {
    metric: 'roc_auc',
    unit: 'share',
    better: 'higher',
    of: ({ ordered, positives, negatives }) => {
      const auc = ordered / (positives * negatives);
      return figure(
        auc,
        positives + negatives,
        rocAucInterval(auc, positives, negatives),
      );
    },
  },
  {
    metric: 'accuracy',
    unit: 'share',
    better: 'higher',
    of: sums =>
      proportion(
        sums.truePositives + sums.trueNegatives,
        sums.truePositives +
          sums.trueNegatives +
          sums.falsePositives +
          sums.falseNegatives,
      ),
  },
  { metric: 'f1', unit: 'share', better: 'higher', of: f1Of },
  {
    metric: 'precision',
    unit: 'share',
    better: 'higher',
    of: ({ truePositives, falsePositives }) =>
      proportion(truePositives, truePositives + falsePositives),
  },
  {
    metric: 'recall',
    unit: 'share',
    better: 'higher',
    of: ({ truePositives, falseNegatives }) =>
      proportion(truePositives, truePositives + falseNegatives),
  },
  {
    metric: 'brier',
    unit: '',
    better: 'lower',
    of: ({ squaredError, positives, negatives }) =>
      figure(squaredError / (positives + negatives), positives + negatives),
  },
];

/** Metrics of a classification without scores. */
export const CLASS_METRICS: PartMetric<RightSums>[] = [
  {
    metric: 'accuracy',
    unit: 'share',
    better: 'higher',
    of: ({ right, judged }) => proportion(right, judged),
  },
];

const regression = (metric: 'mae' | 'rmse'): PartMetric<PartOfRegression> => ({
  metric,
  unit: '',
  better: 'lower',
  of: ({ sums }) => {
    const { value, interval } = regressionQuality(sums)[metric];
    return figure(value, sums.rows, interval);
  },
});

/** Metrics of a regression. */
export const REGRESSION_METRICS: PartMetric<PartOfRegression>[] = [
  regression('mae'),
  regression('rmse'),
  {
    metric: 'mape',
    unit: 'share',
    better: 'lower',
    of: ({ sums }) => figure(regressionQuality(sums).mape, sums.relativeRows),
  },
];
