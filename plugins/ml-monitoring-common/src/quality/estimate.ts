import { calibrationOf } from './calibration';
import { DEFAULT_LEVEL, Interval, normalInterval } from './intervals';
import { ScoreCounts } from './scores';

/** Rows without labels by score; one group for each distinct score is exact. @public */
export interface UnlabelledScore {
  score: number;
  count: number;
  /** What the model answered; told from the threshold without it. */
  predicted?: boolean;
}

/**
 * Quality that is estimated, not measured: no label is used. It holds only
 * while scores are probabilities and the relation of inputs to labels has
 * not changed.
 *
 * @public
 */
export interface EstimatedQuality {
  estimated: true;
  rows: number;
  rocAuc: number;
  f1: number;
  precision: number;
  recall: number;
  specificity: number;
  accuracy: number;
  /** Interval of the accuracy, from the spread of the expected outcomes. */
  accuracyInterval: Interval;
}

/**
 * Confidence-based performance estimation: each row counts as positive by its
 * score (NannyML, `performance_estimation/confidence_based/metrics.py`;
 * Białek, Kuberski, Perrakis and Bifet 2024, arXiv 2401.08348).
 *
 * @public
 */
export function estimateQuality(
  scores: Iterable<UnlabelledScore>,
  options: { threshold: number; level?: number },
): EstimatedQuality {
  const groups = [...scores]
    .filter(({ score, count }) => score >= 0 && score <= 1 && count > 0)
    .sort((a, b) => a.score - b.score);
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  let trueNegatives = 0;
  let variance = 0;
  let rows = 0;
  let ordered = 0;
  for (let i = 0; i < groups.length; ) {
    const { score } = groups[i];
    const negativesBelow = falsePositives + trueNegatives;
    let predictedPositive = 0;
    let predictedNegative = 0;
    for (; i < groups.length && groups[i].score === score; i++) {
      const { count: here, predicted = score >= options.threshold } = groups[i];
      if (predicted) predictedPositive += here;
      else predictedNegative += here;
    }
    const count = predictedPositive + predictedNegative;
    const positives = score * count;
    const negatives = (1 - score) * count;
    ordered += positives * (negativesBelow + negatives / 2);
    truePositives += score * predictedPositive;
    falsePositives += (1 - score) * predictedPositive;
    falseNegatives += score * predictedNegative;
    trueNegatives += (1 - score) * predictedNegative;
    rows += count;
    variance += positives * (1 - score);
  }
  const positives = truePositives + falseNegatives;
  const negatives = falsePositives + trueNegatives;
  const share = (part: number, of: number) => (of > 0 ? part / of : NaN);
  const accuracy = share(truePositives + trueNegatives, rows);
  const level = options.level ?? DEFAULT_LEVEL;
  const interval = normalInterval(accuracy, Math.sqrt(variance) / rows, level);
  return {
    estimated: true,
    rows,
    rocAuc: share(ordered, positives * negatives),
    f1: share(
      truePositives,
      truePositives + (falsePositives + falseNegatives) / 2,
    ),
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, positives),
    specificity: share(trueNegatives, negatives),
    accuracy,
    accuracyInterval: {
      lower: Math.max(0, interval.lower),
      upper: Math.min(1, interval.upper),
      level,
    },
  };
}

/** Whether estimates can be believed, told from labelled rows of the reference. @public */
export interface CalibrationCheck {
  calibrated: boolean;
  expectedCalibrationError: number;
  limit: number;
  rows: number;
  /** Why not, in words. */
  reason?: string;
}

/** Expected calibration error up to which scores are taken for probabilities. */
const CALIBRATION_LIMIT = 0.05;
/** Fewer labelled rows do not tell. */
const CALIBRATION_ROWS = 500;

/** Checks that the scores of the reference are probabilities. @public */
export function checkCalibration(
  reference: ScoreCounts,
  options: { limit?: number; rows?: number } = {},
): CalibrationCheck {
  const limit = options.limit ?? CALIBRATION_LIMIT;
  const needed = options.rows ?? CALIBRATION_ROWS;
  const { rows, expectedCalibrationError } = calibrationOf(reference);
  let reason: string | undefined;
  if (rows < needed) {
    reason = `the reference has ${rows} labelled rows; expected at least ${needed}`;
  } else if (expectedCalibrationError > limit) {
    reason = `scores of the reference are off by ${expectedCalibrationError.toFixed(
      3,
    )} on average; expected at most ${limit}`;
  }
  return {
    calibrated: reason === undefined,
    expectedCalibrationError,
    limit,
    rows,
    ...(reason !== undefined && { reason }),
  };
}
