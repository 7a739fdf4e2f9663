import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Papa from 'papaparse';
import { download } from '@airworthy/plugin-ml-models-react';
import { FakeMonitoring } from '../__testUtils__/FakeMonitoring';
import { DATA, driftOf, featureOf, panelOf } from '../__testUtils__/panels';
import { renderMonitoring } from '../__testUtils__/renderMonitoring';
import { sortFeatures } from './sortFeatures';

jest.mock('@airworthy/plugin-ml-models-react', () => ({
  ...jest.requireActual('@airworthy/plugin-ml-models-react'),
  download: jest.fn(),
}));

const features = async () => {
  await screen.findByRole('link', { name: 'hour' });
  return screen
    .getAllByRole('rowheader')
    .map(cell => within(cell).getByRole('link').textContent);
};

describe('sortFeatures', () => {
  it('orders figures of different tests by how far they are beyond their limits', () => {
    const pValue = driftOf({
      value: 0.001,
      plan: {
        ...driftOf().plan,
        test: 'kolmogorov-smirnov',
        figure: 'p-value',
      },
      limits: { critical: 0.05, inclusive: true },
      status: 'critical',
    });
    const sorted = sortFeatures(
      [
        featureOf('calm', { drift: driftOf({ value: 0.2 }) }),
        featureOf('unknown', { drift: undefined, status: 'unknown' }),
        featureOf('far', {
          drift: driftOf({ value: 0.5, status: 'critical' }),
          status: 'critical',
        }),
        // 50 times beyond its limit, though its figure is the smallest.
        featureOf('furthest', { drift: pValue, status: 'critical' }),
      ],
      'severity',
    );
    expect(sorted.map(({ feature }) => feature)).toEqual([
      'furthest',
      'far',
      'unknown',
      'calm',
    ]);
  });
});

describe('the page Data', () => {
  it('lists features worst first, each figure with its test and limits', async () => {
    renderMonitoring({ path: '/data' });
    expect(await features()).toEqual([
      'hour',
      'origin',
      'recent_delay_rate',
      'distance',
    ]);
    const row = screen
      .getByRole('link', { name: 'hour' })
      .closest('[role=row]')!;
    expect(row).toHaveTextContent('Critical');
    expect(row).toHaveTextContent(
      '0.31Population stability index; warning from 0.1, critical from 0.25',
    );
    const unknown = screen
      .getByRole('link', { name: 'recent_delay_rate' })
      .closest('[role=row]')!;
    expect(unknown).toHaveTextContent('7%0% in the baseline');
    expect(within(unknown as HTMLElement).getByTitle('unknown')).toBeVisible();
  });

  it('searches and sorts, and keeps both in the address', async () => {
    const { query } = renderMonitoring({ path: '/data' });
    await features();
    await userEvent.click(
      screen.getByRole('columnheader', { name: /^Missing/ }),
    );
    expect(query().get('sort')).toBe('missing');
    expect((await features())[0]).toBe('recent_delay_rate');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search features' }),
      'H',
    );
    await waitFor(() => expect(query().get('q')).toBe('H'));
    expect(await screen.findByText('1 of 4 features')).toBeVisible();
  });

  it('asks by other rules, and says so in the address', async () => {
    const { query, client } = renderMonitoring({ path: '/data' });
    await features();
    await userEvent.click(screen.getByRole('button', { name: /Rules/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Evidently’s rules' }),
    );
    expect(query().get('rules')).toBe('evidently');
    await waitFor(() =>
      expect(client.getData).toHaveBeenLastCalledWith(
        expect.objectContaining({ ruleSet: 'evidently' }),
        expect.anything(),
      ),
    );
  });

  it('shows 300 features a page at a time, and hands out all of them', async () => {
    const monitoring = new FakeMonitoring();
    monitoring.client.getData.mockResolvedValue(
      panelOf({
        ...DATA,
        features: [
          ...Array.from({ length: 299 }, (_, i) => featureOf(`f${i}`)),
          featureOf('hour', {
            status: 'critical',
            drift: driftOf({ value: 0.31, status: 'critical' }),
          }),
        ],
      }),
    );
    renderMonitoring({ path: '/data', monitoring });
    expect(await features()).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    const [text] = jest.mocked(download).mock.lastCall!;
    const rows = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(300);
    expect(rows[0]).toMatchObject({
      feature: 'hour',
      status: 'critical',
      test: 'Population stability index',
      drift: '0.31',
      warning: '0.1',
      critical: '0.25',
    });
  });

  it('shows a feature under every test, with its distribution as a table', async () => {
    renderMonitoring({ path: '/data/hour' });
    const calm = await screen.findByRole('row', { name: /^Wasserstein/ });
    expect(calm).toHaveTextContent('Evidently’s rules');
    expect(calm).toHaveTextContent('OK');
    const panel = within(
      screen.getByRole('region', { name: 'Baseline and current values' }),
    );
    await userEvent.click(panel.getByRole('radio', { name: 'Table' }));
    expect(await panel.findByRole('row', { name: /6 – 12/ })).toHaveTextContent(
      '6 – 1240%20%',
    );
  });
});
