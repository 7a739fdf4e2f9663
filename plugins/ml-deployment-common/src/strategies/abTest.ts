import { SOURCES } from './sources';
import { Strategy } from './types';

/** Two stable groups of users each keep one version. */
export const abTest: Strategy = {
  type: 'ab-test',
  title: 'A/B test',
  summary:
    'Two groups of users each keep one version for a fixed time, and a metric that was chosen before tells which is better.',
  usersSee: 'Each user one version, always the same.',
  fits: [
    'The question is what users do with the answers, not whether the service runs.',
    'There is a hypothesis, a metric, and users enough for the smallest effect worth having.',
    'A user must meet one version only.',
  ],
  fitsNot: [
    'The new version has not shown yet that it runs: the test would measure faults.',
    'Traffic is too thin for the effect in a time that anybody waits.',
    'A wrong answer cannot be taken back: half of the users would bear it for weeks.',
  ],
  needs: [
    { what: 'A version in production', required: true },
    {
      what: 'Routing by header, cookie or key that keeps a user with a version',
      required: true,
    },
    { what: 'A hypothesis and a metric, written down before', required: true },
    {
      what: 'A sample that fits the smallest effect worth having',
      required: true,
    },
    { what: 'Capacity for both groups', required: true },
  ],
  phases: [
    {
      name: 'A/A check',
      candidate: 'no users; both groups get the old version',
      what: 'The assignment is even and the metric shows no difference where there is none.',
      watch: ['sample_ratio', 'error_ratio'],
    },
    {
      name: 'Test',
      candidate: 'one group',
      what: 'Runs to the planned sample and at least a full week, since weekdays differ.',
      watch: ['error_ratio', 'latency_p95', 'sample_ratio'],
    },
    {
      name: 'Decide',
      candidate: 'one group',
      what: 'The metric is judged once, as planned; then everybody gets the better version.',
      watch: ['roc_auc', 'rmse'],
    },
  ],
  rollback: {
    how: 'End the test: every user gets the old version.',
    time: 'PT30S',
  },
  cost: 'Capacity for both groups for weeks; users who meet the worse version that long.',
  evidence: 'The effect of the new version on users, with its interval.',
  sources: [
    SOURCES.flaggerFaq,
    SOURCES.flaggerStrategies,
    SOURCES.sreCanarying,
    SOURCES.gatewaySplitting,
  ],
};
