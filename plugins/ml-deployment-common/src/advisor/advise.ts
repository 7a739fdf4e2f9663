import { AdviceAnswers } from './answers';
import { ADVICE_QUESTIONS, alternativesOf } from './alternatives';
import { rankStrategies } from './rank';
import { Advice, AdviceChange, RankedStrategy } from './types';

/** Points by which the first choice is clear. */
const CLEAR_MARGIN = 1;

/* Strategies that compare and then end: something else brings the version to all users. */
const NOT_A_RELEASE = ['shadow', 'ab-test'];

function changesOf(
  answers: AdviceAnswers,
  first: RankedStrategy,
): AdviceChange[] {
  const changes = new Map<string, AdviceChange>();
  for (const question of ADVICE_QUESTIONS) {
    for (const other of alternativesOf(answers, question)) {
      const [best] = rankStrategies(other);
      if (best.strategy === first.strategy) continue;
      // Several answers to a question that lead to the same are told once.
      const key = `${question} ${best.strategy}`;
      if (changes.has(key)) continue;
      changes.set(key, {
        question,
        answer: other[question],
        first: best.strategy,
      });
    }
  }
  return [...changes.values()];
}

/**
 * Ranks the strategies for a situation, says why, and what would change it.
 *
 * @remarks
 *
 * Each rule adds points for or against one strategy, or rules it out; a rule
 * whose question is not answered says nothing. What would change the first
 * choice is found by trying each other answer to each question. Pure: the same
 * answers give the same advice in a browser and in a backend.
 *
 * @public
 */
export function adviseStrategy(answers: AdviceAnswers): Advice {
  const ranking = rankStrategies(answers);
  const [first, second] = ranking;
  const changes = changesOf(answers, first);
  const release = ranking.find(
    ({ strategy, possible }) => possible && !NOT_A_RELEASE.includes(strategy),
  );
  const open = ADVICE_QUESTIONS.filter(
    question =>
      answers[question] === undefined &&
      changes.some(change => change.question === question),
  );
  return {
    answers,
    ranking,
    ...(NOT_A_RELEASE.includes(first.strategy) && release
      ? { followedBy: release.strategy }
      : {}),
    changes: changes.filter(({ question }) => answers[question] !== undefined),
    open,
    margin:
      !second.possible || first.points - second.points >= CLEAR_MARGIN
        ? 'clear'
        : 'close',
  };
}
