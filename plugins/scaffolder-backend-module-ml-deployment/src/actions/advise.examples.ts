import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Ask which strategy fits best',
    example: stringify({
      steps: [
        {
          id: 'advise',
          action: 'ml-deployment:advise',
          name: 'Advise',
          input: {
            answers: {
              risk: 'medium',
              reversible: 'yes',
              existingVersion: true,
              labelDelay: 'days',
              requestsPerDay: 50000,
              state: 'stateless',
              spareCapacity: 'some',
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Ask what speaks for and against a strategy on a target',
    example: stringify({
      steps: [
        {
          id: 'advise',
          action: 'ml-deployment:advise',
          name: 'Advise',
          input: {
            answers: { risk: 'high', existingVersion: true },
            target: 'argo-rollouts-istio',
            strategy: 'canary',
          },
        },
      ],
    }),
  },
];
