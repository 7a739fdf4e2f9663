import { FactSchema } from '../types';
import { define } from './define';

/** Facts of the deployments of a model. @public */
export const deploymentsFacts: FactSchema = {
  collector: 'deployments',
  title: 'Deployments',
  facts: define([
    ['count', 'integer', 'Deployments', 'Deployments of the model.'],
    [
      'production.count',
      'integer',
      'Deployments in production',
      'Deployments in production.',
    ],
    [
      'production.serving',
      'integer',
      'Deployments with live traffic in production',
      'Deployments in production with a variant that takes live traffic.',
    ],
    [
      'environments',
      'list<string>',
      'Environments',
      'Environments that it is deployed to.',
    ],
    [
      'newest.strategy',
      'string',
      'Strategy of the newest rollout',
      'Strategy of the newest rollout.',
    ],
    [
      'newest.hasPlan',
      'boolean',
      'Plan of the newest rollout',
      'The newest rollout has a plan.',
    ],
    [
      'newest.progressive',
      'boolean',
      'Gradual release of the newest rollout',
      'The newest rollout is a canary, shadow, blue-green or A/B test.',
    ],
    [
      'newest.keepsPrevious',
      'boolean',
      'Previous version kept at hand',
      'The newest rollout keeps the previous version at hand.',
    ],
    ['monitoring.declared', 'boolean', 'Monitoring', 'Monitoring is declared.'],
    [
      'monitoring.hasInferenceLog',
      'boolean',
      'Inference log',
      'A log of requests and answers is declared.',
    ],
    [
      'monitoring.thresholds',
      'integer',
      'Metrics with a threshold',
      'Metrics with a threshold.',
    ],
    [
      'monitoring.thresholdMetrics',
      'list<string>',
      'Names of the metrics with a threshold',
      'Names of the metrics with a threshold.',
    ],
    [
      'monitoring.maxAgeDays',
      'number',
      'Greatest age of a serving version',
      'Greatest age of a serving version, from the threshold model_age_days; absent without one.',
      'days',
    ],
    [
      'monitoring.hasSlo',
      'boolean',
      'Service-level objectives',
      'Service-level objectives are declared.',
    ],
    [
      'alertRoute',
      'boolean',
      'Route of alerts',
      'Alerts have somewhere to go.',
    ],
    [
      'scaling.bounded',
      'boolean',
      'Bounds of scaling',
      'Scaling has a lower and an upper bound.',
    ],
  ]),
};
