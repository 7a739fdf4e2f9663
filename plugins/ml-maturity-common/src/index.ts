/**
 * Rubric, rules, scores and rollups of the maturity of machine-learning
 * models: pure functions for browser and backend.
 *
 * @packageDocumentation
 */
export { EFFORT_COST, nextBestActions } from './actions/nextBestActions';
export type { NextBestAction } from './actions/nextBestActions';
export type { ActionButton } from './actions/buttons';
export {
  attestationExpiry,
  attestationInputSchema,
} from './attestations/attestationInput';
export type { AttestationInput } from './attestations/attestationInput';
export * from './api/campaigns';
export * from './api/evaluations';
export * from './api/portfolio';
export * from './api/rollupRows';
export * from './api/scorecards';
export * from './api/whatIf';
export * from './attestations/types';
export * from './client/MlMaturityApi';
export { MlMaturityClient } from './client/MlMaturityClient';
export * from './client/types';
export * from './evaluation/CompiledRubric';
export * from './evaluation/diffResults';
export * from './evaluation/evaluate';
export * from './evaluation/types';
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
export * from './permissions';
export { RollupTable } from './rollups/RollupTable';
export * from './rollups/rollUp';
export * from './rollups/types';
export * from './rubric/attestationSchema';
export * from './rubric/digest';
export * from './rubric/extendRubric';
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
export { computeScorecard } from './scores/computeScorecard';
export * from './scores/summarise';
export * from './scores/types';
export * from './waivers/types';
export * from './waivers/waiverInput';
export * from './waivers/waiverState';
