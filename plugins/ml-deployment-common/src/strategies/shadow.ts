import { SOURCES } from './sources';
import { Strategy } from './types';

/** The new version answers copies of real requests; nobody sees its answers. */
export const shadow: Strategy = {
  type: 'shadow',
  title: 'Shadow',
  summary:
    'The new version gets a copy of real requests and answers into a log. Users see the old version only.',
  usersSee: 'The old version only.',
  fits: [
    'A wrong answer can hurt, or cannot be taken back.',
    'Labels come days later: both versions are scored on the same requests once they are there.',
    'Traffic is too thin to split: a copy of all of it shows more than a tenth of it.',
    'Whether the new version bears the load is not known yet.',
  ],
  fitsNot: [
    'The model acts, or writes: every request would take effect twice.',
    'What users do with the answer is the question: they never see it.',
    'There is no version in production to copy requests from.',
  ],
  needs: [
    { what: 'A version in production', required: true },
    {
      what: 'Mirroring in the mesh or gateway (Istio, or Gateway API with RequestMirror), or a logger that replays',
      required: true,
    },
    {
      what: 'Capacity for a second copy of the share that is mirrored',
      required: true,
    },
    {
      what: 'A request id in both logs, so that answers can be paired',
      required: true,
    },
    { what: 'Labels, for more than agreement', required: false },
  ],
  phases: [
    {
      name: 'Mirror a sample',
      candidate: 'a copy of 10 % of the requests',
      what: 'The new version starts, answers, and keeps up.',
      watch: ['error_ratio', 'latency_p95'],
    },
    {
      name: 'Mirror all',
      candidate: 'a copy of every request',
      what: 'Answers are paired by request and disagreements are read.',
      watch: ['agreement', 'latency_p99', 'prediction_drift'],
    },
    {
      name: 'Wait for labels',
      candidate: 'a copy of every request',
      what: 'Both versions are scored on the same labelled requests.',
      watch: ['roc_auc', 'f1', 'rmse'],
    },
  ],
  rollback: {
    how: 'Stop mirroring. No user depends on the new version.',
    time: 'PT0S',
  },
  cost: 'A second serving capacity for as long as it runs, and the store of a second log.',
  evidence:
    'Latency, errors and drift under real load; agreement with the old version; quality on the same requests once labels come. Nothing about what users do.',
  sources: [
    SOURCES.sageMakerShadow,
    SOURCES.istioMirror,
    SOURCES.gatewayMirror,
    SOURCES.flaggerFaq,
  ],
};
