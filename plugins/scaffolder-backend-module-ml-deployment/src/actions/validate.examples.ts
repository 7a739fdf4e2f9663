import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Validate all manifests below the folder `manifests`',
    example: stringify({
      steps: [
        {
          id: 'validate',
          action: 'ml-deployment:validate',
          name: 'Validate manifests',
        },
      ],
    }),
  },
  {
    description: 'Refuse manifests that refer to what is not among them',
    example: stringify({
      steps: [
        {
          id: 'validate',
          action: 'ml-deployment:validate',
          name: 'Validate manifests',
          input: { path: 'deploy/production', closed: true },
        },
      ],
    }),
  },
];
