import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Papa from 'papaparse';
import { download } from '@airworthy/plugin-ml-models-react';
import { entryOf, pageOf, renderFleet } from './__testUtils__/renderFleet';
import { lastHours } from './table/HourStrip';

jest.mock('@airworthy/plugin-ml-models-react', () => ({
  ...jest.requireActual('@airworthy/plugin-ml-models-react'),
  download: jest.fn(),
}));

const cause = {
  id: 'data:psi:distance',
  title: 'PSI of distance is 0.31',
  group: 'data' as const,
  status: 'critical' as const,
  feature: 'distance',
  since: '2026-03-01T10:00:00.000Z',
  value: 0.31,
  unit: '',
};

const bad = entryOf('flight-delay', 'critical', {
  title: 'Flight delay, production',
  causes: [cause],
  checks: { ok: 3, warning: 1, critical: 1, unknown: 0, muted: 2 },
});

const rowOf = async (name: RegExp) =>
  (await screen.findByRole('rowheader', { name })).closest('tr') as HTMLElement;

describe('the fleet', () => {
  it('leads from a red status to the feature that caused it', async () => {
    const { getFleet } = renderFleet(async () =>
      pageOf([bad, entryOf('hub-flow', 'unknown', { reason: 'No rows' })]),
    );
    const row = await rowOf(/Flight delay/);
    expect(row).toHaveTextContent('Critical');
    expect(row).toHaveTextContent('and 1 more · 2 muted');
    const link = within(row).getByRole('link', { name: cause.title });
    expect(link.getAttribute('href')).toMatch(
      /^\/catalog\/default\/mldeployment\/flight-delay\/monitoring\/data\/distance\?/,
    );
    expect(await rowOf(/hub-flow/)).toHaveTextContent('No rows');
    expect(getFleet.mock.calls[0][0]).toMatchObject({
      sort: 'status',
      order: 'asc',
      limit: 25,
    });
  });

  it('filters by status tile and by environment, in the address', async () => {
    const { getFleet, query } = renderFleet(
      async () => pageOf([bad, entryOf('b', 'ok')]),
      '?environment=staging',
    );
    const tiles = await screen.findByRole('group', {
      name: 'Deployments by status',
    });
    const critical = within(tiles).getByRole('button', { name: /Critical/ });
    await waitFor(() => expect(critical).toHaveTextContent('50% of 2'));
    await userEvent.click(critical);
    expect(critical).toHaveAttribute('aria-pressed', 'true');
    expect(query()).toBe('?status=critical&environment=staging');
    await waitFor(() =>
      expect(getFleet).toHaveBeenLastCalledWith(
        expect.objectContaining({
          status: ['critical'],
          environment: ['staging'],
        }),
        expect.anything(),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(query()).toBe('');
  });

  it('sorts a new column from its usual end and turns it round', async () => {
    const { query } = renderFleet(async () => pageOf([bad]));
    await rowOf(/Flight delay/);
    const head = () => screen.getByRole('columnheader', { name: /Owner/ });
    await userEvent.click(head());
    expect(query()).toBe('?sort=owner');
    await userEvent.click(head());
    expect(query()).toBe('?sort=owner&order=desc');
  });

  it('goes forward by cursor and back', async () => {
    renderFleet(async ({ cursor }) =>
      cursor
        ? pageOf([entryOf('second', 'ok')], { totalItems: 26 })
        : pageOf([entryOf('first', 'ok')], {
            totalItems: 26,
            nextCursor: 'next',
          }),
    );
    await rowOf(/first/);
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await rowOf(/second/);
    expect(screen.getByText('26–26 of 26')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    await rowOf(/first/);
  });

  it('exports every deployment that fits, of all pages', async () => {
    renderFleet(async ({ cursor, limit }) =>
      cursor || limit !== 500
        ? pageOf([entryOf('b', 'ok')])
        : pageOf([bad], { nextCursor: 'next' }),
    );
    await rowOf(/b/);
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(download).toHaveBeenCalled());
    const [text, name] = jest.mocked(download).mock.lastCall!;
    expect(name).toBe('ml-fleet.csv');
    const rows = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.map(row => [row.deployment, row.status, row.causes])).toEqual([
      ['mldeployment:default/flight-delay', 'critical', cause.title],
      ['mldeployment:default/b', 'ok', ''],
    ]);
  });

  it('says why it could not be read, and reads again', async () => {
    let down = true;
    renderFleet(async () => {
      if (down) throw new Error('the database is locked');
      return pageOf([bad]);
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The fleet could not be readthe database is locked',
    );
    // What is not known is not shown as if it were still coming.
    expect(screen.getByRole('button', { name: /Critical/ })).toHaveTextContent(
      '–',
    );
    down = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await rowOf(/Flight delay/);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells an empty fleet from one that is filtered away', async () => {
    renderFleet(async () => pageOf([]), '?q=nothing');
    expect(await screen.findByText(/No deployment fits/)).toBeInTheDocument();
  });

  it('asks again every minute, but not while nobody looks', async () => {
    const now = jest.spyOn(Date, 'now');
    const { getFleet } = renderFleet(async () => pageOf([bad]));
    await rowOf(/Flight delay/);
    const hidden = jest.spyOn(document, 'hidden', 'get');
    hidden.mockReturnValue(true);
    now.mockReturnValue(Date.now() + 61_000);
    act(() => {
      fireEvent(document, new Event('visibilitychange'));
    });
    expect(getFleet).toHaveBeenCalledTimes(1);
    hidden.mockReturnValue(false);
    act(() => {
      fireEvent(document, new Event('visibilitychange'));
    });
    await waitFor(() => expect(getFleet).toHaveBeenCalledTimes(2));
    jest.restoreAllMocks();
  });
});

describe('the strip of hours', () => {
  it('ends with the hour that runs and leaves gaps for hours that nobody saw', () => {
    const bars = lastHours(
      [
        { at: '2026-03-01T09:00:00.000Z', status: 'warning' },
        { at: '2026-03-01T11:00:00.000Z', status: 'critical' },
        { at: '2026-02-27T11:00:00.000Z', status: 'ok' },
      ],
      Date.parse('2026-03-01T11:30:00Z'),
    );
    expect(bars).toHaveLength(24);
    const statuses = bars.map(({ status }) => status);
    expect(statuses.slice(-3)).toEqual(['warning', undefined, 'critical']);
    expect(statuses.slice(0, -3).every(one => one === undefined)).toBe(true);
    expect(bars[23].at).toBe('2026-03-01T11:00:00.000Z');
  });
});
