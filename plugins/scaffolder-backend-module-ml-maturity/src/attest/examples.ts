import { stringify } from 'yaml';

export const attestExamples = [
  {
    description: 'Record answers of a new model once it is in the catalog',
    example: stringify({
      steps: [
        {
          id: 'attest',
          name: 'Record the answers',
          action: 'ml-maturity:attest',
          input: {
            entityRef: 'mlmodel:default/churn',
            attestations: [
              {
                checkId: 'expectations-agreed',
                answer: 'yes',
                fields: {
                  budget: 40000,
                  timescale: '2027-03-01',
                  resources: 2,
                },
              },
              {
                checkId: 'goals-recorded',
                answer: 'yes',
                fields: {
                  requirements: 'Answers within a second',
                  goals: 'Fewer customers leave',
                  objectives: '5 % fewer by June',
                },
                evidence: { url: 'https://wiki.example/churn' },
              },
            ],
          },
        },
      ],
    }),
  },
];
