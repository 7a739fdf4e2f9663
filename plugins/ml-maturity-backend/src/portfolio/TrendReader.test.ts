import { HistoryStore } from '../database/HistoryStore';
import { PortfolioView } from './PortfolioService';
import { TrendReader } from './TrendReader';

const NOW = new Date('2026-03-05T10:00:00Z');
const at = (entityRef: string, day: string, level: number, score: number) => ({
  entityRef,
  day,
  level,
  score,
});

const history = {
  standingBefore: async (_: string, day: string) =>
    // a stood somewhere before, b and c came later.
    day > '2026-01-15' ? [at('a', '2026-01-15', 1, 0.5)] : [],
  pointsOfAll: async (_: string, day: string) =>
    [
      at('b', '2026-03-02', 0, 0.1),
      at('c', '2026-03-02', 2, 1),
      at('a', '2026-03-04', 2, 0.9),
    ].filter(point => point.day >= day),
} as unknown as HistoryStore;

const viewOf = (rows: object[]) =>
  ({
    rubric: {
      compiled: {
        rubric: { metadata: { id: 'small' }, levels: [{}, {}, {}] },
      },
    },
    rows,
    change: 1,
  } as unknown as PortfolioView);

const row = (entityRef: string, level: number, score: number) => ({
  entityRef,
  level,
  score,
  entity: { name: entityRef },
});

describe('trends', () => {
  it('carry a standing over days without a point, and count only what is selected', async () => {
    const { points } = await new TrendReader({ history }).trend(
      viewOf([row('a', 2, 0.9), row('b', 0, 0.1)]),
      5,
      NOW,
    );
    expect(points).toEqual([
      { day: '2026-03-01', models: 1, levels: [0, 1, 0], score: 0.5 },
      { day: '2026-03-02', models: 2, levels: [1, 1, 0], score: 0.3 },
      { day: '2026-03-03', models: 2, levels: [1, 1, 0], score: 0.3 },
      { day: '2026-03-04', models: 2, levels: [1, 0, 1], score: 0.5 },
      { day: '2026-03-05', models: 2, levels: [1, 0, 1], score: 0.5 },
    ]);
  });

  it('name those that moved the most since the day the span begins', async () => {
    const reader = new TrendReader({ history });
    const view = viewOf([row('a', 0, 0.6), row('b', 0, 0.1)]);
    expect(await reader.movers(view, { days: 30, limit: 5 }, NOW)).toEqual({
      rubricId: 'small',
      since: '2026-02-03',
      rises: [],
      falls: [
        {
          entityRef: 'a',
          name: 'a',
          levelBefore: 1,
          levelAfter: 0,
          scoreBefore: 0.5,
          scoreAfter: 0.6,
        },
      ],
      risen: 0,
      fallen: 1,
    });
  });
});
