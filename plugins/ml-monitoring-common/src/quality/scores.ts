/**
 * Labelled rows by score, ascending: one group for each distinct score gives
 * exact figures; groups of near scores (a histogram) give close ones.
 *
 * @public
 */
export interface ScoreGroup {
  /** The score, or the mean score of the group. */
  score: number;
  positives: number;
  negatives: number;
}

/** Labelled rows by score, with what was left out. @public */
export interface ScoreCounts {
  groups: ScoreGroup[];
  positives: number;
  negatives: number;
  /** Rows left out since score or label is missing, or the score is no probability. */
  excluded: number;
}

/** Sorts groups by score and puts equal scores together. @public */
export function fromScoreGroups(groups: Iterable<ScoreGroup>): ScoreCounts {
  const counts: ScoreCounts = {
    groups: [],
    positives: 0,
    negatives: 0,
    excluded: 0,
  };
  const sorted: ScoreGroup[] = [];
  for (const group of groups) {
    if (group.score >= 0 && group.score <= 1) sorted.push(group);
    else counts.excluded += group.positives + group.negatives;
  }
  sorted.sort((a, b) => a.score - b.score);
  for (const group of sorted) {
    counts.positives += group.positives;
    counts.negatives += group.negatives;
    const last = counts.groups[counts.groups.length - 1];
    if (last?.score === group.score) {
      last.positives += group.positives;
      last.negatives += group.negatives;
    } else {
      counts.groups.push({ ...group });
    }
  }
  return counts;
}

/** Counts rows by distinct score. @public */
export function countScores(
  rows: Iterable<{
    score: number | null | undefined;
    positive: boolean | null | undefined;
  }>,
): ScoreCounts {
  const groups: ScoreGroup[] = [];
  let unlabelled = 0;
  for (const { score, positive } of rows) {
    if (typeof positive !== 'boolean') unlabelled++;
    else {
      groups.push({
        score: score ?? NaN,
        positives: Number(positive),
        negatives: Number(!positive),
      });
    }
  }
  const counts = fromScoreGroups(groups);
  return { ...counts, excluded: counts.excluded + unlabelled };
}
