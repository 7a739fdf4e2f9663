import {
  MlBaseline,
  MlDeploymentVariant,
  MlMonitoringSpec,
} from '@airworthy/plugin-ml-models-common';
import {
  AlertsAnswer,
  ChangeMarker,
  DataHealth,
  Disagreements,
  Discovery,
  DriftQuery,
  FeatureDetail,
  ModelHealth,
  MonitoringTask,
  ServiceHealth,
  SliceHealth,
  TimeWindow,
  VariantComparison,
} from '@airworthy/plugin-ml-monitoring-common';

/** What a source is told of a deployment; whatever the entity says is data, never code. @public */
export interface MonitoredDeployment {
  /** Such as `mldeployment:default/flight-delay-production`. */
  entityRef: string;
  /** From the type of its model. */
  task: MonitoringTask;
  /** As the entity declares it, or as a preview tries it out. */
  monitoring: MlMonitoringSpec;
  variants: MlDeploymentVariant[];
  /** The serving runtime, such as `kserve`. */
  runtime?: string;
  /** Names of model and deployment, for discovery. */
  names: { deployment: string; model?: string };
}

/** What is asked of every source. @public */
export interface SourceQuestion {
  window: TimeWindow;
  /** Only this variant. */
  variant?: string;
  /** The most points of a series. */
  maxPoints: number;
  /** Aborted when nobody waits for the answer any more, or its time is up. */
  signal: AbortSignal;
}

/** A question that compares with a baseline. @public */
export interface BaselineQuestion extends SourceQuestion {
  /** Absent where none is declared and none was asked for. */
  baseline?: MlBaseline;
}

/** A question about the inputs. @public */
export interface DataQuestion extends BaselineQuestion, DriftQuery {
  /** Leaves out what is not needed: drift costs most. Both without it. */
  aspects?: ('invariants' | 'drift')[];
}

/** A question about one input. @public */
export interface FeatureQuestion extends BaselineQuestion, DriftQuery {
  feature: string;
}

/** A question about parts of the rows. @public */
export interface SliceQuestion extends SourceQuestion {
  /** Column; every declared slice without it. */
  by?: string;
  /** Such as `accuracy`; the main metric of the task without it. */
  metric?: string;
}

/** A question about two variants. @public */
export interface ComparisonQuestion extends SourceQuestion {
  stable: MlDeploymentVariant;
  candidate: MlDeploymentVariant;
}

/** What a source can answer. @public */
export type MonitoringCapability =
  | 'service'
  | 'data'
  | 'feature'
  | 'model'
  | 'slices'
  | 'comparison'
  | 'disagreements'
  | 'alerts'
  | 'changes';

/**
 * Reads the health of deployments in one kind of system, such as inference
 * logs or Prometheus.
 *
 * @remarks
 *
 * A source implements what it can and throws a {@link MonitoringSourceError}
 * where it cannot answer; its failure is shown in its own panel and touches no
 * other source. It honours the signal of each question.
 *
 * @public
 */
export interface MonitoringSource {
  /** Kind of system, such as `duckdb`; unique. */
  readonly type: string;
  /** What it can answer for a deployment; empty where the deployment does not name it. No I/O. */
  capabilities(deployment: MonitoredDeployment): MonitoringCapability[];
  /** Which of its systems is asked, such as the name of a server. No I/O. */
  nameFor(deployment: MonitoredDeployment): string;

  serviceHealth?(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<ServiceHealth>;
  dataHealth?(
    deployment: MonitoredDeployment,
    question: DataQuestion,
  ): Promise<DataHealth>;
  featureHealth?(
    deployment: MonitoredDeployment,
    question: FeatureQuestion,
  ): Promise<FeatureDetail>;
  modelHealth?(
    deployment: MonitoredDeployment,
    question: BaselineQuestion,
  ): Promise<ModelHealth>;
  slices?(
    deployment: MonitoredDeployment,
    question: SliceQuestion,
  ): Promise<SliceHealth>;
  comparison?(
    deployment: MonitoredDeployment,
    question: ComparisonQuestion,
  ): Promise<VariantComparison>;
  /** Rows: only called for callers who may see them. */
  disagreements?(
    deployment: MonitoredDeployment,
    question: ComparisonQuestion & { limit: number },
  ): Promise<Disagreements>;
  alerts?(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<AlertsAnswer>;
  /** When which version began to answer. */
  changes?(
    deployment: MonitoredDeployment,
    question: SourceQuestion,
  ): Promise<ChangeMarker[]>;
  /** What there is for a deployment that does not name the source yet; nothing found is an empty list. */
  discover?(
    deployment: MonitoredDeployment,
    question: { signal: AbortSignal; withExamples: boolean },
  ): Promise<Discovery[]>;
}
