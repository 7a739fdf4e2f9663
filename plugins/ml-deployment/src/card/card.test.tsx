import { screen } from '@testing-library/react';
import { FakeDeployment } from '../__testUtils__/FakeDeployment';
import { renderEntity } from '../__testUtils__/renderEntity';
import { ENTITY_REF, SLOW, reviewOf } from '../__testUtils__/review';
import { RolloutCard } from './RolloutCard';

const HREF = '/catalog/default/mldeployment/flight-delay-production/rollout';

describe('the card of a rollout', () => {
  it('says where it stands, the verdict with its first reason, and leads to the review', async () => {
    renderEntity(<RolloutCard />, new FakeDeployment(reviewOf(SLOW)));
    expect(await screen.findByText('Roll back')).toBeVisible();
    expect(screen.getByText('Canary')).toBeVisible();
    expect(screen.getByText('Progressing')).toBeVisible();
    expect(screen.getByText('Phase 2 of 3: 25 %')).toBeVisible();
    expect(screen.getByText(/^latency_p95 ratio is 1.525/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the review' }),
    ).toHaveAttribute('href', HREF);
  });

  it('leads to a first rollout where there is none', async () => {
    renderEntity(
      <RolloutCard />,
      new FakeDeployment({
        ...reviewOf([], { rollout: {}, verdict: undefined }),
        entityRef: ENTITY_REF,
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Start a rollout' }),
    ).toHaveAttribute('href', HREF);
  });
});
