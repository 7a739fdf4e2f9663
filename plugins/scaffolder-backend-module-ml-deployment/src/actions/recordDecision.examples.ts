import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Record that a rollout goes on, on the review as it is now',
    example: stringify({
      steps: [
        {
          id: 'decide',
          action: 'ml-deployment:record-decision',
          name: 'Record the decision',
          input: {
            entityRef: 'mldeployment:default/churn-production',
            decision: 'promote',
          },
        },
      ],
    }),
  },
  {
    description: 'Record a decision against the verdict, with the reason',
    example: stringify({
      steps: [
        {
          id: 'decide',
          action: 'ml-deployment:record-decision',
          name: 'Record the decision',
          input: {
            entityRef: 'mldeployment:default/churn-production',
            decision: 'hold',
            comment: 'The campaign of this week makes the figures unusual.',
            revision: '${{ parameters.revision }}',
          },
        },
      ],
    }),
  },
];
