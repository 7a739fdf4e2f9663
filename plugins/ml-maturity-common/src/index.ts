/**
 * Rubric, rules, scores and rollups of the maturity of machine-learning
 * models: pure functions for browser and backend.
 *
 * @packageDocumentation
 */
export * from './facts/FactVocabulary';
export * from './facts/limits';
export * from './facts/types';
export * from './facts/validateFacts';
export * from './facts/vocabulary/assessment';
export * from './facts/vocabulary/builtIn';
export * from './facts/vocabulary/catalog';
export * from './facts/vocabulary/deployments';
export * from './facts/vocabulary/model';
export * from './facts/vocabulary/monitoring';
export * from './facts/vocabulary/repository';
export * from './facts/vocabulary/review';
export * from './facts/vocabulary/versions';
export * from './rubric/attestationSchema';
export * from './rubric/digest';
export { isCounted } from './rubric/isCounted';
export * from './rubric/limits';
export * from './rubric/parseRubric';
export { formatRubricProblem } from './rubric/problems';
export type { RubricProblem } from './rubric/problems';
export * from './rubric/schema';
export * from './rubric/types';
export { validateRubric } from './rubric/validateRubric';
export type { RubricOptions, RubricResult } from './rubric/validateRubric';
export { RULE_LIMITS } from './rules/limits';
