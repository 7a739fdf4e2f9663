import type {
  DeploymentStatus,
  HealthCheck,
} from '@airworthy/plugin-ml-monitoring-common';
import { DAY, hoursAgo } from './series';

export const ENTITY_REF = 'mldeployment:default/flight-delay-production';

const check = (
  part: Partial<HealthCheck> &
    Pick<HealthCheck, 'id' | 'title' | 'metric' | 'status'>,
): HealthCheck => ({
  group: 'service',
  value: null,
  unit: 'ratio',
  window: DAY,
  ...part,
});

export const CHECKS: HealthCheck[] = [
  check({
    id: 'error_ratio',
    title: 'Error ratio',
    metric: 'error_ratio',
    value: 0.001,
    status: 'ok',
    since: hoursAgo(400),
    threshold: {
      metric: 'error_ratio',
      warning: 0.005,
      critical: 0.02,
      origin: 'entity',
    },
  }),
  check({
    id: 'latency_p95/canary',
    title: 'Latency p95 of canary',
    metric: 'latency_p95',
    variant: 'canary',
    value: 96.4,
    unit: 'ms',
    status: 'warning',
    since: hoursAgo(5),
    threshold: {
      metric: 'latency_p95',
      warning: 60,
      critical: 150,
      origin: 'entity',
    },
  }),
  check({
    id: 'psi/hour',
    group: 'data',
    title: 'Drift of hour',
    metric: 'psi',
    feature: 'hour',
    value: 0.31,
    unit: '',
    status: 'critical',
    since: hoursAgo(50),
    threshold: {
      metric: 'psi',
      warning: 0.1,
      critical: 0.25,
      origin: 'default',
    },
  }),
  check({
    id: 'roc_auc',
    group: 'model',
    title: 'ROC AUC',
    metric: 'roc_auc',
    value: null,
    unit: '',
    status: 'unknown',
    since: hoursAgo(3),
    reason: 'no label has arrived for this window',
    threshold: {
      metric: 'roc_auc',
      warning: 0.6,
      critical: 0.55,
      direction: 'below',
      origin: 'entity',
    },
  }),
];

function statusOfHour(i: number) {
  if (i < 12) return 'ok';
  if (i === 40) return 'unknown';
  return i < 22 ? 'warning' : 'critical';
}

/** A deployment whose data has drifted and whose canary is slow. */
export const STATUS: DeploymentStatus = {
  entityRef: ENTITY_REF,
  status: 'critical',
  since: hoursAgo(50),
  evaluatedAt: hoursAgo(0.1),
  checks: CHECKS,
  mutes: [],
  sources: [
    {
      source: { type: 'duckdb', name: 'flight-delay/production' },
      capabilities: ['service', 'data', 'model'],
      freshAt: hoursAgo(0.5),
    },
    {
      source: { type: 'prometheus', name: 'main' },
      capabilities: ['service'],
      failure: {
        source: { type: 'prometheus', name: 'main' },
        kind: 'unreachable',
        message: 'connect ECONNREFUSED 10.0.0.7:9090',
        since: hoursAgo(7),
      },
    },
  ],
  changes: [
    {
      at: hoursAgo(5),
      checkId: 'latency_p95/canary',
      title: 'Latency p95 of canary',
      from: 'ok',
      to: 'warning',
      value: 88,
    },
    {
      at: hoursAgo(50),
      checkId: 'psi/hour',
      title: 'Drift of hour',
      from: 'warning',
      to: 'critical',
    },
  ],
  hours: Array.from({ length: 72 }, (_, i) => ({
    at: hoursAgo(72 - i),
    status: statusOfHour(i),
  })),
};
