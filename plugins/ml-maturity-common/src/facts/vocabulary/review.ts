import { FactSchema } from '../types';
import { define } from './define';

/** Facts from reviews of rollouts; unknown until a collector for them is installed. @public */
export const reviewFacts: FactSchema = {
  collector: 'review',
  title: 'Reviews',
  facts: define([
    ['newestRollout.reviewed', 'boolean', 'The newest rollout was reviewed.'],
    ['newestRollout.verdict', 'string', 'Decision of that review.'],
    ['rollbackRehearsed', 'boolean', 'A rollback was done or rehearsed.'],
  ]),
};
