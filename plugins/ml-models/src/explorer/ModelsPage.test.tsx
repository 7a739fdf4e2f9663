import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { deployment, model } from './__testUtils__/entities';
import { renderExplorer } from './__testUtils__/renderExplorer';

const rowOf = async (name: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest(
    'tr',
  )! as HTMLElement;

const names = () =>
  screen
    .queryAllByRole('rowheader')
    .map(cell => within(cell).getAllByRole('link')[0].textContent);

describe('the list of models', () => {
  it('shows what each model is, its newest version and where it serves', async () => {
    renderExplorer({
      entities: [
        model('churn', {
          title: 'Customer churn',
          framework: 'xgboost',
          updatedAt: '2026-03-01T12:00:00Z',
          deployments: ['churn-stage', 'churn-prod'],
          versions: [
            { version: '1', metrics: [{ name: 'auc', value: 0.8 }] },
            {
              version: '2',
              createdAt: '2026-03-01T12:00:00Z',
              metrics: [{ name: 'auc', value: 0.913 }],
            },
          ].reverse(),
        }),
        deployment('churn-stage', 'churn', 'staging'),
        deployment('churn-prod', 'churn', 'production'),
      ],
    });
    const row = await rowOf('Customer churn');
    expect(
      within(row).getByRole('link', { name: 'Customer churn' }),
    ).toHaveAttribute('href', '/catalog/default/mlmodel/churn');
    expect(row).toHaveTextContent('What churn is for');
    expect(row).toHaveTextContent('Tabular classification');
    expect(row).toHaveTextContent('xgboost');
    expect(row).toHaveTextContent('auc 0.913');
    expect(
      within(row).getByRole('link', { name: 'growth' }),
    ).toBeInTheDocument();
    expect(within(row).getByText(/2026/)).toHaveAttribute(
      'datetime',
      '2026-03-01T12:00:00Z',
    );
    // Production first, whatever the names.
    const deployments = await within(row).findAllByRole('listitem');
    expect(deployments.map(item => item.textContent)).toEqual([
      'productionchurn-prod',
      'stagingchurn-stage',
    ]);
  });

  it('reads the page by one request and all its deployments by another', async () => {
    const entities = Array.from({ length: 30 }, (_, i) => {
      const name = `m${String(i).padStart(2, '0')}`;
      return [
        model(name, { deployments: [`${name}-prod`] }),
        deployment(`${name}-prod`, name),
      ];
    }).flat();
    const catalogApi = catalogApiMock({ entities });
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    const batch = jest.spyOn(catalogApi, 'getEntitiesByRefs');
    const facets = jest.spyOn(catalogApi, 'getEntityFacets');
    renderExplorer({ catalogApi });

    await screen.findByRole('link', { name: 'm19-prod' });
    expect(rows).toHaveBeenCalledTimes(1);
    expect(rows.mock.calls[0][0]).toMatchObject({ limit: 20, offset: 0 });
    expect(batch).toHaveBeenCalledTimes(1);
    expect(batch.mock.calls[0][0].entityRefs).toHaveLength(20);
    expect(batch.mock.calls[0][0].fields).not.toContain('spec.monitoring');
    // One for the models' own fields, one for the environments of deployments.
    expect(facets).toHaveBeenCalledTimes(2);
  });

  it('pages by cursor, keeps the page in the address, and goes back', async () => {
    const entities = Array.from({ length: 45 }, (_, i) =>
      model(`m${String(i).padStart(2, '0')}`),
    );
    const catalogApi = catalogApiMock({ entities });
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    const { goBack, query } = renderExplorer({ catalogApi });

    expect(await screen.findByText('1 – 20 of 45')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('m20')).toBeInTheDocument();
    expect(screen.getByText('21 – 40 of 45')).toBeInTheDocument();
    expect(query()).toBe('?page=2');
    expect(rows.mock.calls[1][0]).toHaveProperty('cursor');

    act(() => goBack());
    expect(await screen.findByText('m00')).toBeInTheDocument();
    expect(query()).toBe('');
  });

  it('opens a shared page at once', async () => {
    const entities = Array.from({ length: 45 }, (_, i) =>
      model(`m${String(i).padStart(2, '0')}`),
    );
    renderExplorer({ entities, path: '/ml-models/models?page=3' });
    expect(await screen.findByText('m44')).toBeInTheDocument();
    expect(screen.getByText('41 – 45 of 45')).toBeInTheDocument();
  });

  it('says so where an address names a page that is not there', async () => {
    renderExplorer({
      entities: [model('churn')],
      path: '/ml-models/models?page=9',
    });
    expect(await screen.findByText('There is no page 9')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Go to the first page' }),
    );
    expect(await screen.findByText('churn')).toBeInTheDocument();
  });

  it('filters, with the counts of each value', async () => {
    const catalogApi = catalogApiMock({
      entities: [
        model('a', { framework: 'onnx' }),
        model('b', { framework: 'onnx' }),
        model('c', { framework: 'xgboost' }),
      ],
    });
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    const { query } = renderExplorer({ catalogApi });
    await screen.findByText('a');

    // There is little room in a test's window.
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.click(
      await screen.findByRole('button', { name: /Framework/ }),
    );
    const option = await screen.findByRole('option', { name: /onnx/ });
    expect(option).toHaveTextContent('onnx2');
    await userEvent.click(option);
    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(names()).toEqual(['a', 'b']));
    expect(query()).toBe('?framework=onnx');
    expect(rows.mock.lastCall?.[0]).toMatchObject({
      query: {
        $all: [expect.anything(), { 'spec.framework': { $in: ['onnx'] } }],
      },
    });

    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() => expect(names()).toEqual(['a', 'b', 'c']));
    expect(query()).toBe('');
  });

  it('finds models by the environment of their deployments', async () => {
    renderExplorer({
      path: '/ml-models/models?environment=staging',
      entities: [
        model('a', { deployments: ['a-prod'] }),
        model('b', { deployments: ['b-stage'] }),
        deployment('a-prod', 'a', 'production'),
        deployment('b-stage', 'b', 'staging'),
      ],
    });
    await screen.findByText('b-stage');
    expect(names()).toEqual(['b']);
  });

  it('says where an environment has more deployments than it looks through', async () => {
    const inner = catalogApiMock({
      entities: [
        model('a', { deployments: ['a-prod'] }),
        deployment('a-prod', 'a'),
      ],
    });
    const catalogApi = {
      ...catalogApiMock.mock(),
      getEntityFacets: inner.getEntityFacets.bind(inner),
      getEntitiesByRefs: inner.getEntitiesByRefs.bind(inner),
      queryEntities: async (request: any) => {
        const answer = await inner.queryEntities(request);
        return request.limit === 500
          ? { ...answer, totalItems: 4_321 }
          : answer;
      },
    };
    renderExplorer({
      catalogApi,
      path: '/ml-models/models?environment=production',
    });
    expect(
      await screen.findByText('Not all of “production” is shown'),
    ).toBeInTheDocument();
    expect(screen.getByText(/4,321 deployments match/)).toBeInTheDocument();
  });

  it('lists the reader’s own and starred models', async () => {
    const { query } = renderExplorer({
      entities: [
        model('mine'),
        model('theirs', { owner: 'group:default/platform' }),
      ],
    });
    await screen.findByText('theirs');
    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    await waitFor(() => expect(names()).toEqual(['mine']));
    expect(query()).toBe('?mine=true');

    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Star theirs' }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Remove the star from theirs',
      }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Starred' }));
    await waitFor(() => expect(names()).toEqual(['theirs']));
  });

  it('orders by a column, those without a value last', async () => {
    const { query } = renderExplorer({
      entities: [
        model('a', { updatedAt: '2026-01-01T00:00:00Z' }),
        model('b'),
        model('c', { updatedAt: '2026-02-01T00:00:00Z' }),
      ],
    });
    await screen.findByText('a');
    const head = screen.getByRole('columnheader', { name: /Updated/ });
    await userEvent.click(head);
    await waitFor(() => expect(names()).toEqual(['a', 'c', 'b']));
    await userEvent.click(
      screen.getByRole('columnheader', { name: /Updated/ }),
    );
    await waitFor(() => expect(names()).toEqual(['c', 'a', 'b']));
    expect(query()).toBe('?sort=-updated');
    expect(
      screen.getByRole('columnheader', { name: /Updated/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('searches when the reader pauses', async () => {
    const catalogApi = catalogApiMock({
      entities: [model('speech'), model('churn')],
    });
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    const { query } = renderExplorer({ catalogApi });
    await screen.findByText('churn');
    await userEvent.type(screen.getByRole('searchbox'), 'speech');
    await waitFor(() => expect(names()).toEqual(['speech']));
    expect(query()).toBe('?q=speech');
    expect(rows.mock.calls.length).toBeLessThan(4);
  });

  it('ignores an answer that a newer request has overtaken', async () => {
    const inner = catalogApiMock({ entities: [model('slow'), model('fast')] });
    let release = () => {};
    const catalogApi = {
      ...catalogApiMock.mock(),
      getEntityFacets: inner.getEntityFacets.bind(inner),
      queryEntities: async (request: any) => {
        if (request.fullTextFilter?.term === 'slow') {
          await new Promise<void>(resolve => {
            release = resolve;
          });
        }
        return inner.queryEntities(request);
      },
    };
    const { navigate } = renderExplorer({
      catalogApi,
      path: '/ml-models/models?q=slow',
    });
    await screen.findByRole('searchbox');
    act(() => navigate('/ml-models/models?q=fast'));
    await screen.findByText('fast');
    await act(async () => release());
    expect(names()).toEqual(['fast']);
  });
});
