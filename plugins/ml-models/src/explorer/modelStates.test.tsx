import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { aiModelResource, model } from './__testUtils__/entities';
import { renderExplorer } from './__testUtils__/renderExplorer';

const rowOf = async (name: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest(
    'tr',
  )! as HTMLElement;

describe('the list of models, where something is missing', () => {
  it('tells how to add the first model', async () => {
    renderExplorer({ entities: [] });
    expect(
      await screen.findByText('There are no models yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/kind: MlModel/)).toBeInTheDocument();
  });

  it('offers to clear the filters where nothing matches', async () => {
    renderExplorer({
      entities: [model('churn')],
      path: '/ml-models/models?q=nothing&framework=gone',
    });
    expect(await screen.findByText('No model matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(await screen.findByText('churn')).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('shows why models could not be read, and tries again', async () => {
    const inner = catalogApiMock({ entities: [model('churn')] });
    const queryEntities = jest
      .fn()
      .mockRejectedValueOnce(new NotAllowedError('No access to the catalog'))
      .mockImplementation(request => inner.queryEntities(request));
    renderExplorer({
      catalogApi: {
        ...catalogApiMock.mock(),
        getEntityFacets: inner.getEntityFacets.bind(inner),
        queryEntities,
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The models could not be read');
    expect(alert).toHaveTextContent('No access to the catalog');
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('churn')).toBeInTheDocument();
  });

  it('keeps the models where their deployments or the filters fail', async () => {
    const inner = catalogApiMock({
      entities: [model('churn', { deployments: ['churn-prod'] })],
    });
    renderExplorer({
      catalogApi: {
        ...catalogApiMock.mock(),
        queryEntities: inner.queryEntities.bind(inner),
        getEntityFacets: jest.fn().mockRejectedValue(new Error('no facets')),
        getEntitiesByRefs: jest.fn().mockRejectedValue(new Error('no batch')),
      },
    });
    expect(await rowOf('churn')).toHaveTextContent('Could not be read');
    expect(screen.getByText('no facets')).toBeInTheDocument();
    expect(screen.getByText('no batch')).toBeInTheDocument();
  });

  it('shows a model that another tool made, as far as it is described', async () => {
    renderExplorer({ entities: [aiModelResource] });
    const row = await rowOf('granite');
    expect(within(row).getByRole('link', { name: 'granite' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/granite',
    );
    expect(row).toHaveTextContent('platform');
    expect(within(row).getAllByText('Not stated').length).toBeGreaterThan(3);
    expect(row).not.toHaveTextContent('ai-model');
  });

  it('hides a column and keeps that for the next visit', async () => {
    renderExplorer({ entities: [model('churn', { framework: 'onnx' })] });
    await screen.findByRole('columnheader', { name: /Framework/ });
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Framework' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(
        screen.queryByRole('columnheader', { name: /Framework/ }),
      ).not.toBeInTheDocument(),
    );
  });
});
