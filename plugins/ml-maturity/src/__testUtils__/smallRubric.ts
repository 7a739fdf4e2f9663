import { RubricInput } from '@airworthy/plugin-ml-maturity-common';

const remediation = {
  text: 'Mend it. [Run](javascript:alert(1)) or [read](https://docs.example/a).',
};

/** Seven checks, one of them a draft: steps of four phases, and practices of levels 1 and 2. */
export const smallRubric: RubricInput = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlMaturityRubric',
  metadata: { id: 'small', title: 'Small rubric', version: '1.0.0' },
  appliesTo: { kind: 'MlModel' },
  levels: [
    { level: 0, title: 'Manual' },
    { level: 1, title: 'Automated training' },
    { level: 2, title: 'Automated delivery' },
  ],
  categories: [
    { id: 'data', title: 'Data' },
    { id: 'code', title: 'Code' },
  ],
  phases: [
    { id: 'gather', title: 'Gather' },
    { id: 'assess', title: 'Assess' },
    { id: 'plan', title: 'Plan' },
  ],
  tracks: [{ id: 'startup', title: 'Startup' }],
  checks: [
    {
      id: 'expectations',
      title: 'Budget and time are agreed',
      why: 'Money runs out.',
      level: 0,
      category: 'data',
      phase: 'gather',
      effort: 'small',
      remediation,
      attestation: {
        question: 'Are budget and time agreed?',
        expiresAfter: 'P90D',
        fields: [
          {
            id: 'budget',
            title: 'Budget',
            type: 'number',
            unit: 'EUR',
            min: 0,
            required: true,
          },
          { id: 'time', title: 'Timescale', type: 'duration' },
        ],
      },
    },
    {
      id: 'skills',
      title: 'The team has the skills',
      why: 'People build it.',
      level: 0,
      category: 'data',
      phase: 'assess',
      remediation,
      attestation: {
        question: 'Are the skills there?',
        expiresAfter: 'P90D',
        fields: [
          {
            id: 'skills',
            title: 'Roles',
            type: 'choice',
            items: ['Data', 'Operations'],
            options: ['covered', 'missing'],
            required: true,
          },
        ],
      },
    },
    {
      id: 'described',
      title: 'The use case is described',
      why: 'Readers need it.',
      level: 0,
      category: 'data',
      phase: 'assess',
      remediation,
      rule: 'model.card.intendedUse',
      expects: 'The model card states the intended use.',
    },
    {
      id: 'planned',
      title: 'The rollout is planned',
      why: 'Surprises are costly.',
      level: 0,
      category: 'code',
      phase: 'plan',
      remediation: {
        ...remediation,
        template: 'template:default/plan-rollout',
      },
      rule: 'deployments.newest.hasPlan',
      expects: 'The newest deployment has a plan.',
    },
    {
      id: 'privacy',
      title: 'Personal data is protected',
      why: 'It is the law.',
      level: 1,
      category: 'data',
      mlTestScore: 'D5',
      effort: 'small',
      remediation,
      attestation: {
        question: 'Is personal data protected?',
        evidence: 'required',
        expiresAfter: 'P180D',
      },
    },
    {
      id: 'delivered',
      title: 'CI/CD delivers the pipeline',
      why: 'Hands forget.',
      level: 2,
      category: 'code',
      remediation,
      rule: 'repository.ci',
      expects: 'CI builds the repository.',
    },
    {
      id: 'future',
      title: 'The carbon budget is known',
      why: 'Soon.',
      level: 1,
      category: 'code',
      status: 'draft',
      remediation,
      attestation: { question: 'Is it?', expiresAfter: 'P90D' },
    },
  ],
};
