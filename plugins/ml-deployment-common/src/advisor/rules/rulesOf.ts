import { StrategyType } from '../../strategies/types';
import { AdviceRule } from '../types';

/** Rules of one strategy; their ids are unique across all. */
export function rulesOf(
  strategy: StrategyType,
  rules: Omit<AdviceRule, 'strategy'>[],
): AdviceRule[] {
  return rules.map(rule => ({
    ...rule,
    id: `${strategy}.${rule.id}`,
    strategy,
  }));
}
