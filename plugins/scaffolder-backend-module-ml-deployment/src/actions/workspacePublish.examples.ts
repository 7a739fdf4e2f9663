import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Make a local repository of the workspace',
    example: stringify({
      steps: [
        {
          id: 'publish',
          action: 'ml-deployment:workspace:publish',
          name: 'Publish',
          input: {
            repository: 'churn',
            mode: 'create',
            message: 'Begin the model churn',
          },
        },
      ],
    }),
  },
  {
    description:
      'Change what was fetched before, unless somebody else changed it meanwhile',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          action: 'ml-deployment:workspace:fetch',
          name: 'Fetch the repository',
          input: { repository: 'churn', targetPath: 'repo' },
        },
        {
          id: 'publish',
          action: 'ml-deployment:workspace:publish',
          name: 'Publish',
          input: {
            repository: 'churn',
            sourcePath: 'repo',
            mode: 'update',
            expectedCommit: '${{ steps.fetch.output.commit }}',
            message: 'Give version 2 a tenth of the traffic',
          },
        },
      ],
    }),
  },
];
