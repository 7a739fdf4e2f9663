import { STRATEGIES } from '../strategies/strategies';
import { AdviceAnswers } from './answers';
import { ADVICE_RULES } from './rules';
import { AdviceReason, AdviceRule, RankedStrategy } from './types';

function applies(rule: AdviceRule, answers: AdviceAnswers): boolean {
  return (
    rule.asks.every(question => answers[question] !== undefined) &&
    // A rule looks at nothing but what it asks.
    rule.when(answers as Required<AdviceAnswers>)
  );
}

function reasonOf({ id, effect, reason, asks, source }: AdviceRule) {
  return {
    id,
    ...(effect === 'blocks' ? {} : { points: effect }),
    text: reason,
    asks,
    ...(source ? { source } : {}),
  } satisfies AdviceReason;
}

const weight = ({ points }: AdviceReason) =>
  points === undefined ? Infinity : Math.abs(points);

/** Every strategy with its reasons, best first; equals stay in the order of care. */
export function rankStrategies(answers: AdviceAnswers): RankedStrategy[] {
  const byWeight = (a: AdviceReason, b: AdviceReason) => weight(b) - weight(a);
  return STRATEGIES.map(({ type }) => {
    const rules = ADVICE_RULES.filter(
      rule => rule.strategy === type && applies(rule, answers),
    );
    const reasons = rules.map(reasonOf);
    return {
      strategy: type,
      rank: 0,
      points: reasons.reduce((sum, { points = 0 }) => sum + points, 0),
      possible: reasons.every(({ points }) => points !== undefined),
      for: reasons.filter(({ points }) => (points ?? 0) > 0).sort(byWeight),
      against: reasons
        .filter(({ points }) => points === undefined || points < 0)
        .sort(byWeight),
    };
  })
    .sort(
      (a, b) => Number(b.possible) - Number(a.possible) || b.points - a.points,
    )
    .map((ranked, i) => ({ ...ranked, rank: i + 1 }));
}
