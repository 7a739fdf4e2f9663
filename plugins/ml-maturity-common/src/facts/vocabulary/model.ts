import { FactSchema } from '../types';
import { define } from './define';

/** Facts of the model itself: its age and its model card. @public */
export const modelFacts: FactSchema = {
  collector: 'model',
  title: 'Model',
  facts: define([
    ['ageDays', 'number', 'Age of the model in the catalog.', 'days'],
    ['card.intendedUse', 'boolean', 'The model card states the intended use.'],
    [
      'card.outOfScopeUse',
      'boolean',
      'The model card states what it is not for.',
    ],
    ['card.limitations', 'boolean', 'The model card states limitations.'],
    [
      'card.ethicalConsiderations',
      'boolean',
      'The model card states ethical considerations.',
    ],
    [
      'card.trainingData',
      'boolean',
      'The model card describes the training data.',
    ],
    [
      'card.evaluationData',
      'boolean',
      'The model card describes the evaluation data.',
    ],
    [
      'card.complete',
      'boolean',
      'The model card has intended use, limitations, training and evaluation data.',
    ],
    ['license', 'boolean', 'The model states its license.'],
    ['framework', 'boolean', 'The model states its framework.'],
  ]),
};
