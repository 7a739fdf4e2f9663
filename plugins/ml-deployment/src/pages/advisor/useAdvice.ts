import { useMemo } from 'react';
import {
  AdviceAnswers,
  STRATEGIES,
  StrategyType,
  adviseStrategy,
} from '@airworthy/plugin-ml-deployment-common';
import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { formatAnswers, parseAnswers } from './answersQuery';

const STRATEGY = 'strategy';

/** The answers and the strategy that is looked at, kept in the address. */
export function useAdvice() {
  const [params, setParams] = useAppSearchParams();
  const text = params.toString();
  const answers = useMemo(
    () => parseAnswers(new URLSearchParams(text)),
    [text],
  );
  const asked = params.get(STRATEGY);
  const selected =
    STRATEGIES.find(({ type }) => type === asked)?.type ??
    adviseStrategy(answers).ranking[0].strategy;
  const write = (next: AdviceAnswers, strategy?: StrategyType) => {
    const query = formatAnswers(next);
    if (strategy) query.set(STRATEGY, strategy);
    setParams(query, { replace: true });
  };
  return {
    answers,
    selected,
    /** Another answer may bring another first choice, which is looked at then. */
    answer: (next: AdviceAnswers) => write(next),
    select: (strategy: StrategyType) => write(answers, strategy),
  };
}
