const question = (id, title, attestation) => ({
  id,
  title,
  why: 'Whoever takes a model over has to know it.',
  level: 1,
  category: 'handover',
  phase: 'hand-over',
  attestation: { expiresAfter: 'P30D', ...attestation },
  remediation: { text: 'Talk to those who take it over.' },
});

const RUBRIC = {
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlMaturityRubric',
  metadata: { id: 'handover', title: 'Handover', version: '1.0.0' },
  // One model, so that figures of the others stay as they are.
  appliesTo: { kind: 'MlModel', 'metadata.name': 'crew-fatigue' },
  levels: [
    { level: 0, title: 'With its makers' },
    { level: 1, title: 'Handed over' },
  ],
  categories: [{ id: 'handover', title: 'Handover' }],
  phases: [{ id: 'hand-over', title: 'Hand over' }],
  checks: [
    question('met', 'Both teams have met', {
      question: 'Have both teams met?',
    }),
    question('rehearsed', 'A night shift was rehearsed', {
      question: 'Was a night shift rehearsed?',
      fields: [
        {
          id: 'hours',
          title: 'Hours',
          type: 'number',
          min: 1,
          required: true,
        },
      ],
    }),
    question('signed', 'The handover is signed', {
      question: 'Is the handover signed?',
      evidence: 'required',
    }),
  ],
};

/**
 * Settings of a portal that judges one example model by a small rubric as
 * well: three answers take it from level 0 to level 1, which takes many more
 * by the rubrics that are there otherwise.
 */
export const HANDOVER = {
  'mlMaturity.rubrics': {
    mlops: { source: 'default:mlops' },
    'language-models': { source: 'default:language-models' },
    handover: { document: RUBRIC },
  },
};
