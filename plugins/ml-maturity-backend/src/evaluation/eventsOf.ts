import { CheckResult, diffResults } from '@airworthy/plugin-ml-maturity-common';
import { ChangeCause, ScorecardEvent } from '../database/HistoryStore';
import { ScorecardWrite, StoredScorecard } from '../database/ScorecardStore';

const isTold = (before?: CheckResult, after?: CheckResult) =>
  before?.status !== after?.status ||
  before?.counted !== after?.counted ||
  before?.method !== after?.method;

/**
 * What changed between two evaluations of an entity: each check whose outcome
 * or method is another one, and the level. The first evaluation is one event.
 */
export function eventsOf(
  before: Pick<StoredScorecard, 'results' | 'level'> | undefined,
  after: ScorecardWrite,
  cause: ChangeCause,
): ScorecardEvent[] {
  const common = {
    entityRef: after.entityRef,
    rubricId: after.rubricId,
    at: after.evaluatedAt,
    cause,
  };
  if (!before) {
    return [
      { ...common, to: String(after.level), reason: 'First evaluation.' },
    ];
  }
  const events: ScorecardEvent[] = diffResults(before.results, after.results)
    .filter(change => isTold(change.before, change.after))
    .map(change => ({
      ...common,
      checkId: change.checkId,
      from: change.before?.status,
      to: change.after?.status,
      reason: change.after?.reason ?? 'The rubric no longer has this check.',
    }));
  if (before.level !== after.level) {
    events.push({
      ...common,
      from: String(before.level),
      to: String(after.level),
      reason: `Level ${before.level} became level ${after.level}.`,
    });
  }
  return events;
}
