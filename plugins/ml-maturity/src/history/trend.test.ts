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

  it('thins out many days, and keeps the newest', () => {
    const long = [trend[0], { ...trend[1], day: '2026-12-31' }];
    const points = byDay(long, 60);
    expect(points.length).toBeLessThanOrEqual(61);
    expect(points[points.length - 1]).toEqual(long[1]);
    expect(points[points.length - 2].score).toBe(0.2);
  });
});
