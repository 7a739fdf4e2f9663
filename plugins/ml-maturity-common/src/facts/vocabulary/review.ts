import { FactSchema } from '../types';
import { define } from './define';

/** Facts from reviews of rollouts; unknown until a collector for them is installed. @public */
export const reviewFacts: FactSchema = {
  collector: 'review',
  title: 'Reviews',
  facts: define([
    [
      'newestRollout.reviewed',
      'boolean',
      'Review of the newest rollout',
      'The newest rollout was reviewed.',
    ],
    [
      'newestRollout.verdict',
      'string',
      'Verdict on the newest rollout',
      'Decision of that review.',
    ],
    [
      'rollbackRehearsed',
      'boolean',
      'Rollback done or rehearsed',
      'A rollback was done or rehearsed.',
    ],
  ]),
};
