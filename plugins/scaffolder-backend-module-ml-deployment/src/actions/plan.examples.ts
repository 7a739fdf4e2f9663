import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Plan a canary',
    example: stringify({
      steps: [
        {
          id: 'plan',
          action: 'ml-deployment:plan',
          name: 'Plan',
          input: {
            request: {
              strategy: 'canary',
              target: 'argo-rollouts-istio',
              deployment: {
                name: 'churn-production',
                owner: 'group:default/retention',
              },
              model: {
                ref: 'mlmodel:default/churn',
                task: 'classification',
                stableVersion: '1',
                candidateVersion: '2',
              },
              requestsPerDay: 50000,
              trafficSteps: [5, 25, 50, 100],
              errorRatio: { baseline: 0.01, smallestIncrease: 0.01 },
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Plan a shadow, in a file of another name',
    example: stringify({
      steps: [
        {
          id: 'plan',
          action: 'ml-deployment:plan',
          name: 'Plan',
          input: {
            path: 'docs/shadow.md',
            request: {
              strategy: 'shadow',
              deployment: { name: 'churn-shadow', owner: 'user:default/guest' },
              model: {
                ref: 'mlmodel:default/churn',
                task: 'classification',
                candidateVersion: '2',
              },
              requestsPerDay: 2000,
            },
          },
        },
      ],
    }),
  },
];
