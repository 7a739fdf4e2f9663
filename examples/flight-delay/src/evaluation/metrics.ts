/** Figures of a binary classifier. */
export interface BinaryMetrics {
  roc_auc: number;
  pr_auc: number;
  log_loss: number;
  brier: number;
  accuracy: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Rows in descending order of score, with their number and that of positives at each distinct score. */
function* distinctScores(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
): Generator<{ score: number; rows: number; positives: number }> {
  const order = Float64Array.from(scores, (_, index) => index).sort(
    (a, b) => scores[b] - scores[a],
  );
  let at = 0;
  while (at < order.length) {
    const score = scores[order[at]];
    let rows = 0;
    let positives = 0;
    for (; at < order.length && scores[order[at]] === score; at++) {
      rows++;
      positives += labels[order[at]];
    }
    yield { score, rows, positives };
  }
}

/** Area under the ROC curve: the share of pairs in the right order, a tie counting half. */
export function rocAuc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  let positives = 0;
  let negatives = 0;
  let pairs = 0;
  for (const group of distinctScores(scores, labels)) {
    const below = group.rows - group.positives;
    pairs += below * (positives + group.positives / 2);
    positives += group.positives;
    negatives += below;
  }
  return pairs / (positives * negatives);
}

/** Average precision: precision at each score, weighted by the recall that it adds. */
export function averagePrecision(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  let seen = 0;
  let found = 0;
  let sum = 0;
  for (const group of distinctScores(scores, labels)) {
    seen += group.rows;
    found += group.positives;
    sum += group.positives * (found / seen);
  }
  return sum / found;
}

/** Mean negative log-likelihood. A score of 0 or 1 is moved by 1e-15 towards the middle. */
export function logLoss(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const p = Math.min(Math.max(scores[i], 1e-15), 1 - 1e-15);
    sum -= Math.log(labels[i] ? p : 1 - p);
  }
  return sum / scores.length;
}

/** Mean squared distance of score and outcome. */
export function brierScore(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += (scores[i] - labels[i]) ** 2;
  return sum / scores.length;
}

/** Figures of the answers that a threshold makes of the scores. */
export function thresholdMetrics(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  threshold: number,
): Pick<BinaryMetrics, 'accuracy' | 'precision' | 'recall' | 'f1'> {
  let truePositives = 0;
  let predicted = 0;
  let positives = 0;
  let right = 0;
  for (let i = 0; i < scores.length; i++) {
    const answer = scores[i] >= threshold ? 1 : 0;
    predicted += answer;
    positives += labels[i];
    truePositives += answer * labels[i];
    if (answer === labels[i]) right++;
  }
  return {
    accuracy: right / scores.length,
    precision: predicted ? truePositives / predicted : 0,
    recall: positives ? truePositives / positives : 0,
    f1:
      predicted + positives ? (2 * truePositives) / (predicted + positives) : 0,
  };
}

/** The score from which answering "yes" gives the best F1; of equals the highest. */
export function bestF1Threshold(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
): number {
  let total = 0;
  for (let i = 0; i < labels.length; i++) total += labels[i];
  let seen = 0;
  let found = 0;
  let best = { f1: -1, score: 0.5 };
  for (const group of distinctScores(scores, labels)) {
    seen += group.rows;
    found += group.positives;
    const f1 = (2 * found) / (seen + total);
    if (f1 > best.f1) best = { f1, score: group.score };
  }
  return best.score;
}

/** All figures of a set of scores. */
export function binaryMetrics(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  threshold: number,
): BinaryMetrics {
  return {
    roc_auc: rocAuc(scores, labels),
    pr_auc: averagePrecision(scores, labels),
    log_loss: logLoss(scores, labels),
    brier: brierScore(scores, labels),
    ...thresholdMetrics(scores, labels, threshold),
  };
}
