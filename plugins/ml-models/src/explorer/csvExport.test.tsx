import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Papa from 'papaparse';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { download } from '@airworthy/plugin-ml-models-react';
import { deployment, model } from './__testUtils__/entities';
import { renderExplorer } from './__testUtils__/renderExplorer';

jest.mock('@airworthy/plugin-ml-models-react', () => ({
  ...jest.requireActual('@airworthy/plugin-ml-models-react'),
  download: jest.fn(),
}));

const saved = jest.mocked(download);

const savedRows = () =>
  Papa.parse<Record<string, string>>(saved.mock.lastCall![0].slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data;

const manyModels = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    model(`m${String(i).padStart(4, '0')}`),
  );

const startExport = () =>
  userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));

describe('export', () => {
  beforeEach(() => saved.mockClear());

  it('writes the whole filtered list, not just the page', async () => {
    const catalogApi = catalogApiMock({
      entities: [...manyModels(450), model('other', { framework: 'onnx' })],
    });
    renderExplorer({ catalogApi, path: '/ml-models/models?q=m0' });
    await screen.findByText('1 – 20 of 450');
    const rows = jest.spyOn(catalogApi, 'queryEntities');
    await startExport();
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
    expect(saved.mock.lastCall![1]).toBe('ml-models.csv');
    expect(savedRows().map(row => row.name)).toEqual(
      manyModels(450).map(({ metadata }) => metadata.name),
    );
    // 200 rows a request, from the second on by cursor.
    expect(rows).toHaveBeenCalledTimes(3);
    expect(rows.mock.calls[1][0]).toHaveProperty('cursor');
  });

  it('writes what is known of each model', async () => {
    renderExplorer({
      entities: [
        model('churn', {
          title: '=cmd|calc',
          tags: ['gdpr', 'tier-1'],
          updatedAt: '2026-03-01T12:00:00Z',
          deployments: ['churn-prod', 'churn-stage'],
          versions: [{ version: '2', metrics: [{ name: 'auc', value: -0.5 }] }],
        }),
        deployment('churn-prod', 'churn', 'production'),
        deployment('churn-stage', 'churn', 'staging'),
      ],
    });
    await screen.findByText('=cmd|calc');
    await startExport();
    await waitFor(() => expect(saved).toHaveBeenCalled());
    expect(savedRows()).toEqual([
      {
        entity_ref: 'mlmodel:default/churn',
        name: 'churn',
        title: "'=cmd|calc",
        description: 'What churn is for',
        task: 'tabular-classification',
        owner: 'group:default/growth',
        system: '',
        lifecycle: 'production',
        framework: '',
        license: '',
        track: '',
        newest_version: '2',
        newest_version_at: '2026-03-01T12:00:00Z',
        metric: 'auc',
        metric_value: '-0.5',
        metric_unit: '',
        deployments:
          'mldeployment:default/churn-prod; mldeployment:default/churn-stage',
        environments: 'production; staging',
        tags: 'gdpr; tier-1',
      },
    ]);
  });

  it('shows how far it is and stops when asked', async () => {
    const inner = catalogApiMock({ entities: manyModels(450) });
    let release = () => {};
    const queryEntities = jest.fn(async (request: any) => {
      if (request.limit === 200 && request.cursor) {
        await new Promise<void>(resolve => {
          release = resolve;
        });
      }
      return inner.queryEntities(request);
    });
    renderExplorer({
      catalogApi: {
        ...catalogApiMock.mock(),
        getEntityFacets: inner.getEntityFacets.bind(inner),
        queryEntities,
      },
    });
    await screen.findByText('1 – 20 of 450');
    await startExport();
    expect(await screen.findByText('Reading 200 of 450 …')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await act(async () => release());
    expect(screen.queryByText(/Reading/)).not.toBeInTheDocument();
    expect(saved).not.toHaveBeenCalled();
  });

  it('says why it failed and tries again', async () => {
    const inner = catalogApiMock({ entities: manyModels(3) });
    let broken = true;
    renderExplorer({
      catalogApi: {
        ...catalogApiMock.mock(),
        getEntityFacets: inner.getEntityFacets.bind(inner),
        queryEntities: async (request: any) => {
          if (request.limit === 200 && broken) throw new Error('catalog down');
          return inner.queryEntities(request);
        },
      },
    });
    await screen.findByText('m0002');
    await startExport();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The export failed');
    expect(alert).toHaveTextContent('catalog down');
    broken = false;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(saved).toHaveBeenCalled());
    expect(savedRows()).toHaveLength(3);
  });
});
