import { createContext, useContext } from 'react';
import { screen, within } from '@testing-library/react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { Entity } from '@backstage/catalog-model';
import {
  MlColumnProviderProps,
  MlDeploymentColumnBlueprint,
  MlDeploymentStatusBlueprint,
  MlModelColumnBlueprint,
} from '@airworthy/plugin-ml-models-react';
import { deployment, model } from './__testUtils__/entities';
import { renderExplorer } from './__testUtils__/renderExplorer';

const entities = [
  model('a', { deployments: ['a-prod'] }),
  model('b'),
  deployment('a-prod', 'a'),
];

/** A column whose figures come from one request for the page. */
function batched(request: (names: string[]) => Record<string, string>) {
  const Answers = createContext<Record<string, string>>({});
  return {
    Provider: ({ entities: page, children }: MlColumnProviderProps) => (
      <Answers.Provider
        value={request(page.map(({ metadata }) => metadata.name))}
      >
        {children}
      </Answers.Provider>
    ),
    Cell: ({ entity }: { entity: Entity }) => (
      <>{useContext(Answers)[entity.metadata.name]}</>
    ),
  };
}

const rowOf = async (name: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest(
    'tr',
  )! as HTMLElement;

describe('columns of other plugins', () => {
  it('shows what a plugin fetched for the whole page at once', async () => {
    const request = jest.fn((names: string[]) =>
      Object.fromEntries(names.map(name => [name, `level of ${name}`])),
    );
    const catalogApi = catalogApiMock({ entities });
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    renderExplorer({
      catalogApi,
      contributed: [
        MlModelColumnBlueprint.make({
          name: 'maturity',
          params: {
            title: 'Maturity',
            loader: async () => batched(request),
            fields: ['metadata.annotations'],
          },
        }),
      ],
    });
    expect(await screen.findByText('level of a')).toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: 'Maturity' }),
    ).toBeInTheDocument();
    expect(screen.getByText('level of b')).toBeInTheDocument();
    expect(request).toHaveBeenCalledWith(['a', 'b']);
    expect(rows.mock.calls[0][0]?.fields).toContain('metadata.annotations');
  });

  it.each([
    [
      'cell',
      async () => ({
        Cell: () => {
          throw new Error('out of order');
        },
      }),
    ],
    [
      'provider',
      async () => ({
        Cell: () => <>fine</>,
        Provider: () => {
          throw new Error('out of order');
        },
      }),
    ],
    [
      'loader',
      async () => {
        throw new Error('out of order');
      },
    ],
  ])('keeps the table where its %s fails', async (_, loader) => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    renderExplorer({
      entities,
      contributed: [
        MlModelColumnBlueprint.make({
          name: 'broken',
          params: { title: 'Broken', loader },
        }),
        MlModelColumnBlueprint.make({
          name: 'sound',
          params: {
            title: 'Sound',
            loader: async () => ({ Cell: () => <>ok</> }),
          },
        }),
      ],
    });
    const row = await rowOf('a-prod|What a');
    expect(
      await within(row).findByText('Broken failed: out of order'),
    ).toBeInTheDocument();
    expect(within(row).getByText('ok')).toBeInTheDocument();
    expect(await screen.findByText('a-prod')).toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it('shows the status of a deployment in both lists', async () => {
    const status = MlDeploymentStatusBlueprint.make({
      name: 'monitoring',
      params: {
        title: 'Health',
        loader: async () =>
          batched(names =>
            Object.fromEntries(names.map(name => [name, `${name} is well`])),
          ),
      },
    });
    const first = renderExplorer({ entities, contributed: [status] });
    expect(
      within(await rowOf('What a')).queryByText('Not deployed'),
    ).not.toBeInTheDocument();
    expect(await screen.findByText('a-prod is well')).toBeInTheDocument();
    first.unmount();

    renderExplorer({
      entities,
      contributed: [status],
      path: '/ml-models/deployments',
    });
    expect(await screen.findByText('a-prod is well')).toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: 'Health' }),
    ).toBeInTheDocument();
  });

  it('adds a column to the list of deployments under a configured title', async () => {
    renderExplorer({
      entities,
      path: '/ml-models/deployments',
      contributed: [
        MlDeploymentColumnBlueprint.make({
          name: 'cost',
          params: {
            title: 'Cost',
            loader: async () => ({
              Cell: ({ entity }) => <>cost of {entity.metadata.name}</>,
            }),
          },
        }),
      ],
      config: {
        app: {
          extensions: [
            {
              'ml-deployment-column:ml-models/cost': {
                config: { title: 'Bill' },
              },
            },
          ],
        },
      },
    });
    expect(
      await screen.findByRole('columnheader', { name: 'Bill' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('cost of a-prod')).toBeInTheDocument();
  });
});
