import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  Attestation,
  CompiledRubric,
  EntityFacts,
} from '@airworthy/plugin-ml-maturity-common';
import {
  ChangeCause,
  DailyPoint,
  ScorecardEvent,
} from '../database/HistoryStore';
import { pointOf } from '../evaluation/changes';
import {
  EvaluatedScorecard,
  evaluateEntity,
} from '../evaluation/evaluateEntity';
import { eventsOf } from '../evaluation/eventsOf';

/** Something that was known from a moment on. */
export type ReplayEntry = { at: number } & (
  | { collector: string; values: JsonObject }
  | { answer: Attestation }
);

/** What a past gives. */
export interface Replay {
  events: ScorecardEvent[];
  /** A point for each day on which something changed. */
  points: DailyPoint[];
}

const BEGINNING = 'First known facts, from an imported history.';

/**
 * Evaluates an entity at each moment of its past at which something became
 * known or ran out, before a moment.
 *
 * @remarks
 *
 * The entity itself and the rubric are those of today: the past is judged as
 * the present is, which is what makes the two comparable.
 */
export function replay(
  compiled: CompiledRubric,
  subject: { entity: Entity; track: string | undefined },
  entries: readonly ReplayEntry[],
  until: number,
): Replay {
  const facts: EntityFacts = {};
  const answers = new Map<string, Attestation>();
  const events: ScorecardEvent[] = [];
  const points = new Map<string, DailyPoint>();
  let last: EvaluatedScorecard | undefined;

  const evaluateAt = (at: number, cause: ChangeCause) => {
    const scorecard = evaluateEntity(
      compiled,
      {
        ...subject,
        facts,
        attestations: [...answers.values()],
        waivers: [],
      },
      new Date(at),
    );
    if (!scorecard) return;
    const { write } = scorecard;
    if (last?.write.resultsDigest !== write.resultsDigest) {
      const told = eventsOf(last?.write, write, cause);
      events.push(
        ...(last ? told : told.map(e => ({ ...e, reason: BEGINNING }))),
      );
      const point = pointOf(scorecard);
      points.set(point.day, point);
    }
    last = scorecard;
  };
  const runOut = (before: number) => {
    for (;;) {
      const next = Date.parse(last?.write.nextChangeAt ?? '');
      if (!(next < before)) return;
      evaluateAt(next, 'time');
    }
  };

  const past = entries
    .filter(({ at }) => at < until)
    .sort((a, b) => a.at - b.at);
  for (let start = 0; start < past.length; ) {
    const { at } = past[start];
    runOut(at);
    let end = start;
    let cause: ChangeCause = 'attestation';
    for (; end < past.length && past[end].at === at; end++) {
      const entry = past[end];
      if ('answer' in entry) answers.set(entry.answer.checkId, entry.answer);
      else {
        cause = 'fact';
        facts[entry.collector] = {
          collectedAt: new Date(at).toISOString(),
          values: entry.values,
        };
      }
    }
    evaluateAt(at, cause);
    start = end;
  }
  runOut(until);
  return { events, points: [...points.values()] };
}
