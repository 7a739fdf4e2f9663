import { FactSchema } from '../types';
import { define } from './define';

/** Facts that monitoring reports; unknown until a collector for them is installed. @public */
export const monitoringFacts: FactSchema = {
  collector: 'monitoring',
  title: 'Monitoring',
  facts: define([
    ['reported', 'boolean', 'Health was reported within the window.'],
    [
      'serviceHealth',
      'string',
      'Service health: ok, warning, critical or unknown.',
    ],
    ['dataHealth', 'string', 'Data health: ok, warning, critical or unknown.'],
    [
      'modelHealth',
      'string',
      'Model health: ok, warning, critical or unknown.',
    ],
    ['dataFreshSeconds', 'number', 'Age of the newest data.', 'seconds'],
    [
      'inputInvariants',
      'boolean',
      'Missing values, ranges and new categories of inputs are watched.',
    ],
    [
      'driftReported',
      'boolean',
      'Drift against the training data is reported.',
    ],
    ['latencyReported', 'boolean', 'Latency is reported.'],
    ['errorsReported', 'boolean', 'Errors are reported.'],
    [
      'labelsReported',
      'boolean',
      'Quality is measured with labels or a proxy.',
    ],
    [
      'nonFiniteWatched',
      'boolean',
      'Predictions that are not a finite number are watched.',
    ],
  ]),
};
