import { CompiledRubric } from '../evaluation/CompiledRubric';
import { CheckResult } from '../evaluation/types';
import { levelReached, levelsOf, satisfies } from './levels';
import { mlTestScoreOf } from './mlTestScore';
import { Judged, scoreOf } from './score';
import { Scorecard } from './types';

/** Pairs results with the checks of the rubric that they are of. */
export function judge(
  { rubric, checkIndex }: CompiledRubric,
  results: readonly CheckResult[],
): Judged[] {
  const judged: Judged[] = [];
  for (const result of results) {
    const index = checkIndex.get(result.checkId);
    if (index !== undefined)
      judged.push({ check: rubric.checks[index], result });
  }
  return judged;
}

/**
 * Derives level, scores, phases and ML Test Score from an entity's results,
 * each with what it rests on.
 *
 * @public
 */
export function computeScorecard(
  compiled: CompiledRubric,
  results: readonly CheckResult[],
): Scorecard {
  const { rubric } = compiled;
  const judged = judge(compiled, results);
  const levels = levelsOf(rubric, judged);
  const level = levelReached(levels);
  return {
    level,
    waived: levels
      .filter(progress => progress.level > 0 && progress.level <= level)
      .reduce((sum, { waived }) => sum + waived, 0),
    score: scoreOf(judged),
    levels,
    categories: rubric.categories.map(({ id, title }) => ({
      id,
      title,
      ...scoreOf(judged.filter(({ check }) => check.category === id)),
    })),
    phases: rubric.phases.map(({ id, title }) => {
      const steps = judged.filter(
        ({ check, result }) =>
          check.phase === id && result.status !== 'not-applicable',
      );
      const counted = steps.filter(({ result }) => result.counted);
      return {
        id,
        title,
        ...scoreOf(judged.filter(({ check }) => check.phase === id)),
        done: counted.length > 0 && counted.every(satisfies),
        steps: steps.map(({ check }) => check.id),
      };
    }),
    mlTestScore: mlTestScoreOf(judged),
  };
}
