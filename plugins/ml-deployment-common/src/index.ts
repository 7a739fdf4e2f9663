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
export { spanMs } from './plan/durations';
export * from './plan/makePlan';
export { DEFAULT_STEPS } from './plan/phases';
export * from './plan/planMarkdown';
export * from './plan/planRequest';
export * from './plan/sampleSize';
export type { PlannedComparison } from './plan/samples';
export * from './review/alwaysValid';
export * from './review/evidenceOf';
export * from './review/types';
export * from './review/verdict';
export * from './targets/supportFor';
export * from './targets/targets';
export * from './targets/types';
export * from './api';
export * from './client/MlDeploymentApi';
export { MlDeploymentClient } from './client/MlDeploymentClient';
export * from './permissions';
