import { DEFAULT_LEVEL, rocAucInterval } from './intervals';
import { Estimate } from './confusion';
import { ScoreCounts } from './scores';

/** How well scores rank positives above negatives. @public */
export interface RankingQuality {
  positives: number;
  negatives: number;
  rocAuc: Estimate;
  /** How far the area can be from that of the rows, where groups hold several scores: half of the pairs within groups. */
  rocAucTies: number;
  /** Average precision. */
  prAuc: number;
}

/**
 * Area under the ROC curve as the share of pairs in the right order, ties as
 * half (Hanley and McNeil 1982, Radiology 143(1)), and average precision as
 * scikit-learn's `average_precision_score`: the sum of precision times the
 * step in recall, not interpolated.
 *
 * @public
 */
export function rankingQuality(
  counts: ScoreCounts,
  options: { level?: number } = {},
): RankingQuality {
  const { groups, positives, negatives } = counts;
  let below = 0;
  let ordered = 0;
  let tied = 0;
  for (const group of groups) {
    ordered += group.positives * (below + group.negatives / 2);
    tied += (group.positives * group.negatives) / 2;
    below += group.negatives;
  }
  let found = 0;
  let taken = 0;
  let precisionSum = 0;
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i];
    found += group.positives;
    taken += group.positives + group.negatives;
    if (group.positives > 0) precisionSum += group.positives * (found / taken);
  }
  const pairs = positives * negatives;
  const auc = pairs > 0 ? ordered / pairs : NaN;
  return {
    positives,
    negatives,
    rocAuc: {
      value: auc,
      interval: rocAucInterval(
        auc,
        positives,
        negatives,
        options.level ?? DEFAULT_LEVEL,
      ),
    },
    rocAucTies: pairs > 0 ? tied / pairs : NaN,
    prAuc: positives > 0 ? precisionSum / positives : NaN,
  };
}
