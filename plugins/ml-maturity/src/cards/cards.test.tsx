import { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeMaturity } from '../__testUtils__/maturity';
import { renderMaturity } from '../__testUtils__/renderMaturity';
import { DeploymentMaturityCard } from './DeploymentMaturityCard';
import { ModelMaturityCard } from './ModelMaturityCard';

const deployment = (relations: Entity['relations']): Entity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlDeployment',
  metadata: { name: 'flight-delay-production', namespace: 'default' },
  spec: { type: 'custom', model: 'flight-delay' },
  relations,
});

describe('ModelMaturityCard', () => {
  it('shows level, score, trend and three next actions with links', async () => {
    const maturity = new FakeMaturity();
    maturity.api.getHistory.mockResolvedValue({
      entityRef: 'mlmodel:default/flight-delay',
      rubricId: 'small',
      events: [],
      points: [
        {
          day: '2026-01-01',
          level: 0,
          score: 0.13,
          counts: {} as never,
        },
      ] as never[],
    });
    renderMaturity(<ModelMaturityCard />, { maturity });
    // Two of six counted checks of the same weight pass.
    expect(await screen.findByText('33%')).toBeVisible();
    expect(screen.getByText('Level 0')).toBeVisible();
    expect(await screen.findByText('+20 points in 90 days')).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: 'Score went from 13% to 33% within 90 days',
      }),
    ).toBeInTheDocument();
    const first = screen.getByRole('link', {
      name: 'Personal data is protected',
    });
    expect(first).toHaveAttribute(
      'href',
      '/catalog/default/mlmodel/flight-delay/maturity?view=checks&check=privacy',
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(
      screen.getByRole('link', { name: 'See journey and checks' }),
    ).toHaveAttribute('href', '/catalog/default/mlmodel/flight-delay/maturity');
  });

  it('shows a failure and a way on', async () => {
    const maturity = new FakeMaturity();
    maturity.api.getScorecard.mockRejectedValueOnce(new Error('no network'));
    renderMaturity(<ModelMaturityCard />, { maturity });
    expect(await screen.findByText('no network')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('33%')).toBeVisible();
  });
});

describe('DeploymentMaturityCard', () => {
  it('shows the state of its model', async () => {
    const { maturity } = renderMaturity(<DeploymentMaturityCard />, {
      entity: deployment([
        { type: 'deploys', targetRef: 'mlmodel:default/flight-delay' },
      ]),
    });
    expect(await screen.findByText('Level 0')).toBeVisible();
    expect(maturity.api.getScorecard).toHaveBeenCalledWith(
      { entityRef: 'mlmodel:default/flight-delay' },
      expect.anything(),
    );
  });

  it('says so where its model is not in the catalog', async () => {
    const { maturity } = renderMaturity(<DeploymentMaturityCard />, {
      entity: deployment([]),
    });
    expect(
      await screen.findByText(
        'The model of this deployment is not in the catalog.',
      ),
    ).toBeVisible();
    expect(maturity.api.getScorecard).not.toHaveBeenCalled();
  });
});
