/**
 * Releasing machine-learning models: strategies, advice, plans and verdicts as
 * pure functions for browser and backend.
 *
 * @packageDocumentation
 */
export * from './advisor/advise';
export { ADVICE_QUESTIONS } from './advisor/alternatives';
export * from './advisor/answers';
export type {
  Advice,
  AdviceChange,
  AdviceReason,
  RankedStrategy,
} from './advisor/types';
export * from './strategies/strategies';
export * from './strategies/types';
