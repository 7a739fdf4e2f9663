import {
  HealthStatus,
  StatusChange,
} from '@airworthy/plugin-ml-monitoring-common';

/** Topic of the events service on which changes of status are published. @public */
export const ML_MONITORING_STATUS_TOPIC = 'airworthy.ml-monitoring.status';

/** What is published when the status of a deployment changes. @public */
export interface MlMonitoringStatusEvent {
  entityRef: string;
  from: HealthStatus;
  to: HealthStatus;
  /** ISO; the start of the first window that was so. */
  since: string;
  /** The changes of checks that led to it. */
  causes: StatusChange[];
}
