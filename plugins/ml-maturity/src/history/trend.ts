import { HistoryPoint } from '@airworthy/plugin-ml-maturity-common';
import { thin } from './thin';

/** Where a score stood on a day. */
export interface TrendPoint {
  /** `YYYY-MM-DD`. */
  day: string;
  score: number;
  level: number;
}

/** The days that have a score, oldest first, and today: without a change nothing is recorded. */
export function trendOf(
  points: readonly HistoryPoint[],
  now: { day: string; score: number | null; level: number },
): TrendPoint[] {
  const known = points
    .filter(({ day }) => day < now.day)
    .filter(
      (point): point is HistoryPoint & { score: number } =>
        point.score !== null,
    )
    .map(({ day, score, level }) => ({ day, score, level }));
  return now.score === null
    ? known
    : [...known, { day: now.day, score: now.score, level: now.level }];
}

/** By how much the score changed over a trend; undefined where there is nothing to compare. */
export function changeOf(trend: readonly TrendPoint[]): number | undefined {
  if (trend.length < 2) return undefined;
  return trend[trend.length - 1].score - trend[0].score;
}

const DAY = 86_400_000;

/**
 * A trend with a point for every day, thinned out evenly where there are many:
 * what is drawn over days has to keep their distances.
 */
export function byDay(
  trend: readonly TrendPoint[],
  most: number,
): TrendPoint[] {
  if (trend.length === 0) return [];
  const first = Date.parse(trend[0].day);
  const last = Date.parse(trend[trend.length - 1].day);
  const points: TrendPoint[] = [];
  let at = 0;
  for (let time = first; time <= last; time += DAY) {
    while (at + 1 < trend.length && Date.parse(trend[at + 1].day) <= time) at++;
    points.push({
      ...trend[at],
      day: new Date(time).toISOString().slice(0, 10),
    });
  }
  return thin(points, most);
}
