import { FactSchema } from '../types';
import { define } from './define';

/**
 * Facts of the assessment itself: how many of the questions that only a
 * person can answer have an answer that holds.
 *
 * @public
 */
export const assessmentFacts: FactSchema = {
  collector: 'assessment',
  title: 'Assessment',
  facts: define([
    [
      'questions',
      'integer',
      'Questions of the assessment',
      'Questions of the rubric that apply to the model.',
    ],
    [
      'answered',
      'integer',
      'Answered questions',
      'Of these, answered and not expired.',
    ],
    [
      'complete',
      'boolean',
      'Complete assessment',
      'Every question that applies has an answer that has not expired.',
    ],
  ]),
};
