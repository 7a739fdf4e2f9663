import { Interval, wilsonInterval } from './intervals';
import { ScoreCounts } from './scores';

/** One point of a calibration curve. @public */
export interface CalibrationBin {
  from: number;
  to: number;
  rows: number;
  meanScore: number;
  /** Share of positives among the rows, with its interval. */
  positiveShare: number;
  interval: Interval;
}

/** How far scores are probabilities. @public */
export interface Calibration {
  rows: number;
  bins: CalibrationBin[];
  /** Mean gap between score and share of positives, weighted by rows. */
  expectedCalibrationError: number;
  brier: number;
  logLoss: number;
}

/** Nearest to 0 and 1 that a score is taken for: the resolution of a double, as in scikit-learn. */
const CLIP = 2 ** -52;

/**
 * Calibration curve over equally wide bins with the expected calibration
 * error (Guo, Pleiss, Sun and Weinberger 2017, ICML, section 2), Brier score
 * (Brier 1950, Monthly Weather Review 78) and log loss.
 *
 * @public
 */
export function calibrationOf(
  counts: ScoreCounts,
  options: { bins?: number; level?: number } = {},
): Calibration {
  const bins = options.bins ?? 10;
  const rows = counts.positives + counts.negatives;
  const sums = Array.from({ length: bins }, () => ({
    rows: 0,
    score: 0,
    positives: 0,
  }));
  let brier = 0;
  let logLoss = 0;
  for (const { score, positives, negatives } of counts.groups) {
    const bin = sums[Math.min(bins - 1, Math.floor(score * bins))];
    bin.rows += positives + negatives;
    bin.score += score * (positives + negatives);
    bin.positives += positives;
    brier += positives * (1 - score) ** 2 + negatives * score ** 2;
    const clipped = Math.min(1 - CLIP, Math.max(CLIP, score));
    logLoss -= positives * Math.log(clipped) + negatives * Math.log1p(-clipped);
  }
  const curve = sums.map(
    (sum, i): CalibrationBin => ({
      from: i / bins,
      to: (i + 1) / bins,
      rows: sum.rows,
      meanScore: sum.score / sum.rows,
      positiveShare: sum.positives / sum.rows,
      interval: wilsonInterval(sum.positives, sum.rows, options.level),
    }),
  );
  const gap = sums.reduce(
    (all, sum) => all + Math.abs(sum.score - sum.positives),
    0,
  );
  return {
    rows,
    bins: curve.filter(bin => bin.rows > 0),
    expectedCalibrationError: gap / rows,
    brier: brier / rows,
    logLoss: logLoss / rows,
  };
}
