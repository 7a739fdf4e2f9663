import { FactSchema } from '../types';
import { define } from './define';

/** Facts that monitoring reports; unknown until a collector for them is installed. @public */
export const monitoringFacts: FactSchema = {
  collector: 'monitoring',
  title: 'Monitoring',
  facts: define([
    [
      'reported',
      'boolean',
      'Health reports',
      'Health was reported within the window.',
    ],
    [
      'serviceHealth',
      'string',
      'Service health',
      'Service health: ok, warning, critical or unknown.',
    ],
    [
      'dataHealth',
      'string',
      'Data health',
      'Data health: ok, warning, critical or unknown.',
    ],
    [
      'modelHealth',
      'string',
      'Model health',
      'Model health: ok, warning, critical or unknown.',
    ],
    [
      'dataFreshSeconds',
      'number',
      'Age of the newest data',
      'Age of the newest data.',
      'seconds',
    ],
    [
      'inputInvariants',
      'boolean',
      'Watch on input values',
      'Missing values, ranges and new categories of inputs are watched.',
    ],
    [
      'driftReported',
      'boolean',
      'Reports of drift',
      'Drift against the training data is reported.',
    ],
    [
      'latencyReported',
      'boolean',
      'Reports of latency',
      'Latency is reported.',
    ],
    ['errorsReported', 'boolean', 'Reports of errors', 'Errors are reported.'],
    [
      'labelsReported',
      'boolean',
      'Reports of quality',
      'Quality is measured with labels or a proxy.',
    ],
    [
      'nonFiniteWatched',
      'boolean',
      'Watch on predictions that are not finite',
      'Predictions that are not a finite number are watched.',
    ],
  ]),
};
