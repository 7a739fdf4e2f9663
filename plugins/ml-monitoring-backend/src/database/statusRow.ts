import {
  FleetEntry,
  HealthStatus,
  StatusChange,
} from '@airworthy/plugin-ml-monitoring-common';
import { toIso, toIsoOrUndefined } from '@airworthy/plugin-ml-models-node';
import { DeploymentFacts } from '../catalog/deploymentOf';
import { EvaluationGroup } from '../config';
import { GroupState, GroupStates } from '../status/groupStates';

/** What lists show of the checks of a deployment. */
export type StatusSummary = Pick<
  FleetEntry,
  'causes' | 'checks' | 'failingSources' | 'groups' | 'freshAt'
>;

/** A deployment in lists. */
export interface DeploymentRow {
  entityRef: string;
  facts: DeploymentFacts;
  status: HealthStatus;
  since?: string;
  evaluatedAt?: string;
  reason?: string;
  summary: StatusSummary;
  /** Letters of the hours up to `hoursUntil`, oldest first. */
  hours: string;
  hoursUntil?: string;
}

/** A deployment with the states of its checks. */
export interface StoredStatus extends DeploymentRow {
  groups: GroupStates;
  notifiedStatus?: HealthStatus;
  version: number;
}

/** Something to tell others of. */
export interface OutboxEntry {
  kind: 'event' | 'notification';
  payload: unknown;
}

/** What an evaluation leaves. */
export interface StatusWrite extends Omit<StoredStatus, 'version'> {
  /** Of what the evaluation began with. */
  version: number;
  changes: StatusChange[];
  days: { day: string; hours: string }[];
  outbox: OutboxEntry[];
  /** Groups to store; the others are forgotten or stay. */
  changedGroups: EvaluationGroup[];
}

/** How far the windows of a deployment are evaluated. */
export type Progress = Partial<
  Record<EvaluationGroup, Pick<GroupState, 'until' | 'digest'>>
>;

/** A deployment as it is stored. */
export interface Row {
  entity_ref: string;
  facts: string;
  status: HealthStatus;
  since: Date | string | number | null;
  evaluated_at: Date | string | number | null;
  reason: string | null;
  summary: string;
  notified_status: HealthStatus | null;
  hours: string;
  hours_until: Date | string | number | null;
  version: number;
  change: number | string;
}

/** A group of checks as it is stored. */
export interface GroupRow {
  entity_ref: string;
  name: EvaluationGroup;
  until: Date | string | number;
  digest: string;
  checks: string;
  metrics: string;
  fresh: string;
}

/** Columns that lists need. */
export const LIST_COLUMNS = [
  'entity_ref',
  'facts',
  'status',
  'since',
  'evaluated_at',
  'reason',
  'summary',
  'hours',
  'hours_until',
] as const;

/** What is known of a deployment that was never evaluated. */
export const NO_SUMMARY: StatusSummary = {
  causes: [],
  checks: { ok: 0, warning: 0, critical: 0, unknown: 0, muted: 0 },
  failingSources: 0,
};

/** A row as lists take it. */
export function listRow(
  row: Pick<Row, (typeof LIST_COLUMNS)[number]>,
): DeploymentRow {
  return {
    entityRef: row.entity_ref,
    facts: JSON.parse(row.facts),
    status: row.status,
    since: toIsoOrUndefined(row.since),
    evaluatedAt: toIsoOrUndefined(row.evaluated_at),
    reason: row.reason ?? undefined,
    summary: JSON.parse(row.summary),
    hours: row.hours,
    hoursUntil: toIsoOrUndefined(row.hours_until),
  };
}

/** A change as it is stored. */
export interface ChangeRow {
  id: number | string;
  entity_ref: string;
  at: Date | string | number;
  check_id: string | null;
  title: string | null;
  from: HealthStatus;
  to: HealthStatus;
  value: number | null;
  reason: string | null;
}

/** A stored change as the API tells it. */
export function changeOf(row: ChangeRow): StatusChange {
  return {
    at: toIso(row.at),
    checkId: row.check_id ?? undefined,
    title: row.title ?? undefined,
    from: row.from,
    to: row.to,
    value: row.value ?? undefined,
    reason: row.reason ?? undefined,
  };
}
