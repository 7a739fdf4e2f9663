import type { MlBaseline } from '@airworthy/plugin-ml-models-common';
import { DriftAssessment } from '../drift/rules/assessDrift';
import { SharePair } from '../drift/histogram';
import { Calibration } from '../quality/calibration';
import { ClassificationQuality, ConfusionMatrix } from '../quality/confusion';
import { CalibrationCheck, EstimatedQuality } from '../quality/estimate';
import { RankingQuality } from '../quality/ranking';
import { RegressionQuality } from '../quality/regression';
import { HealthStatus } from '../status/types';
import { EffectiveThreshold, MonitoringTask } from '../status/defaults';

/** A period: `from` is part of it, `to` is not; ISO, in UTC. @public */
export interface TimeWindow {
  from: string;
  to: string;
}

/** What every answer of a source says of itself. @public */
export interface SourceAnswer {
  /** Which source answered, such as `duckdb` or `prometheus`, and which of its name. */
  source: { type: string; name: string };
  window: TimeWindow;
  rowsRead: number;
  /** Newest data that was seen, ISO; absent where none was. */
  freshAt?: string;
  answeredAt: string;
  /** What a reader should know, such as that figures are of a sample. */
  notices: string[];
}

/** A source that could not answer: its own panel says so, the others go on. @public */
export interface SourceFailure {
  source: SourceAnswer['source'];
  /** The source's own words. */
  message: string;
  kind: 'unreachable' | 'timeout' | 'refused' | 'invalid-data' | 'not-allowed';
  /** Since when it fails, ISO, where that is known. */
  since?: string;
}

/** An answer, or why there is none. @public */
export type SourceResult<T extends SourceAnswer> =
  | { ok: true; answer: T }
  | { ok: false; failure: SourceFailure };

/** A point of a series; null where nothing is known. @public */
export interface SeriesPoint {
  at: string;
  value: number | null;
  lower?: number;
  upper?: number;
  rows?: number;
}

/** A figure over time. @public */
export interface Series {
  metric: string;
  unit: string;
  variant?: string;
  modelVersion?: string;
  points: SeriesPoint[];
}

/** A check with its figure, limit and status. @public */
export interface HealthCheck {
  id: string;
  group: 'service' | 'data' | 'model';
  title: string;
  metric: string;
  feature?: string;
  variant?: string;
  value: number | null;
  unit: string;
  threshold?: EffectiveThreshold;
  window: TimeWindow;
  status: HealthStatus;
  /** Since when it has this status, ISO. */
  since?: string;
  reason?: string;
  /** Set where the figure is estimated without labels. */
  isEstimate?: true;
  mutedUntil?: string;
}

/** Latency in milliseconds. @public */
export interface LatencySummary {
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

/** How a variant serves. @public */
export interface VariantService {
  variant?: string;
  modelVersion?: string;
  requests: number | null;
  /** Per second. */
  rate: number | null;
  errors: number | null;
  errorRatio: number | null;
  latency: LatencySummary;
  /** Share of capacity in use, where the runtime tells it. */
  saturation?: number | null;
}

/** Whether requests are answered, and how fast. @public */
export interface ServiceHealth extends SourceAnswer {
  variants: VariantService[];
  series: Series[];
}

/** The shape of a feature's values side by side, as shown in a chart. @public */
export interface FeatureDistribution {
  /** Labels of bins or categories. */
  bins: string[];
  shares: SharePair;
}

/** How a feature of the current data does against the baseline. @public */
export interface FeatureHealth {
  feature: string;
  type: 'numeric' | 'categorical' | 'unknown';
  /** Set where the baseline has another type. */
  baselineType?: 'numeric' | 'categorical' | 'unknown';
  rows: number;
  missingShare: number | null;
  baselineMissingShare?: number | null;
  nonFiniteShare: number | null;
  /** Share of rows below the least or above the greatest value of the baseline. */
  outOfRangeShare: number | null;
  unseenCategoryShare: number | null;
  unseenCategories?: string[];
  distinct: number | null;
  drift?: DriftAssessment;
  distribution?: FeatureDistribution;
  status: HealthStatus;
}

/** What current data was compared with. @public */
export interface BaselineInfo {
  kind: 'table' | 'period' | 'previous-window';
  baseline: MlBaseline;
  rows: number;
  window?: TimeWindow;
}

/** Whether the inputs are as they were. @public */
export interface DataHealth extends SourceAnswer {
  baseline?: BaselineInfo;
  /** Worst first. */
  features: FeatureHealth[];
}

/** Quality as measured with labels, or as estimated without. @public */
export type ModelQuality =
  | {
      kind: 'classification';
      quality: ClassificationQuality;
      confusion: ConfusionMatrix;
      ranking?: RankingQuality;
      calibration?: Calibration;
      /** Score from which on a row counts as positive. */
      threshold?: number;
    }
  | {
      kind: 'regression';
      quality: RegressionQuality;
      residuals?: FeatureDistribution;
    }
  | { kind: 'estimate'; quality: EstimatedQuality; check: CalibrationCheck };

/** Labels that have arrived for the predictions of a window. @public */
export interface LabelCoverage {
  predictions: number;
  labelled: number;
  /** Median time that a label takes, in seconds. */
  medianDelaySeconds?: number;
}

/** Quality of part of the rows. @public */
export interface SliceQuality {
  slice: Record<string, string>;
  rows: number;
  metric: string;
  value: number | null;
  lower?: number;
  upper?: number;
}

/** What a language model did. @public */
export interface GenerationHealth {
  inputTokens: number | null;
  outputTokens: number | null;
  timeToFirstTokenMs: LatencySummary;
  tokensPerSecond: number | null;
  finishReasons: Record<string, number>;
  feedback?: Record<string, number>;
  cost?: { amount: number; currency: string };
}

/** Whether the predictions are as they were, and right. @public */
export interface ModelHealth extends SourceAnswer {
  task: MonitoringTask;
  predictionDrift?: DriftAssessment;
  predictionDistribution?: FeatureDistribution;
  labels?: LabelCoverage;
  quality?: ModelQuality;
  /** Of the rows whose labels have not arrived, beside the quality that is measured of the others. */
  estimate?: Extract<ModelQuality, { kind: 'estimate' }>;
  series: Series[];
  /** Worst first. */
  slices: SliceQuality[];
  generation?: GenerationHealth;
}

/** What a source can answer of a deployment. @public */
export type SourceCapability = 'service' | 'data' | 'model';
