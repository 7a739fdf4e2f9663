import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { broken, churn, churnProduction } from '../__testUtils__/entities';
import { renderEntity } from '../__testUtils__/renderEntity';
import { ModelDeploymentsCard } from './ModelDeploymentsCard';

describe('ModelDeploymentsCard', () => {
  it('reads all deployments with one request and names one that is missing', async () => {
    const getEntitiesByRefs = jest.fn(async ({ entityRefs }) => ({
      items: entityRefs.map((ref: string) =>
        ref.endsWith('churn-production') ? churnProduction : undefined,
      ),
    }));
    renderEntity(<ModelDeploymentsCard />, churn, {
      catalogApi: catalogApiMock.mock({ getEntitiesByRefs }),
    });

    const link = await screen.findByRole('link', { name: 'Churn, production' });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/mldeployment/churn-production',
    );
    expect(screen.getByText('kserve · Canary, progressing')).toBeVisible();
    expect(screen.getByText('mldeployment:default/churn-lost')).toBeVisible();
    expect(
      screen.getByText('(not in the catalog, or not visible to you)'),
    ).toBeVisible();
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
  });

  it('shows traffic as a bar and as a table', async () => {
    renderEntity(<ModelDeploymentsCard />, churn, {
      others: [churnProduction],
    });
    expect(
      await screen.findByRole('img', {
        name: 'Traffic: stable 1 answers 75%, candidate 2 answers 25%, shadow 3 gets copies of 100%',
      }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));

    const row = screen.getByRole('row', { name: /next/ });
    expect(within(row).getByText('Candidate')).toBeInTheDocument();
    expect(within(row).getByText('25%')).toBeInTheDocument();
    expect(screen.getByText('100% copied')).toBeInTheDocument();
  });

  it('shows a failure with its cause and a way on', async () => {
    const getEntitiesByRefs = jest
      .fn()
      .mockRejectedValueOnce(new Error('The catalog is down'))
      .mockResolvedValue({ items: [undefined, churnProduction] });
    renderEntity(<ModelDeploymentsCard />, churn, {
      catalogApi: catalogApiMock.mock({ getEntitiesByRefs }),
    });
    expect(await screen.findByText('The catalog is down')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'Churn, production' }),
    ).toBeVisible();
  });

  it('says how a model that nobody serves gets a deployment', async () => {
    renderEntity(<ModelDeploymentsCard />, broken('MlModel'));
    expect(
      await screen.findByText(/spec.model is mlmodel:default\/old/),
    ).toBeVisible();
  });
});
