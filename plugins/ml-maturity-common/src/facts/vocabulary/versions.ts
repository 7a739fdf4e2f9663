import { FactSchema } from '../types';
import { define } from './define';

const version = (prefix: string, which: string) =>
  define(
    [
      ['name', 'string', `Name of the ${which}.`],
      ['ageDays', 'number', `Age of the ${which}.`, 'days'],
      ['metrics', 'integer', `Metrics of the ${which}.`],
      ['hasBaseline', 'boolean', `The ${which} has a metric of a baseline.`],
      ['hasSlices', 'boolean', `The ${which} has metrics by slice.`],
      [
        'hasHyperparameters',
        'boolean',
        `The run of the ${which} has search parameters.`,
      ],
      [
        'hasSearch',
        'boolean',
        `The ${which} records a search of its hyperparameters: one named search, tuner, study or trials.`,
      ],
      ['hasSignature', 'boolean', `The ${which} has a signature or schema.`],
      ['hasRun', 'boolean', `The ${which} links to its training run.`],
      ['hasCommit', 'boolean', `The run of the ${which} names a commit.`],
      ['hasAlias', 'boolean', `The ${which} has an alias or approval.`],
      ['registered', 'boolean', `The ${which} is in a model registry.`],
    ],
    prefix,
  );

/** Facts of the model's versions: the newest and the one that serves. @public */
export const versionsFacts: FactSchema = {
  collector: 'versions',
  title: 'Versions',
  facts: [
    ...define([['count', 'integer', 'Versions that the catalog lists.']]),
    ...version('newest.', 'newest version'),
    ...version('serving.', 'version with most live traffic in production'),
  ],
};
