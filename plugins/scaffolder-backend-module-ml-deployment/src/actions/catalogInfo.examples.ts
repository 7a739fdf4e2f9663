import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Add a deployment beside its model',
    example: stringify({
      steps: [
        {
          id: 'entities',
          action: 'ml-deployment:catalog-info',
          name: 'Describe the deployment',
          input: {
            entities: [
              {
                apiVersion: 'airworthy.dev/v1alpha1',
                kind: 'MlDeployment',
                metadata: { name: 'churn-production' },
                spec: {
                  type: 'kserve',
                  environment: 'production',
                  lifecycle: 'production',
                  owner: 'group:default/retention',
                  model: 'mlmodel:default/churn',
                  variants: [{ name: 'stable', role: 'stable', version: '1' }],
                },
              },
            ],
          },
        },
      ],
    }),
  },
  {
    description: 'Update a field of an entity; null removes one',
    example: stringify({
      steps: [
        {
          id: 'entities',
          action: 'ml-deployment:catalog-info',
          name: 'Say that the rollout began',
          input: {
            path: 'deploy/catalog-info.yaml',
            entities: [
              {
                apiVersion: 'airworthy.dev/v1alpha1',
                kind: 'MlDeployment',
                metadata: { name: 'churn-production' },
                spec: {
                  strategy: { type: 'canary', state: 'running' },
                  system: null,
                },
              },
            ],
          },
        },
      ],
    }),
  },
];
