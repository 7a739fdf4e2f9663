import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeMonitoring } from '../__testUtils__/FakeMonitoring';
import { STATUS, CHECKS } from '../__testUtils__/status';
import {
  DEPLOYMENT,
  named,
  renderMonitoring,
} from '../__testUtils__/renderMonitoring';

const checks = async () =>
  within(await screen.findByRole('region', { name: 'What is wrong' }));

describe('the monitoring tab', () => {
  it('says how the deployment is doing, the worst check first', async () => {
    renderMonitoring();
    const items = (await checks()).findAllByRole('listitem');
    expect(
      (await items).map(item => within(item).getByRole('link').textContent),
    ).toEqual(['Drift of hour', 'Latency p95 of canary', 'ROC AUC']);
    const [drift] = await items;
    expect(drift).toHaveTextContent('Critical');
    expect(drift).toHaveTextContent('0.31');
    expect(drift).toHaveTextContent('warning from 0.1, critical from 0.25');
    expect(drift).toHaveTextContent('2 days ago');

    await userEvent.click(
      screen.getByRole('button', { name: 'Show one more check' }),
    );
    expect(
      (await checks()).getByRole('link', { name: 'Error ratio' }),
    ).toBeVisible();
  });

  it('leads from a check to its cause, over a period that shows when it began', async () => {
    const { path, query, client } = renderMonitoring();
    await userEvent.click(
      await (await checks()).findByRole('link', { name: 'Drift of hour' }),
    );
    expect(path()).toBe('/monitoring/data/hour');
    // Began 50 hours ago: the last day does not show it, the last week does.
    expect(query().get('window')).toBe('P7D');
    await waitFor(() =>
      expect(client.getFeature).toHaveBeenCalledWith(
        expect.objectContaining({ feature: 'hour', window: 'P7D' }),
        expect.anything(),
      ),
    );
    const cause = await screen.findByRole('complementary', {
      name: 'The check that you followed here',
    });
    expect(cause).toHaveTextContent('Drift of hour: 0.31');
    expect(cause).toHaveTextContent('Began');
    expect(cause).toHaveTextContent(
      'Deployed: stable (version 1), canary (version 2).',
    );
  });

  it('keeps period, baseline and variant in the address, on every page', async () => {
    const { path, query, client } = renderMonitoring();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Last 7 days' }),
    );
    expect(query().get('window')).toBe('P7D');
    await userEvent.click(
      screen.getByRole('button', { name: /Compared with/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Period before' }),
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Data' }));
    expect(path()).toBe('/monitoring/data');
    expect(Object.fromEntries(query())).toEqual({
      window: 'P7D',
      baseline: 'previous',
    });
    await waitFor(() =>
      expect(client.getData).toHaveBeenLastCalledWith(
        expect.objectContaining({ window: 'P7D', baseline: 'previous' }),
        expect.anything(),
      ),
    );
  });

  it('asks for a custom period of the address', async () => {
    const good = renderMonitoring({
      path: '?from=2026-06-01T00:00:00Z&to=2026-06-02T12:00:00Z&variant=canary',
    });
    await waitFor(() =>
      expect(good.client.getService).toHaveBeenCalledWith(
        {
          entityRef: 'mldeployment:default/flight-delay-production',
          from: '2026-06-01T00:00:00.000Z',
          to: '2026-06-02T12:00:00.000Z',
          baseline: undefined,
          variant: 'canary',
        },
        expect.anything(),
      ),
    );
  });

  it('chooses a custom period in a dialog', async () => {
    const { query } = renderMonitoring();
    await userEvent.click(await screen.findByRole('radio', { name: 'Custom' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Choose a period',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Apply' }),
    );
    const span =
      Date.parse(query().get('to')!) - Date.parse(query().get('from')!);
    expect(span).toBe(24 * 3_600_000);
  });

  it('says which source fails, why and since when, and shows the rest', async () => {
    renderMonitoring();
    expect(
      await screen.findByText('prometheus (main) cannot be reached'),
    ).toBeVisible();
    expect(
      screen.getByText('connect ECONNREFUSED 10.0.0.7:9090'),
    ).toBeVisible();
    expect(await screen.findByText('Request rate')).toBeVisible();
  });

  it('leads to the setup where no source is declared', async () => {
    const monitoring = new FakeMonitoring();
    monitoring.client.getStatus.mockResolvedValue({
      ...STATUS,
      status: 'unknown',
      since: undefined,
      reason: 'no source is declared',
      checks: [],
      sources: [],
      changes: [],
      hours: [],
    });
    renderMonitoring({ monitoring });
    expect(await screen.findByText('no source is declared')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See what is found for it' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/mldeployment/flight-delay-production/monitoring/setup',
    );
  });

  it('mutes a check for a time with a reason, and says that it is muted', async () => {
    const { client } = renderMonitoring();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mute Drift of hour' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const apply = dialog.getByRole('button', { name: 'Mute' });
    expect(apply).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), 'summer timetable');
    const until = Date.now() + 24 * 3_600_000;
    client.getStatus.mockResolvedValue({
      ...STATUS,
      checks: CHECKS.map(check =>
        check.id === 'psi/hour'
          ? { ...check, mutedUntil: new Date(until).toISOString() }
          : check,
      ),
    });
    await userEvent.click(apply);
    await waitFor(() => expect(client.putMute).toHaveBeenCalledTimes(1));
    const [muted] = client.putMute.mock.calls[0];
    expect(muted).toMatchObject({
      checkId: 'psi/hour',
      reason: 'summer timetable',
    });
    expect(Math.abs(Date.parse(muted.until) - until)).toBeLessThan(60_000);
    expect(
      await screen.findByRole('button', {
        name: 'Drift of hour is muted: change or end it',
      }),
    ).toBeVisible();
    expect(screen.getByText(/1 muted/)).toBeVisible();
  });

  it('mutes nothing without the permission', async () => {
    renderMonitoring({
      entity: named(DEPLOYMENT, 'not-mine'),
      denied: ['mlMonitoring.mute'],
    });
    expect(
      await screen.findByRole('button', { name: 'Mute Drift of hour' }),
    ).toBeDisabled();
  });
});

describe('refreshing by itself', () => {
  const hide = (hidden: boolean) => {
    Object.defineProperty(document, 'hidden', {
      configurable: true,
      get: () => hidden,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  afterEach(() => {
    hide(false);
    jest.useRealTimers();
  });

  it('reads every minute, not while the page is hidden, and at once when it is seen again', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const { client } = renderMonitoring({ path: '?refresh=1' });
    await screen.findByText('Request rate');
    const before = client.getService.mock.calls.length;

    await act(async () => jest.advanceTimersByTime(61_000));
    expect(client.getService).toHaveBeenCalledTimes(before + 1);

    act(() => hide(true));
    await act(async () => jest.advanceTimersByTime(300_000));
    expect(client.getService).toHaveBeenCalledTimes(before + 1);

    await act(async () => hide(false));
    expect(client.getService).toHaveBeenCalledTimes(before + 2);
  });
});
