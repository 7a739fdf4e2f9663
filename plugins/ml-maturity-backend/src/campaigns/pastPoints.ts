import {
  CampaignGoal,
  CheckResult,
  CheckStatus,
} from '@airworthy/plugin-ml-maturity-common';
import { dayOf } from '@airworthy/plugin-ml-models-node';
import { CampaignPoint } from '../database/CampaignStore';
import { PastEvent } from '../database/HistoryStore';
import { isAsked, isReached } from './standings';

/** What of a result a goal looks at. */
export type GoalResult = Pick<CheckResult, 'checkId' | 'status' | 'counted'>;

/** The first evaluation of a model: before it there is nothing to tell. */
const isBeginning = ({ checkId, from }: PastEvent) => !checkId && !from;

function pointOf(
  entityRef: string,
  day: string,
  goal: CampaignGoal,
  results: Iterable<GoalResult>,
): CampaignPoint {
  const point = {
    entityRef,
    day,
    member: true,
    done: false,
    checksDone: 0,
    checksTotal: 0,
  };
  for (const result of results) {
    if (!isAsked(goal, result)) continue;
    point.checksTotal++;
    if (isReached(result.status)) point.checksDone++;
  }
  point.done = point.checksDone === point.checksTotal;
  return point;
}

/**
 * Where a model stood at the end of the days of a span on which that changed:
 * its events are taken back from today on, the newest first.
 *
 * @param results - Of the checks of the goal, as they are now.
 * @param events - Of these checks and of the level, the newest first, from the
 * first day of the span to now.
 * @param span - From a day to the day before another one.
 */
export function pastPoints(
  model: { entityRef: string; results: readonly GoalResult[] },
  goal: CampaignGoal,
  events: readonly PastEvent[],
  span: { from: string; before: string },
): CampaignPoint[] {
  const past = new Map(model.results.map(r => [r.checkId, r]));
  const dayOfEvent = ({ at }: PastEvent) => dayOf(new Date(at));
  const days = new Set([span.from, ...events.map(dayOfEvent)]);
  const points: CampaignPoint[] = [];
  let next = 0;
  for (const day of [...days].sort().reverse()) {
    for (; next < events.length && dayOfEvent(events[next]) > day; next++) {
      const event = events[next];
      if (isBeginning(event)) return points.reverse();
      const { checkId, from } = event;
      const result = checkId ? past.get(checkId) : undefined;
      if (!checkId || !result) continue;
      // The rubric did not have the check before.
      if (!from) past.delete(checkId);
      else past.set(checkId, { ...result, status: from as CheckStatus });
    }
    if (day >= span.from && day < span.before) {
      points.push(pointOf(model.entityRef, day, goal, past.values()));
    }
  }
  return points.reverse();
}
