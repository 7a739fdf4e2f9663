import { screen } from '@testing-library/react';
import { churn } from '../__testUtils__/entities';
import { renderEntity } from '../__testUtils__/renderEntity';
import { OverviewLayout } from './OverviewLayout';

describe('OverviewLayout', () => {
  it('puts what matters most before the facts, and those before the rest', async () => {
    renderEntity(
      <OverviewLayout
        cards={[
          { type: 'info', element: <h3>Facts</h3> },
          { type: 'content', element: <h3>At a glance</h3> },
          { element: <h3>Deployments</h3> },
          { type: 'info', element: <h3>About</h3> },
        ]}
      />,
      churn,
    );
    await screen.findByText('At a glance');
    expect(
      screen.getAllByRole('heading', { level: 3 }).map(h => h.textContent),
    ).toEqual(['At a glance', 'Facts', 'About', 'Deployments']);
  });
});
