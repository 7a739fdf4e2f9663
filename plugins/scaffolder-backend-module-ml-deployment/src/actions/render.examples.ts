import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Render a canary of KServe in Standard mode',
    example: stringify({
      steps: [
        {
          id: 'render',
          action: 'ml-deployment:render',
          name: 'Render manifests',
          input: {
            request: {
              name: 'churn',
              namespace: 'models',
              strategy: 'canary',
              target: 'kserve-standard',
              versions: {
                stable: { version: '1', uri: 's3://models/churn/1' },
                candidate: { version: '2', uri: 's3://models/churn/2' },
              },
              model: { format: { name: 'sklearn' } },
              traffic: { steps: [10, 50, 100] },
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Render a blue-green switch of Deployments, in a folder',
    example: stringify({
      steps: [
        {
          id: 'render',
          action: 'ml-deployment:render',
          name: 'Render manifests',
          input: {
            path: 'deploy/production',
            request: {
              name: 'churn',
              namespace: 'models',
              strategy: 'blue-green',
              target: 'gateway-api',
              versions: {
                stable: { version: '1', image: 'registry.example.com/churn:1' },
                candidate: {
                  version: '2',
                  image: 'registry.example.com/churn:2',
                },
              },
              route: { gateway: { name: 'public' } },
            },
          },
        },
      ],
    }),
  },
];
