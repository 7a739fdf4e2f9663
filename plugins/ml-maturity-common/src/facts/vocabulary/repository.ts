import { FactSchema } from '../types';
import { define } from './define';

const repository = (prefix: string, whose: string) =>
  define(
    [
      [
        'known',
        'boolean',
        `Readable repository of the ${whose}`,
        `The repository of the ${whose} is known and readable.`,
      ],
      [
        'readme',
        'boolean',
        `README of the ${whose}`,
        `The repository of the ${whose} has a README.`,
      ],
      [
        'tests',
        'boolean',
        `Tests in the repository of the ${whose}`,
        `The repository of the ${whose} has tests.`,
      ],
      [
        'integrationTests',
        'boolean',
        `Integration tests of the ${whose}`,
        `The repository of the ${whose} has integration tests.`,
      ],
      [
        'ci',
        'boolean',
        `CI configuration of the ${whose}`,
        `The repository of the ${whose} has a CI configuration.`,
      ],
      [
        'ciSystem',
        'string',
        `CI system of the ${whose}`,
        `CI system of the ${whose}.`,
      ],
      [
        'deliversByCi',
        'boolean',
        `Delivery of the ${whose} by CI`,
        `CI delivers the ${whose}.`,
      ],
      [
        'lockfile',
        'boolean',
        `Locked dependencies of the ${whose}`,
        `Dependencies of the ${whose} are locked.`,
      ],
      [
        'packaged',
        'boolean',
        `Package layout of the ${whose}`,
        `The code of the ${whose} is a package.`,
      ],
      [
        'notebookShare',
        'number',
        `Share of notebooks in the code of the ${whose}`,
        `Share of notebooks in the code of the ${whose}, 0 to 1.`,
      ],
      [
        'codeOwners',
        'boolean',
        `Code owners of the ${whose}`,
        `The repository of the ${whose} has code owners.`,
      ],
      [
        'dataVersioning',
        'boolean',
        `Data versioning of the ${whose}`,
        `The repository of the ${whose} versions its data (DVC, lakeFS, Delta).`,
      ],
    ],
    prefix,
  );

/** Facts of the source repositories of the model and of its training pipeline. @public */
export const repositoryFacts: FactSchema = {
  collector: 'repository',
  title: 'Repository',
  facts: [
    ...repository('', 'model'),
    ...repository('pipeline.', 'training pipeline'),
  ],
};
