import type { MlModelCard } from '@airworthy/plugin-ml-models-common';

/** The sections of a model card in the order of reading. */
export const SECTIONS: { key: keyof MlModelCard; title: string }[] = [
  { key: 'intendedUse', title: 'Intended use' },
  { key: 'outOfScopeUse', title: 'Out-of-scope use' },
  { key: 'limitations', title: 'Limitations' },
  { key: 'ethicalConsiderations', title: 'Ethical considerations' },
  { key: 'trainingData', title: 'Training data' },
  { key: 'evaluationData', title: 'Evaluation data' },
  { key: 'caveats', title: 'Caveats' },
];
