import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { coreApis } from '@backstage/frontend-plugin-api';
import { broken, churn } from '../__testUtils__/entities';
import { renderEntity } from '../__testUtils__/renderEntity';
import { VersionsContent } from './VersionsContent';

const rowOf = (metric: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${metric}`) }));

describe('VersionsContent', () => {
  it('lists versions with aliases, dates, metrics and links', async () => {
    renderEntity(<VersionsContent />, churn);
    const row = within(await screen.findByRole('row', { name: /champion/ }));
    expect(row.getByText('1 Mar 2026')).toBeInTheDocument();
    expect(row.getByText('40 ms')).toBeInTheDocument();
    expect(
      row.getByRole('link', { name: 'Version 2 in its registry' }),
    ).toHaveAttribute('href', 'https://registry.example/churn/2');
    // The artefact is no web address, so it is text.
    expect(row.getByText('s3://models/churn/2')).toBeInTheDocument();
  });

  it('compares the newest version with the one before, each metric in its direction', async () => {
    renderEntity(<VersionsContent />, churn);
    expect(
      await screen.findByText('1 better, 1 worse, 0 the same, 1 unknown'),
    ).toBeVisible();

    expect(rowOf('accuracy').getByText('+0.02')).toBeInTheDocument();
    expect(rowOf('accuracy').getByText('Better')).toBeInTheDocument();
    expect(rowOf('accuracy').getByText('Higher is better')).toBeInTheDocument();
    expect(
      rowOf('accuracy').getByRole('link', {
        name: '0.93, source of accuracy of version 2',
      }),
    ).toHaveAttribute('href', 'https://papers.example/churn');

    expect(rowOf('latency').getByText('+10 ms')).toBeInTheDocument();
    expect(rowOf('latency').getByText('Worse')).toBeInTheDocument();

    expect(rowOf('charm').getByText('Unknown')).toBeInTheDocument();
    expect(
      rowOf('charm').getByText('Which way is better is not known'),
    ).toBeInTheDocument();
  });

  it('reads the two versions from the address and writes them there', async () => {
    const { apis } = renderEntity(<VersionsContent />, churn, {
      path: '/?before=2&after=1&other=kept',
    });
    expect(await screen.findByText('−0.02')).toBeVisible();
    expect(rowOf('accuracy').getByText('Worse')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Swap' }));

    expect(await screen.findByText('+0.02')).toBeVisible();
    const { search } = apis.get(coreApis.appHistory)!.getSnapshot().location;
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      before: '1',
      after: '2',
      other: 'kept',
    });
  });

  it('says when the address names a version that is not listed', async () => {
    renderEntity(<VersionsContent />, churn, { path: '/?before=0.9' });
    expect(
      await screen.findByText('Not listed by this model: 0.9'),
    ).toBeVisible();
  });

  it('shows a metric over versions as a chart and as a table', async () => {
    renderEntity(<VersionsContent />, churn);
    expect(
      await screen.findByRole('img', {
        name: 'accuracy · holdout by version, oldest first: 1 0.91, 2 0.93',
      }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));

    const figure = within(screen.getByRole('figure'));
    expect(figure.getAllByRole('row').map(row => row.textContent)).toEqual([
      'Versionaccuracy',
      '10.91',
      '20.93',
    ]);
  });

  it.each([
    ['no versions', { ...churn, spec: { ...churn.spec, versions: [] } }],
    ['no spec', { ...churn, spec: undefined }],
  ])('has a clear state for a model with %s', async (_, entity) => {
    renderEntity(<VersionsContent />, entity);
    expect(await screen.findByText(/No version is listed yet/)).toBeVisible();
  });

  it('shows what is left of an entity full of nulls', async () => {
    renderEntity(<VersionsContent />, broken('MlModel'));
    expect(await screen.findByText('Versions (1)')).toBeVisible();
    expect(screen.getByText(/it takes two to compare/)).toBeVisible();
  });

  it('pages and searches 200 metrics of 20 versions', async () => {
    const versions = Array.from({ length: 20 }, (_, v) => ({
      version: `${20 - v}`,
      metrics: Array.from({ length: 200 }, (__, m) => ({
        name: `f1_class_${m}`,
        value: m / 200 + (v === 0 ? 0.001 : 0),
      })),
    }));
    renderEntity(<VersionsContent />, {
      ...churn,
      spec: { ...churn.spec, versions },
    });
    expect(
      await screen.findByText('200 better, 0 worse, 0 the same, 0 unknown'),
    ).toBeVisible();

    await userEvent.click(
      screen.getByRole('searchbox', { name: 'Find a metric' }),
    );
    await userEvent.paste('class_177');

    expect(
      await screen.findByRole('row', { name: /^f1_class_177/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('row', { name: /^f1_class_0/ }),
    ).not.toBeInTheDocument();
  }, 20_000);
});
