/**
 * Rubric, rules, scores and rollups of the maturity of machine-learning
 * models: pure functions for browser and backend.
 *
 * @packageDocumentation
 */
export * from './rubric/attestationSchema';
export * from './rubric/limits';
export * from './rubric/schema';
export * from './rubric/types';
