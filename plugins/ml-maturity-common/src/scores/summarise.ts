import { CompiledRubric } from '../evaluation/CompiledRubric';
import { CheckResult } from '../evaluation/types';
import { isScored } from './score';

/** Level and score without their explanation. @public */
export interface ScoreSummary {
  level: number;
  /** 0 to 1; null when nothing counts. */
  score: number | null;
  /** Waived checks that the level rests on. */
  waived: number;
}

/**
 * Level and score alone: what {@link computeScorecard} says of them, without
 * the cost of explaining it. For sweeps over many entities.
 *
 * @public
 */
export function summarise(
  { rubric, checkIndex }: CompiledRubric,
  results: readonly CheckResult[],
): ScoreSummary {
  const missing = new Array(rubric.levels.length).fill(0);
  const waivedAt = new Array(rubric.levels.length).fill(0);
  let passed = 0;
  let total = 0;
  for (const { checkId, status, counted } of results) {
    const index = checkIndex.get(checkId);
    if (!counted || index === undefined) continue;
    const { level: at, weight } = rubric.checks[index];
    if (isScored(status)) {
      total += weight;
      if (status === 'pass') passed += weight;
      else missing[at]++;
    } else {
      waivedAt[at]++;
    }
  }
  let level = 0;
  while (level + 1 < missing.length && missing[level + 1] === 0) level++;
  let waived = 0;
  for (let at = 1; at <= level; at++) waived += waivedAt[at];
  return { level, score: total > 0 ? passed / total : null, waived };
}
