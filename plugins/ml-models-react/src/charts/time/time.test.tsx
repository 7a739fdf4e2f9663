import Papa from 'papaparse';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { download } from '../../csv/download';
import { TimeFigure } from './TimeFigure';
import { isAlone, timeRows } from './timeRows';
import { valueDomain } from './valueDomain';
import type { TimeLimit, TimeSeries } from './types';

jest.mock('../../csv/download', () => ({ download: jest.fn() }));
jest.setTimeout(60_000);

const at = (hour: number) =>
  `2026-06-01T${String(hour).padStart(2, '0')}:00:00Z`;

const LATENCY: TimeSeries[] = [
  {
    key: 'stable',
    label: 'stable (1)',
    points: [
      { at: at(1), value: 20 },
      { at: at(2), value: 40, lower: 35, upper: 48, rows: 500 },
    ],
  },
  {
    key: 'canary',
    label: 'canary (2)',
    points: [
      { at: at(1), value: null },
      { at: at(2), value: 90 },
      { at: at(3), value: null },
    ],
  },
];

const limit = (value: number): TimeLimit => ({
  kind: 'warning',
  value,
  label: `warning from ${value}`,
});

describe('valueDomain', () => {
  it('covers figures, their intervals and limits that are near, with round ends', () => {
    const domain = valueDomain(LATENCY, [limit(150), limit(5_000)], true);
    expect([domain.low, domain.high]).toEqual([0, 150]);
    expect(domain.ticks).toEqual([0, 50, 100, 150]);
    expect(domain.shown).toEqual([limit(150)]);
    expect(domain.beyond).toEqual([limit(5_000)]);
  });

  it('does not begin at zero where zero means nothing', () => {
    const domain = valueDomain(
      [
        {
          key: 'a',
          label: 'a',
          points: [{ at: at(1), value: 0.7, lower: 0.66, upper: 0.74 }],
        },
      ],
      [],
      false,
    );
    expect(domain.low).toBeGreaterThan(0.6);
    expect(domain.low).toBeLessThanOrEqual(0.66);
    expect(domain.high).toBeGreaterThanOrEqual(0.74);
  });

  it.each([
    [[{ at: at(1), value: 0 }]],
    [[{ at: at(1), value: -3 }]],
    [[{ at: at(1), value: null }]],
    [[]],
  ])('has room for %j', points => {
    const domain = valueDomain([{ key: 'a', label: 'a', points }], [], true);
    expect(domain.high).toBeGreaterThan(domain.low);
  });
});

describe('timeRows', () => {
  it('joins the moments of all lines, and finds points that no line reaches', () => {
    const rows = timeRows(LATENCY);
    expect(rows.map(({ time }) => new Date(time).getUTCHours())).toEqual([
      1, 2, 3,
    ]);
    expect(isAlone(rows, 'canary', 1)).toBe(true);
    expect(isAlone(rows, 'stable', 1)).toBe(false);
  });
});

describe('TimeFigure', () => {
  const show = () =>
    renderInTestApp(
      <TimeFigure
        title="Latency p95"
        description="Latency p95 over time."
        yTitle="Latency p95 (ms)"
        series={LATENCY}
        limits={[limit(60)]}
        markers={[
          { at: at(2), kind: 'version', title: 'canary: version 2' },
          { at: '2026-05-01T00:00:00Z', kind: 'rollout', title: 'before' },
        ]}
        from={at(0)}
        to={at(4)}
        formatValue={value => `${value} ms`}
        fileName="latency"
      />,
    );

  it('shows the same figures as a table, newest first, with what happened', async () => {
    show();
    expect(await screen.findByText('warning from 60')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const [head, newest, middle] = await screen.findAllByRole('row');
    expect(
      within(head)
        .getAllByRole('columnheader')
        .map(cell => cell.textContent)
        .slice(1),
    ).toEqual(['stable (1)', 'canary (2)', 'What happened']);
    expect(newest).toHaveTextContent('1 Jun 2026, 03:00 UTC');
    expect(newest).toHaveTextContent('unknown');
    expect(middle).toHaveTextContent('40 ms35 ms to 48 ms');
    expect(middle).toHaveTextContent('canary: version 2');
    expect(screen.queryByText(/before/)).toBeNull();
  });

  it('hands out the figures as they are', async () => {
    show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download as CSV' }),
    );
    const [text, name] = jest.mocked(download).mock.lastCall!;
    expect(name).toBe('latency.csv');
    expect(Papa.parse(text.slice(1), { skipEmptyLines: true }).data).toEqual([
      ['time', 'series', 'value', 'lower', 'upper', 'rows', 'event'],
      [at(1), 'stable (1)', '20', '', '', '', ''],
      [at(2), 'stable (1)', '40', '35', '48', '500', ''],
      [at(1), 'canary (2)', '', '', '', '', ''],
      [at(2), 'canary (2)', '90', '', '', '', ''],
      [at(3), 'canary (2)', '', '', '', '', ''],
      [at(2), '', '', '', '', '', 'canary: version 2'],
    ]);
  });
});
