import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CompiledRubric } from '../evaluation/CompiledRubric';
import { CheckResult, CheckStatus } from '../evaluation/types';
import { Effort } from '../rubric/types';
import { judge } from '../scores/computeScorecard';
import { levelReached, levelsOf } from '../scores/levels';
import { Judged, scoreOf } from '../scores/score';
import { ActionButton, buttonsFor } from './buttons';

/** What each effort costs, in days of work, roughly. @public */
export const EFFORT_COST: Readonly<Record<Effort, number>> = {
  small: 1,
  medium: 3,
  large: 8,
};

/** Something that a team can do next. @public */
export interface NextBestAction {
  checkId: string;
  title: string;
  status: CheckStatus;
  level: number;
  effort: Effort;
  /** Levels that are reached once this check alone passes. */
  unlocks: number[];
  /** Checks that the next level waits for, this one included; 0 if it does not wait for this one. */
  remaining: number;
  /**
   * Share of levels that it is worth: for each level not reached that waits
   * for it, one divided by the number of checks that the level waits for.
   */
  levelProgress: number;
  /** By how much the score rises, 0 to 1. */
  scoreGain: number;
  /** One sentence. */
  explanation: string;
  /** What can be done, the best first. */
  buttons: ActionButton[];
}

interface Ranked {
  action: NextBestAction;
  cost: number;
  order: number;
}

function compare(a: Ranked, b: Ranked): number {
  return (
    b.action.levelProgress / b.cost - a.action.levelProgress / a.cost ||
    b.action.scoreGain / b.cost - a.action.scoreGain / a.cost ||
    a.order - b.order
  );
}

function explain(action: NextBestAction, next: number | undefined): string {
  const gain = `score +${Math.round(action.scoreGain * 1_000) / 10} %`;
  if (action.unlocks.length) {
    const [level] = action.unlocks.slice(-1);
    return `Alone it lifts the model to level ${level}; ${gain}.`;
  }
  if (action.remaining > 0) {
    return `One of ${action.remaining} checks that level ${next} waits for; ${gain}.`;
  }
  return action.levelProgress > 0
    ? `Counts for level ${action.level} later; ${gain}.`
    : `Does not change the level; ${gain}.`;
}

function isOpen({ result }: Judged): boolean {
  return (
    result.counted &&
    (result.status === 'fail' ||
      result.status === 'unknown' ||
      result.status === 'error')
  );
}

/**
 * What to do next, ranked by levels unlocked per effort.
 *
 * @remarks
 * A check is worth, for each level above the model's that waits for it, one
 * divided by the number of all checks that level waits for: 1 if it alone is
 * missing, 1/3 for one of three. Since level 2 waits for the checks of level
 * 1 too, these are worth more. That worth is divided by the effort; then the
 * gain in score by effort decides, then the order of the rubric.
 *
 * @public
 */
export function nextBestActions(
  compiled: CompiledRubric,
  results: readonly CheckResult[],
  options: { entity: Entity; limit?: number },
): NextBestAction[] {
  const judged = judge(compiled, results);
  const levels = levelsOf(compiled.rubric, judged);
  const level = levelReached(levels);
  const score = scoreOf(judged);
  const waiting = levels
    .filter(progress => progress.level > level)
    .map(progress => ({
      level: progress.level,
      missing: progress.missing.length + progress.missingBelow,
    }));
  const next = waiting[0]?.level;
  const entityRef = stringifyEntityRef(options.entity);
  return judged
    .filter(isOpen)
    .map((item, order): Ranked => {
      const { check, result } = item;
      const waitsFor =
        check.level > 0 ? waiting.filter(at => at.level >= check.level) : [];
      const action: NextBestAction = {
        checkId: check.id,
        title: check.title,
        status: result.status,
        level: check.level,
        effort: check.effort,
        unlocks: waitsFor
          .filter(({ missing }) => missing === 1)
          .map(at => at.level),
        remaining: waitsFor[0]?.level === next ? waitsFor[0]?.missing ?? 0 : 0,
        levelProgress: waitsFor.reduce(
          (sum, { missing }) => sum + 1 / missing,
          0,
        ),
        scoreGain: check.weight / score.total,
        explanation: '',
        buttons: buttonsFor(item, options.entity, entityRef),
      };
      action.explanation = explain(action, next);
      return { action, cost: EFFORT_COST[check.effort], order };
    })
    .sort(compare)
    .slice(0, options.limit)
    .map(({ action }) => action);
}
