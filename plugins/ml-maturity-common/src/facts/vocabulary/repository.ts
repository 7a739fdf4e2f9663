import { FactSchema } from '../types';
import { define } from './define';

const repository = (prefix: string, whose: string) =>
  define(
    [
      [
        'known',
        'boolean',
        `The repository of the ${whose} is known and readable.`,
      ],
      ['readme', 'boolean', `The repository of the ${whose} has a README.`],
      ['tests', 'boolean', `The repository of the ${whose} has tests.`],
      [
        'integrationTests',
        'boolean',
        `The repository of the ${whose} has integration tests.`,
      ],
      [
        'ci',
        'boolean',
        `The repository of the ${whose} has a CI configuration.`,
      ],
      ['ciSystem', 'string', `CI system of the ${whose}.`],
      ['deliversByCi', 'boolean', `CI delivers the ${whose}.`],
      ['lockfile', 'boolean', `Dependencies of the ${whose} are locked.`],
      ['packaged', 'boolean', `The code of the ${whose} is a package.`],
      [
        'notebookShare',
        'number',
        `Share of notebooks in the code of the ${whose}, 0 to 1.`,
      ],
      [
        'codeOwners',
        'boolean',
        `The repository of the ${whose} has code owners.`,
      ],
      [
        'dataVersioning',
        'boolean',
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
