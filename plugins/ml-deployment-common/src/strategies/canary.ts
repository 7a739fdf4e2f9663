import { SOURCES } from './sources';
import { Strategy } from './types';

/** A growing share of traffic goes to the new version. */
export const canary: Strategy = {
  type: 'canary',
  title: 'Canary',
  summary:
    'A small share of traffic goes to the new version and grows step by step while it does no worse than the old one at the same time.',
  usersSee: 'A growing share of requests the new version.',
  fits: [
    'A fault should reach few users before it is seen.',
    'There is traffic enough for a verdict at every step.',
    'Errors, latency, or quick labels tell within hours whether the new version is worse.',
  ],
  fitsNot: [
    'Labels come later than anybody would wait at a step.',
    'The figures of the versions cannot be told apart.',
    'Workers take from a queue, or lock shared resources: no router splits that.',
    'The same user must not meet two versions, unless routing is sticky.',
  ],
  needs: [
    { what: 'A version in production', required: true },
    { what: 'Weighted routing (KServe, Istio, Gateway API)', required: true },
    { what: 'Metrics by version', required: true },
    { what: 'Traffic for the sample of each step', required: true },
    { what: 'Some spare capacity', required: false },
  ],
  phases: [
    {
      name: 'First few',
      candidate: '1 to 5 % of requests',
      what: 'Guard-rails only: the version answers and is fast enough.',
      watch: ['error_ratio', 'latency_p95'],
    },
    {
      name: 'A part',
      candidate: '10 to 25 % of requests',
      what: 'Compared with the old version over the same time, with the sample that the plan asks for.',
      watch: ['error_ratio', 'latency_p95', 'prediction_drift'],
    },
    {
      name: 'Half',
      candidate: '50 % of requests',
      what: 'Load and quality figures; labels where they are quick.',
      watch: ['error_ratio', 'latency_p99', 'roc_auc', 'rmse'],
    },
    {
      name: 'All',
      candidate: 'every request',
      what: 'The old version keeps its replicas until the time to look has passed.',
      watch: ['error_ratio', 'psi', 'roc_auc', 'rmse'],
    },
  ],
  rollback: {
    how: 'Set the share of the new version to 0.',
    time: 'PT30S',
  },
  cost: 'Capacity for the share of the new version; people or an analysis at every step.',
  evidence:
    'How the new version does beside the old one, at the same time and on the same kind of requests, as far as the sample reaches.',
  sources: [
    SOURCES.sreCanarying,
    SOURCES.argoConcepts,
    SOURCES.argoPractices,
    SOURCES.spinnakerCanary,
    SOURCES.kserveCanary,
  ],
};
