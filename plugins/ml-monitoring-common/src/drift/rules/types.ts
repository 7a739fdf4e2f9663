import type { MlMonitoringSpec } from '@airworthy/plugin-ml-models-common';

/** Whose rules tell drift. @public */
export type DriftRuleSet = NonNullable<
  NonNullable<MlMonitoringSpec['drift']>['ruleSet']
>;

/** Tests of drift; every figure is shown with the name of its test. @public */
export type DriftTest =
  | 'psi'
  | 'jensen-shannon'
  | 'kullback-leibler'
  | 'hellinger'
  | 'l-infinity'
  | 'kolmogorov-smirnov'
  | 'wasserstein'
  | 'chi-square'
  | 'z-test';

/** What a test's figure is. @public */
export type DriftFigureKind =
  | 'distance'
  | 'statistic'
  /** Small values mean drift. */
  | 'p-value';

/** What the columns of a profile say of each column, cheap to ask of a log. @public */
export interface ColumnProfile {
  type: 'numeric' | 'categorical';
  /** Whether it holds whole numbers by its type: numpy bins these otherwise. */
  integer?: boolean;
  /** Rows of the baseline that are neither missing nor non-finite. */
  referenceRows: number;
  /** Distinct values in the baseline. */
  referenceDistinct: number;
  /** Distinct values in baseline and current data together. */
  distinct: number;
}

/** How values fall into bins. @public */
export type DriftBinning =
  /** Equal shares of the baseline. */
  | { kind: 'quantiles'; bins: number }
  /** Equally wide, told from baseline and current rows together. */
  | { kind: 'sturges' }
  /** Equally wide, told from the baseline, with one more bin for what is outside. */
  | { kind: 'doane' }
  /** One bin a value; `keep` of the largest, the others folded. */
  | { kind: 'categories'; keep?: number; unseen: 'each' | 'together' }
  /** The values themselves. */
  | { kind: 'none' };

/** Limits that a figure is held against. @public */
export interface DriftLimits {
  warning?: number;
  critical?: number;
  /** Whether a figure that equals the limit breaks it. */
  inclusive: boolean;
}

/**
 * What is computed of a column: made from its profile alone, so that a source
 * can ask its log for just that.
 *
 * @public
 */
export interface DriftPlan {
  ruleSet: DriftRuleSet;
  test: DriftTest;
  /** The test in words, for people. */
  title: string;
  figure: DriftFigureKind;
  binning: DriftBinning;
  emptyBins: 'filled' | 'kept';
  /** Base of the logarithm of Jensen-Shannon. */
  base?: 2 | 'e';
  /** Divides Wasserstein by the standard deviation of the baseline. */
  normed?: boolean;
  limits:
    | { kind: 'fixed'; limits: DriftLimits }
    /** Mean and three standard deviations of the figure over so many chunks of the baseline. */
    | { kind: 'chunks'; chunks: number };
}
