import { byDay, changeOf, trendOf } from './trend';

const point = (day: string, score: number | null) => ({
  day,
  score,
  level: 0,
  counts: {} as never,
});

describe('trendOf', () => {
  it('ends with where the score is now, and skips days without a score', () => {
    const trend = trendOf(
      [
        point('2026-01-01', 0.2),
        point('2026-01-02', null),
        point('2026-01-05', 0.3),
      ],
      { day: '2026-01-05', score: 0.4, level: 1 },
    );
    expect(trend.map(({ day, score }) => [day, score])).toEqual([
      ['2026-01-01', 0.2],
      ['2026-01-05', 0.4],
    ]);
    expect(changeOf(trend)).toBeCloseTo(0.2);
    expect(changeOf(trend.slice(1))).toBeUndefined();
  });
});

describe('byDay', () => {
  const trend = [
    { day: '2026-01-01', score: 0.2, level: 0 },
    { day: '2026-01-04', score: 0.4, level: 1 },
  ];

  it('holds a score until it changes', () => {
    expect(byDay(trend, 60).map(({ day, score }) => [day, score])).toEqual([
      ['2026-01-01', 0.2],
      ['2026-01-02', 0.2],
      ['2026-01-03', 0.2],
      ['2026-01-04', 0.4],
    ]);
  });

  it('thins out many days evenly, and keeps the first and the newest', () => {
    const long = [trend[0], { ...trend[1], day: '2026-12-31' }];
    const points = byDay(long, 60);
    expect(points).toHaveLength(60);
    expect(points[0]).toEqual(long[0]);
    const gaps = points
      .slice(1)
      .map(
        ({ day }, i) => (Date.parse(day) - Date.parse(points[i].day)) / 864e5,
      );
    // 364 days in 59 steps.
    expect(new Set(gaps)).toEqual(new Set([6, 7]));
    expect(points[points.length - 1]).toEqual(long[1]);
    expect(points[points.length - 2].score).toBe(0.2);
  });
});
