import { dayOf } from '@airworthy/plugin-ml-models-node';
import { ChangeCause, DailyPoint } from '../database/HistoryStore';
import { ScorecardState, ScorecardWrite } from '../database/ScorecardStore';
import { EvaluatedScorecard } from './evaluateEntity';

/** Whether a new evaluation says anything that the stored one does not. */
export function differs(
  { write }: EvaluatedScorecard,
  state: ScorecardState | undefined,
): boolean {
  return (
    state?.resultsDigest !== write.resultsDigest ||
    state.rubricDigest !== write.rubricDigest ||
    state.nextChangeAt !== write.nextChangeAt ||
    state.entity !== JSON.stringify(write.entity)
  );
}

/** Why a scorecard changed: what the caller says, unless the rubric or time had a part in it. */
export function causeOf(
  said: ChangeCause,
  state: ScorecardState | undefined,
  write: ScorecardWrite,
  now: Date,
): ChangeCause {
  if (!state || (said !== 'fact' && said !== 'time')) return said;
  if (state.rubricDigest !== write.rubricDigest) return 'rubric';
  const isDue =
    state.nextChangeAt !== undefined &&
    Date.parse(state.nextChangeAt) <= now.getTime();
  return isDue ? 'time' : said;
}

/** Where an entity stands at the end of the day of its evaluation. */
export function pointOf({ write, counts }: EvaluatedScorecard): DailyPoint {
  return {
    entityRef: write.entityRef,
    rubricId: write.rubricId,
    day: dayOf(new Date(write.evaluatedAt)),
    level: write.level,
    score: write.score,
    counts,
  };
}
