import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Get the files of a local repository to change them',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          action: 'ml-deployment:workspace:fetch',
          name: 'Fetch the repository',
          input: { repository: 'churn' },
        },
      ],
    }),
  },
  {
    description: 'Get them into a folder, where there are any',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          action: 'ml-deployment:workspace:fetch',
          name: 'Fetch the repository',
          input: { repository: 'churn', targetPath: 'repo', optional: true },
        },
      ],
    }),
  },
];
