/** @typedef {(scores: readonly number[], truths: readonly number[]) => number} Figure */

/** @param {readonly number[]} values */
const mean = values =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Chance that a yes is scored above a no, where equal scores count half.
 *
 * @type {Figure}
 */
export function rocAuc(scores, truths) {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && scores[order[end]] === scores[order[start]]) {
      end += 1;
    }
    const rank = (start + end + 1) / 2;
    for (let i = start; i < end; i++) rankSum += truths[order[i]] * rank;
    start = end;
  }
  const yes = truths.reduce((sum, truth) => sum + truth, 0);
  const no = truths.length - yes;
  return (rankSum - (yes * (yes + 1)) / 2) / (yes * no);
}

/** @type {Figure} */
export const logLoss = (scores, truths) =>
  mean(
    scores.map((score, i) => {
      const p = Math.min(1 - 1e-15, Math.max(1e-15, score));
      return -Math.log(truths[i] ? p : 1 - p);
    }),
  );

/** @type {Figure} */
export const meanSquare = (scores, truths) =>
  mean(scores.map((score, i) => (score - truths[i]) ** 2));

/** @type {Figure} */
export const accuracy = (scores, truths) =>
  mean(scores.map((score, i) => (score >= 0.5 === (truths[i] === 1) ? 1 : 0)));

/** @type {Figure} */
export const meanAbsolute = (scores, truths) =>
  mean(scores.map((score, i) => Math.abs(score - truths[i])));

/** @type {Figure} */
export function r2(scores, truths) {
  const centre = mean(truths);
  return (
    1 - meanSquare(scores, truths) / mean(truths.map(t => (t - centre) ** 2))
  );
}

/** @type {Record<string, Record<string, Figure>>} */
export const FIGURES = {
  'tabular-classification': {
    roc_auc: rocAuc,
    log_loss: logLoss,
    brier: meanSquare,
    accuracy,
  },
  'tabular-regression': {
    mae: meanAbsolute,
    rmse: (scores, truths) => Math.sqrt(meanSquare(scores, truths)),
    r2,
  },
};

const HIGHER = new Set(['roc_auc', 'accuracy', 'r2']);

/**
 * By how much a figure is better than another, in its own unit.
 *
 * @param {string} name
 * @param {number} value
 * @param {number} other
 */
export const gain = (name, value, other) =>
  HIGHER.has(name) ? value - other : other - value;
