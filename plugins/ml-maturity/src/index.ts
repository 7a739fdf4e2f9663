/**
 * Scorecards, journey, assessments and rollups of machine-learning models.
 *
 * @packageDocumentation
 */
export { mlMaturityApiRef } from './api/mlMaturityApiRef';
export { mlMaturityPlugin as default } from './plugin';
