import type {
  AlertsAnswer,
  CheckMute,
  DataHealth,
  DeploymentStatus,
  Disagreements,
  DriftQuery,
  FeatureDetail,
  FleetPage,
  FleetQuery,
  ModelHealth,
  PanelAnswer,
  PanelQuery,
  PreviewAnswer,
  PreviewRequest,
  ServiceHealth,
  SetupAnswer,
  SliceHealth,
  VariantComparison,
} from '../api';

/** What every request may say besides what it asks for. @public */
export interface RequestOptions {
  /** A token, for calls between backend plugins. */
  token?: string;
  signal?: AbortSignal;
}

/** A question about one deployment and a period. @public */
export interface DeploymentQuery extends PanelQuery {
  /** Such as `mldeployment:default/flight-delay-production`. */
  entityRef: string;
}

/**
 * Reads the health of deployments.
 *
 * @remarks
 *
 * Figures that are not known come as `null` where the types of the pure
 * functions say NaN, since JSON has no such number.
 *
 * @public
 */
export interface MlMonitoringApi {
  getFleet(query?: FleetQuery, options?: RequestOptions): Promise<FleetPage>;
  getStatus(
    request: { entityRef: string },
    options?: RequestOptions,
  ): Promise<DeploymentStatus>;
  getService(
    request: DeploymentQuery,
    options?: RequestOptions,
  ): Promise<PanelAnswer<ServiceHealth>>;
  getData(
    request: DeploymentQuery & DriftQuery,
    options?: RequestOptions,
  ): Promise<PanelAnswer<DataHealth>>;
  getFeature(
    request: DeploymentQuery & DriftQuery & { feature: string },
    options?: RequestOptions,
  ): Promise<PanelAnswer<FeatureDetail>>;
  getModel(
    request: DeploymentQuery,
    options?: RequestOptions,
  ): Promise<PanelAnswer<ModelHealth>>;
  /** Quality by the values of one column, or of each declared slice. */
  getSlices(
    request: DeploymentQuery & { by?: string; metric?: string },
    options?: RequestOptions,
  ): Promise<PanelAnswer<SliceHealth>>;
  /** The candidate (or shadow) against the stable variant; `variant` names the candidate. */
  getComparison(
    request: DeploymentQuery,
    options?: RequestOptions,
  ): Promise<PanelAnswer<VariantComparison>>;
  /** Rows; needs `mlMonitoring.rows.read`. */
  getDisagreements(
    request: DeploymentQuery & { limit?: number },
    options?: RequestOptions,
  ): Promise<PanelAnswer<Disagreements>>;
  getAlerts(
    request: DeploymentQuery,
    options?: RequestOptions,
  ): Promise<PanelAnswer<AlertsAnswer>>;
  /** What is found for a deployment, and a proposed `spec.monitoring`. */
  getSetup(
    request: { entityRef: string },
    options?: RequestOptions,
  ): Promise<SetupAnswer>;
  preview(
    request: PreviewRequest & { entityRef: string },
    options?: RequestOptions,
  ): Promise<PreviewAnswer>;
  putMute(
    request: {
      entityRef: string;
      checkId: string;
      until: string;
      reason: string;
    },
    options?: RequestOptions,
  ): Promise<CheckMute>;
  deleteMute(
    request: { entityRef: string; checkId: string },
    options?: RequestOptions,
  ): Promise<void>;
  /** Evaluates a deployment now; needs `mlMonitoring.manage`. */
  evaluate(
    request: { entityRef: string },
    options?: RequestOptions,
  ): Promise<DeploymentStatus>;
}
