import { BurnUpPoint } from '@airworthy/plugin-ml-maturity-common';
import { DateTime } from 'luxon';
import { CampaignPoint } from '../database/CampaignStore';
import { Standing } from './standings';

const MAX_DAYS = 1_100;

/** Points of today for what stands differently from the last points. */
export function pointsToAdd(
  known: readonly CampaignPoint[],
  standings: readonly Standing[],
  day: string,
): CampaignPoint[] {
  const last = new Map(known.map(point => [point.entityRef, point]));
  const points: CampaignPoint[] = [];
  for (const { entityRef, done, checksDone, checksTotal } of standings) {
    const before = last.get(entityRef);
    last.delete(entityRef);
    const same =
      before?.member &&
      before.done === done &&
      before.checksDone === checksDone &&
      before.checksTotal === checksTotal;
    if (!same) {
      points.push({
        entityRef,
        day,
        member: true,
        done,
        checksDone,
        checksTotal,
      });
    }
  }
  for (const left of last.values()) {
    if (left.member) points.push({ ...left, day, member: false });
  }
  return points;
}

/**
 * Where a campaign stood at the end of each day from its start on, or from the
 * first day that is known. A day without a point of a model is like the day
 * before.
 */
export function burnUpOf(
  points: readonly CampaignPoint[],
  span: { from: string; to: string },
  isVisible: (entityRef: string) => boolean,
): BurnUpPoint[] {
  const standing = new Map<string, CampaignPoint>();
  const sum = { done: 0, total: 0, checksDone: 0, checksTotal: 0 };
  const count = (point: CampaignPoint | undefined, sign: 1 | -1) => {
    if (!point?.member) return;
    sum.total += sign;
    sum.done += sign * Number(point.done);
    sum.checksDone += sign * point.checksDone;
    sum.checksTotal += sign * point.checksTotal;
  };
  const known = points.filter(({ entityRef }) => isVisible(entityRef));
  const first = known[0]?.day ?? span.to;
  const from = first > span.from ? first : span.from;
  const answer: BurnUpPoint[] = [];
  let next = 0;
  let day = DateTime.fromISO(from, { zone: 'utc' });
  const end = DateTime.fromISO(span.to, { zone: 'utc' });
  for (
    let n = 0;
    day <= end && n < MAX_DAYS;
    n++, day = day.plus({ days: 1 })
  ) {
    const iso = day.toISODate()!;
    for (; next < known.length && known[next].day <= iso; next++) {
      const point = known[next];
      count(standing.get(point.entityRef), -1);
      count(point, 1);
      standing.set(point.entityRef, point);
    }
    answer.push({ day: iso, ...sum });
  }
  return answer;
}
