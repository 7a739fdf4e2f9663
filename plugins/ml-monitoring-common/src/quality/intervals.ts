import { criticalValue } from '../numeric/normal';

/** A confidence interval. @public */
export interface Interval {
  lower: number;
  upper: number;
  /** Share of such intervals that hold the true figure, such as 0.95. */
  level: number;
}

/** The level of intervals where none is named. @public */
export const DEFAULT_LEVEL = 0.95;

/**
 * Wilson's score interval of a proportion (Wilson 1927, Journal of the
 * American Statistical Association 22; recommended by Brown, Cai and DasGupta
 * 2001, Statistical Science 16(2)).
 *
 * @public
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  level: number = DEFAULT_LEVEL,
): Interval {
  if (!(trials > 0)) return { lower: NaN, upper: NaN, level };
  const z2 = criticalValue(level) ** 2;
  const p = successes / trials;
  const centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (Math.sqrt(z2) / (1 + z2 / trials)) *
    Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === trials ? 1 : Math.min(1, centre + half),
    level,
  };
}

/** Interval of an estimate with a standard error, where it is about normal. @public */
export function normalInterval(
  estimate: number,
  standardError: number,
  level: number = DEFAULT_LEVEL,
): Interval {
  const half = criticalValue(level) * standardError;
  return { lower: estimate - half, upper: estimate + half, level };
}

/**
 * Interval of F1: F1 / (2 - F1) is the proportion of true positives among all
 * that are positive by label or prediction, so Wilson's interval of it is
 * carried over (Flores, Salicrú, Sánchez-Pla and Ocaña 2022, F1-Score
 * confidence intervals).
 *
 * @public
 */
export function f1Interval(
  counts: {
    truePositives: number;
    falsePositives: number;
    falseNegatives: number;
  },
  level: number = DEFAULT_LEVEL,
): Interval {
  const { truePositives, falsePositives, falseNegatives } = counts;
  const { lower, upper } = wilsonInterval(
    truePositives,
    truePositives + falsePositives + falseNegatives,
    level,
  );
  const f1 = (share: number) => (2 * share) / (1 + share);
  return { lower: f1(lower), upper: f1(upper), level };
}

/** Interval of the area under the ROC curve: Hanley and McNeil (1982), Radiology 143(1). @public */
export function rocAucInterval(
  auc: number,
  positives: number,
  negatives: number,
  level: number = DEFAULT_LEVEL,
): Interval {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance =
    (auc * (1 - auc) +
      (positives - 1) * (q1 - auc * auc) +
      (negatives - 1) * (q2 - auc * auc)) /
    (positives * negatives);
  const { lower, upper } = normalInterval(
    auc,
    Math.sqrt(Math.max(0, variance)),
    level,
  );
  return { lower: Math.max(0, lower), upper: Math.min(1, upper), level };
}
