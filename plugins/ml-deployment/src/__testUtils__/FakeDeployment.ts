import type {
  MlDeploymentApi,
  RolloutReview,
} from '@airworthy/plugin-ml-deployment-common';
import { HEALTHY, decisionOf, reviewOf } from './review';

/** A deployment backend in memory; each answer can be replaced. */
export class FakeDeployment {
  readonly client: jest.Mocked<MlDeploymentApi>;

  constructor(review: RolloutReview = reviewOf(HEALTHY)) {
    this.client = {
      getStrategies: jest.fn(),
      advise: jest.fn(),
      plan: jest.fn(),
      render: jest.fn(),
      validate: jest.fn(),
      getReview: jest.fn().mockResolvedValue(review),
      getDecisions: jest
        .fn()
        .mockResolvedValue({ items: [decisionOf()], totalItems: 1 }),
      decide: jest.fn().mockResolvedValue(decisionOf()),
      getDecisionSummaries: jest.fn(),
    };
  }
}
