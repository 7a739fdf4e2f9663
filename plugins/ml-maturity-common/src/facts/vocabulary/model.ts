import { FactSchema } from '../types';
import { define } from './define';

/** Facts of the model itself: its age and its model card. @public */
export const modelFacts: FactSchema = {
  collector: 'model',
  title: 'Model',
  facts: define([
    [
      'ageDays',
      'number',
      'Age of the model',
      'Age of the model in the catalog.',
      'days',
    ],
    [
      'card.intendedUse',
      'boolean',
      'Intended use in the model card',
      'The model card states the intended use.',
    ],
    [
      'card.outOfScopeUse',
      'boolean',
      'Use out of scope in the model card',
      'The model card states what it is not for.',
    ],
    [
      'card.limitations',
      'boolean',
      'Limitations in the model card',
      'The model card states limitations.',
    ],
    [
      'card.ethicalConsiderations',
      'boolean',
      'Ethical considerations in the model card',
      'The model card states ethical considerations.',
    ],
    [
      'card.trainingData',
      'boolean',
      'Training data in the model card',
      'The model card describes the training data.',
    ],
    [
      'card.evaluationData',
      'boolean',
      'Evaluation data in the model card',
      'The model card describes the evaluation data.',
    ],
    [
      'card.complete',
      'boolean',
      'Complete model card',
      'The model card has intended use, limitations, training and evaluation data.',
    ],
    ['license', 'boolean', 'Licence', 'The model states its license.'],
    ['framework', 'boolean', 'Framework', 'The model states its framework.'],
  ]),
};
