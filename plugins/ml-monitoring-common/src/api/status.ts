import type { HealthStatus } from '../status/types';
import type { HealthCheck } from './types';
import type { SourceState } from './panels';

/** A change of status of a check, or of the deployment as a whole. @public */
export interface StatusChange {
  at: string;
  /** Absent for the deployment as a whole. */
  checkId?: string;
  title?: string;
  from: HealthStatus;
  to: HealthStatus;
  value?: number | null;
  reason?: string;
}

/** Worst status of an hour. @public */
export interface StatusHour {
  /** Start of the hour, ISO. */
  at: string;
  status: HealthStatus;
}

/** A check that is left out of the status until a time. @public */
export interface CheckMute {
  checkId: string;
  until: string;
  reason: string;
  by: string;
  createdAt: string;
}

/** Health of a deployment as the last evaluation left it. @public */
export interface DeploymentStatus {
  entityRef: string;
  status: HealthStatus;
  /** Since when; absent where it was never evaluated. */
  since?: string;
  evaluatedAt?: string;
  /** Why there is nothing to say, such as that no source is declared. */
  reason?: string;
  /** Worst first. */
  checks: HealthCheck[];
  mutes: CheckMute[];
  sources: SourceState[];
  /** Newest first. */
  changes: StatusChange[];
  /** Oldest first. */
  hours: StatusHour[];
}

/** What is known of one group of checks. @public */
export interface GroupHealth {
  /** Worst status of the checks with a figure from data; unknown where there is none. */
  status: HealthStatus;
  /** Metrics with such a figure, such as `latency_p95` or `psi`, sorted; estimates are not among them. */
  metrics: string[];
}

/** A deployment in the fleet. @public */
export interface FleetEntry {
  entityRef: string;
  title: string;
  status: HealthStatus;
  since?: string;
  evaluatedAt?: string;
  owner?: string;
  system?: string;
  environment?: string;
  lifecycle?: string;
  model?: string;
  /** The serving runtime. */
  type?: string;
  /** The worst checks, at most three. */
  causes: Pick<
    HealthCheck,
    'id' | 'title' | 'group' | 'status' | 'since' | 'feature' | 'value' | 'unit'
  >[];
  checks: Record<HealthStatus, number> & { muted: number };
  /** What is watched and how each group does; absent before the first evaluation. */
  groups?: Record<HealthCheck['group'], GroupHealth>;
  /** Newest data that was seen, ISO. */
  freshAt?: string;
  /** Why it is unknown. */
  reason?: string;
  /** Worst status of each of the last 24 hours, oldest first. */
  hours: StatusHour[];
  /** Whether any source could not answer at the last evaluation. */
  failingSources: number;
}

/** What of the fleet is asked for. @public */
export interface FleetQuery {
  /** Part of name, title, model or owner. */
  text?: string;
  status?: HealthStatus[];
  owner?: string[];
  system?: string[];
  environment?: string[];
  lifecycle?: string[];
  model?: string[];
  type?: string[];
  /** Only these deployments, at most 500. */
  ref?: string[];
  /** Ascending by `status` is worst first, which is the order without it. */
  sort?: 'status' | 'since' | 'name' | 'owner' | 'environment' | 'model';
  order?: 'asc' | 'desc';
  limit?: number;
  cursor?: string;
}

/** A value that the fleet can be filtered by, with how many deployments have it. @public */
export interface FleetFacet {
  value: string;
  count: number;
}

/** A page of the fleet, worst first. @public */
export interface FleetPage {
  items: FleetEntry[];
  totalItems: number;
  nextCursor?: string;
  /** How many deployments of each status fit the other filters. */
  statuses: Record<HealthStatus, number>;
  facets: Record<
    'owner' | 'system' | 'environment' | 'lifecycle' | 'model' | 'type',
    FleetFacet[]
  >;
}
