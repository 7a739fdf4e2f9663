/**
 * Drift, quality, comparison and status of deployed machine-learning models:
 * pure functions for browser and backend.
 *
 * @packageDocumentation
 */
export * from './drift/categories';
export * from './drift/chiSquare';
export * from './drift/correction';
export * from './drift/distances';
export * from './drift/edges';
export * from './drift/histogram';
export * from './drift/kolmogorovSmirnov';
export * from './drift/rules/assessDrift';
export * from './drift/rules/assessSamples';
export { computeFigure, driftShares } from './drift/rules/computeFigure';
export type { DriftFigure } from './drift/rules/computeFigure';
export * from './drift/rules/driftData';
export {
  DEFAULT_CATEGORIES_KEPT,
  DEFAULT_DRIFT_LIMITS,
  DEFAULT_QUANTILE_BINS,
} from './drift/rules/planDefault';
export * from './drift/rules/planDrift';
export { EVIDENTLY_DATASET_DRIFT_SHARE } from './drift/rules/planEvidently';
export { NANNYML_CHUNKS } from './drift/rules/planNannyml';
export * from './drift/rules/titles';
export * from './drift/rules/types';
export * from './drift/twoProportions';
export {
  countValues,
  fromValueCounts,
  mergeValues,
  quantiles,
  summariseValues,
} from './drift/values';
export type { NumericSummary, ValueCounts } from './drift/values';
export * from './drift/wasserstein';
export * from './status/types';
export * from './api';
export * from './checks/judge';
export * from './checks/judgeData';
export * from './checks/judgeDrift';
export * from './checks/judgeModel';
export * from './checks/judgeService';
export * from './checks/registered';
export * from './client/MlMonitoringApi';
export * from './client/MlMonitoringClient';
export * from './comparison/agreement';
export * from './comparison/estimates';
export * from './comparison/latency';
export { mannWhitney, shiftBetween } from './comparison/mannWhitney';
export type { Shift } from './comparison/mannWhitney';
export * from './comparison/proportions';
export { normalQuantile } from './numeric/normal';
export * from './permissions';
export * from './quality/bootstrap';
export * from './quality/calibration';
export * from './quality/confusion';
export * from './quality/estimate';
export * from './quality/intervals';
export * from './quality/ranking';
export * from './quality/regression';
export * from './quality/scores';
export * from './status/defaults';
export * from './status/evaluateThreshold';
export * from './status/reduceStatus';
export * from './status/worst';
