import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Give the candidate the next share of the traffic',
    example: stringify({
      steps: [
        {
          id: 'promote',
          action: 'ml-deployment:promote',
          name: 'Take the next step',
          input: { action: 'next-step', steps: [5, 25, 50, 100] },
        },
      ],
    }),
  },
  {
    description: 'Go back to the stable version',
    example: stringify({
      steps: [
        {
          id: 'promote',
          action: 'ml-deployment:promote',
          name: 'Roll back',
          input: { path: 'deploy/production', action: 'roll-back' },
        },
      ],
    }),
  },
];
