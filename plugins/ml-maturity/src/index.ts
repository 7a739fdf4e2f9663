/**
 * Scorecards, journey, assessments and rollups of machine-learning models.
 *
 * @packageDocumentation
 */
export { mlMaturityPlugin as default } from './plugin';
