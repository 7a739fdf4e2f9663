import { FactSchema } from '../types';
import { define } from './define';

/** Facts of the deployments of a model. @public */
export const deploymentsFacts: FactSchema = {
  collector: 'deployments',
  title: 'Deployments',
  facts: define([
    ['count', 'integer', 'Deployments of the model.'],
    ['production.count', 'integer', 'Deployments in production.'],
    [
      'production.serving',
      'integer',
      'Deployments in production with a variant that takes live traffic.',
    ],
    ['environments', 'list<string>', 'Environments that it is deployed to.'],
    ['newest.strategy', 'string', 'Strategy of the newest rollout.'],
    ['newest.hasPlan', 'boolean', 'The newest rollout has a plan.'],
    [
      'newest.progressive',
      'boolean',
      'The newest rollout is a canary, shadow, blue-green or A/B test.',
    ],
    [
      'newest.keepsPrevious',
      'boolean',
      'The newest rollout keeps the previous version at hand.',
    ],
    ['monitoring.declared', 'boolean', 'Monitoring is declared.'],
    [
      'monitoring.hasInferenceLog',
      'boolean',
      'A log of requests and answers is declared.',
    ],
    ['monitoring.thresholds', 'integer', 'Metrics with a threshold.'],
    [
      'monitoring.thresholdMetrics',
      'list<string>',
      'Names of the metrics with a threshold.',
    ],
    [
      'monitoring.maxAgeDays',
      'number',
      'Greatest age of a serving version, from the threshold model_age_days; absent without one.',
      'days',
    ],
    ['monitoring.hasSlo', 'boolean', 'Service-level objectives are declared.'],
    ['alertRoute', 'boolean', 'Alerts have somewhere to go.'],
    ['scaling.bounded', 'boolean', 'Scaling has a lower and an upper bound.'],
  ]),
};
