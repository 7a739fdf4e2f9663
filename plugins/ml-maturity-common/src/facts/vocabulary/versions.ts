import { FactSchema } from '../types';
import { define } from './define';

const version = (prefix: string, which: string, meant = which) =>
  define(
    [
      ['name', 'string', `Name of the ${which}`, `Name of the ${meant}.`],
      [
        'ageDays',
        'number',
        `Age of the ${which}`,
        `Age of the ${meant}.`,
        'days',
      ],
      [
        'metrics',
        'integer',
        `Metrics of the ${which}`,
        `Metrics of the ${meant}.`,
      ],
      [
        'hasBaseline',
        'boolean',
        `Baseline metric of the ${which}`,
        `The ${meant} has a metric of a baseline.`,
      ],
      [
        'hasSlices',
        'boolean',
        `Metrics by slice of the ${which}`,
        `The ${meant} has metrics by slice.`,
      ],
      [
        'hasHyperparameters',
        'boolean',
        `Search parameters of the ${which}`,
        `The run of the ${meant} has search parameters.`,
      ],
      [
        'hasSearch',
        'boolean',
        `Hyperparameter search of the ${which}`,
        `The ${meant} records a search of its hyperparameters: one named search, tuner, study or trials.`,
      ],
      [
        'hasSignature',
        'boolean',
        `Signature of the ${which}`,
        `The ${meant} has a signature or schema.`,
      ],
      [
        'hasRun',
        'boolean',
        `Training run of the ${which}`,
        `The ${meant} links to its training run.`,
      ],
      [
        'hasCommit',
        'boolean',
        `Commit of the ${which}`,
        `The run of the ${meant} names a commit.`,
      ],
      [
        'hasAlias',
        'boolean',
        `Alias or approval of the ${which}`,
        `The ${meant} has an alias or approval.`,
      ],
      [
        'registered',
        'boolean',
        `Registry entry of the ${which}`,
        `The ${meant} is in a model registry.`,
      ],
    ],
    prefix,
  );

/** Facts of the model's versions: the newest and the one that serves. @public */
export const versionsFacts: FactSchema = {
  collector: 'versions',
  title: 'Versions',
  facts: [
    ...define([
      [
        'count',
        'integer',
        'Versions in the catalog',
        'Versions that the catalog lists.',
      ],
    ]),
    ...version('newest.', 'newest version'),
    ...version(
      'serving.',
      'serving version',
      'version with most live traffic in production',
    ),
  ],
};
