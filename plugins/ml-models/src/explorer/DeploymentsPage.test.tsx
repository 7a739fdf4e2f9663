import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { deployment, model } from './__testUtils__/entities';
import { renderExplorer } from './__testUtils__/renderExplorer';

const path = '/ml-models/deployments';

const entities = [
  model('churn', { title: 'Customer churn' }),
  deployment('churn-prod', 'churn', 'production'),
  deployment('churn-stage', 'churn', 'staging'),
];

describe('the list of deployments', () => {
  it('shows where each one runs, how, and how traffic is split', async () => {
    const catalogApi = catalogApiMock({ entities });
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    renderExplorer({ catalogApi, path });
    const row = (
      await screen.findByRole('rowheader', { name: /churn-prod/ })
    ).closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('production');
    expect(row).toHaveTextContent('kserve');
    expect(row).toHaveTextContent('canaryprogressing');
    expect(
      within(row).getByRole('img', {
        name: /stable 1 answers 90%, candidate 2 answers 10%/,
      }),
    ).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: 'churn' })).toHaveAttribute(
      'href',
      '/catalog/default/mlmodel/churn',
    );
    expect(rows).toHaveBeenCalledTimes(1);
    expect(rows.mock.calls[0][0]?.fields).not.toContain('spec');
  });

  it('is a tab beside the models, each with an address of its own', async () => {
    const { pathname } = renderExplorer({
      entities,
      path: '/ml-models/models?q=churn',
    });
    await screen.findByText('Customer churn');
    await userEvent.click(screen.getByRole('tab', { name: 'Deployments' }));
    expect(await screen.findByText('churn-stage')).toBeInTheDocument();
    expect(pathname()).toBe('/ml-models/deployments');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('filters by environment in one request', async () => {
    const catalogApi = catalogApiMock({ entities });
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    renderExplorer({ catalogApi, path: `${path}?environment=staging` });
    expect(await screen.findByText('churn-stage')).toBeInTheDocument();
    expect(screen.queryByText('churn-prod')).not.toBeInTheDocument();
    expect(rows).toHaveBeenCalledTimes(1);
  });

  it('tells how to add the first deployment', async () => {
    renderExplorer({ entities: [], path });
    expect(
      await screen.findByText('There are no deployments yet'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByText(/kind: MlDeployment/)).toBeInTheDocument(),
    );
  });
});
