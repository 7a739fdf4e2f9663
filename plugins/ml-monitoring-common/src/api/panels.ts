import type { DriftRuleSet, DriftTest } from '../drift/rules/types';
import type { Agreement } from '../comparison/agreement';
import type { VariantDifference } from '../comparison/proportions';
import type { DriftAssessment } from '../drift/rules/assessDrift';
import type {
  FeatureDistribution,
  FeatureHealth,
  HealthCheck,
  Series,
  SliceQuality,
  SourceAnswer,
  SourceFailure,
  SourceResult,
  TimeWindow,
  BaselineInfo,
} from './types';

/** Something that happened to a deployment, shown as a line in every chart. @public */
export interface ChangeMarker {
  at: string;
  kind: 'version' | 'rollout' | 'status';
  /** Such as `canary: version 2`. */
  title: string;
  variant?: string;
  modelVersion?: string;
}

/** What a panel shows: each source's answer or failure, and the checks that follow from them. @public */
export interface PanelAnswer<T extends SourceAnswer> {
  entityRef: string;
  window: TimeWindow;
  /** Each source that can answer; empty where none is declared. */
  results: SourceResult<T>[];
  checks: HealthCheck[];
  markers: ChangeMarker[];
}

/** A feature looked at closely. @public */
export interface FeatureDetail extends SourceAnswer {
  feature: FeatureHealth;
  baseline?: BaselineInfo;
  /** The figure under every test that fits the column, since one may be calm where another alarms. */
  tests: DriftAssessment[];
  distribution?: FeatureDistribution;
  /** Drift, missing share and other shares over time, one point a step. */
  series: Series[];
  quantiles?: {
    probabilities: number[];
    reference: (number | null)[];
    current: (number | null)[];
  };
}

/** Quality of the parts of the rows. @public */
export interface SliceHealth extends SourceAnswer {
  /** Columns that quality can be broken down by. */
  columns: string[];
  metric: string;
  /** The figure over all rows. */
  overall: { value: number | null; rows: number };
  /** Worst first. */
  slices: SliceQuality[];
}

/** A figure of two variants side by side. @public */
export interface ComparedMetric {
  metric: string;
  title: string;
  unit: string;
  /** Which side of zero is good for the candidate; `neither` for a figure such as the rate. */
  better: 'lower' | 'higher' | 'neither';
  difference: VariantDifference;
}

/** A request that two variants answered differently. @public */
export interface Disagreement {
  predictionId: string;
  at: string;
  stable: { prediction: string | null; score: number | null };
  candidate: { prediction: string | null; score: number | null };
  /** Absolute difference of the scores, or of the predictions where they are numbers. */
  distance: number | null;
  label?: string | null;
  /** Inputs by column. */
  inputs: Record<string, string | number | boolean | null>;
}

/** Two variants held against each other in the same window. @public */
export interface VariantComparison extends SourceAnswer {
  stable: { variant: string; modelVersion?: string };
  candidate: {
    variant: string;
    modelVersion?: string;
    role: 'candidate' | 'shadow';
  };
  metrics: ComparedMetric[];
  /** Answers to the same requests, where both variants got them (shadow). */
  agreement?: Agreement & { pairs: number };
  /** Mean absolute difference of the answers where they are numbers. */
  meanAbsoluteDifference?: number;
}

/** Rows of a log, for those who may see them. @public */
export interface Disagreements extends SourceAnswer {
  /** Largest first. */
  rows: Disagreement[];
  disagreeing: number;
  pairs: number;
}

/** An alert of a deployment. @public */
export interface DeploymentAlert {
  name: string;
  state: 'firing' | 'silenced' | 'inhibited' | 'pending';
  severity?: string;
  summary?: string;
  description?: string;
  startsAt: string;
  runbookUrl?: string;
  /** Where the alert can be looked at in its own tool. */
  generatorUrl?: string;
  labels: Record<string, string>;
  /** Until when it is silenced, and by whom. */
  silence?: { until?: string; by?: string; comment?: string };
}

/** Alerts of a deployment. @public */
export interface AlertsAnswer extends SourceAnswer {
  alerts: DeploymentAlert[];
}

/** Which period is asked for, and compared with what. @public */
export interface PanelQuery {
  /** ISO 8601 duration that ends now, such as `PT24H`; not together with from and to. */
  window?: string;
  from?: string;
  to?: string;
  /** `declared` (the entity's own), `previous` or `<from>/<to>` in ISO; declared without it. */
  baseline?: string;
  variant?: string;
  /** The most points of a series; 200 without it. */
  points?: number;
}

/** How drift is told, where the reader looks with other eyes than the entity says. @public */
export interface DriftQuery {
  ruleSet?: DriftRuleSet;
  test?: DriftTest;
}

/** Why a source is not asked, or failed. @public */
export interface SourceState {
  source: { type: string; name: string };
  /** What it answers for this deployment. */
  capabilities: string[];
  failure?: SourceFailure;
  freshAt?: string;
}
