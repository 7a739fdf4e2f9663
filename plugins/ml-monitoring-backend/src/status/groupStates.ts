import {
  HealthCheck,
  StatusState,
} from '@airworthy/plugin-ml-monitoring-common';
import { EvaluationGroup } from '../config';

/** A check as its last window left it. */
export interface CheckState {
  check: HealthCheck;
  state: StatusState;
}

/** Where a group of checks stands. */
export interface GroupState {
  /** End of the newest window that was evaluated, ISO. */
  until: string;
  /** Of what the entity says: other settings are judged anew. */
  digest: string;
  checks: CheckState[];
  /** Metrics that a figure is known of, whether it has limits or not. */
  metrics: string[];
  /** Newest data that was seen, by type and name of its source. */
  fresh: { source: { type: string; name: string }; at: string }[];
}

/** The groups that were evaluated. */
export type GroupStates = Partial<Record<EvaluationGroup, GroupState>>;

/** All checks of a deployment, with the status that they have by now and since when. */
export function checksOf(groups: GroupStates): HealthCheck[] {
  return Object.values(groups).flatMap(({ checks }) =>
    checks.map(({ check, state }) => ({
      ...check,
      status: state.status,
      since: state.since,
    })),
  );
}
