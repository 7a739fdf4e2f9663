import {
  Mover,
  MoverResponse,
  TrendPoint,
  TrendResponse,
} from '@airworthy/plugin-ml-maturity-common';
import { DateTime } from 'luxon';
import { dayOf } from '@airworthy/plugin-ml-models-node';
import { HistoryStore, Standing } from '../database/HistoryStore';
import { PortfolioView } from './PortfolioService';
import { PortfolioRow } from './PortfolioRow';
import { briefOf } from './briefOf';

interface Past {
  /** Where each entity stood when the span began. */
  before: Standing[];
  /** What changed since, by day. */
  points: Standing[];
}

const MAX_KEPT = 8;

const daysAgo = (now: Date, days: number) =>
  dayOf(DateTime.fromJSDate(now, { zone: 'utc' }).minus({ days }).toJSDate());

/** Running sums over the models as they stand on one day. */
class Tally {
  readonly #standings = new Map<string, Standing>();
  readonly #levels: number[];

  constructor(levels: number) {
    this.#levels = new Array(levels).fill(0);
  }

  put(standing: Standing): void {
    const before = this.#standings.get(standing.entityRef);
    // A rubric may have had more levels in the past.
    if (before) this.#levels[this.#at(before)]--;
    this.#levels[this.#at(standing)]++;
    this.#standings.set(standing.entityRef, standing);
  }

  point(day: string): TrendPoint {
    let sum = 0;
    let scored = 0;
    for (const { score } of this.#standings.values()) {
      if (score === null) continue;
      sum += score;
      scored++;
    }
    return {
      day,
      models: this.#standings.size,
      levels: [...this.#levels],
      score: scored > 0 ? sum / scored : null,
    };
  }

  #at({ level }: Standing): number {
    return Math.min(level, this.#levels.length - 1);
  }
}

/** Tells how models did over time. */
export class TrendReader {
  readonly #history: HistoryStore;
  readonly #kept = new Map<string, Promise<Past>>();

  constructor(options: { history: HistoryStore }) {
    this.#history = options.history;
  }

  /** Models by level and mean score on each day; a day without a change is like the one before. */
  async trend(
    view: PortfolioView,
    days: number,
    now: Date = new Date(),
  ): Promise<TrendResponse> {
    const from = daysAgo(now, days - 1);
    const { before, points } = await this.#past(view, from);
    const included = new Set(view.rows.map(({ entityRef }) => entityRef));
    const isIncluded = ({ entityRef }: Standing) => included.has(entityRef);
    const { rubric } = view.rubric.compiled;
    const tally = new Tally(rubric.levels.length);
    before.filter(isIncluded).forEach(standing => tally.put(standing));
    const changes = points.filter(isIncluded);
    const answer: TrendPoint[] = [];
    let next = 0;
    for (let ago = days - 1; ago >= 0; ago--) {
      const day = daysAgo(now, ago);
      const first = next;
      while (next < changes.length && changes[next].day <= day) {
        tally.put(changes[next++]);
      }
      const last = answer[answer.length - 1];
      answer.push(last && first === next ? { ...last, day } : tally.point(day));
    }
    return { rubricId: rubric.metadata.id, points: answer };
  }

  /** Models whose level or score moved the most within a span of days. */
  async movers(
    view: PortfolioView,
    options: { days: number; limit: number },
    now: Date = new Date(),
  ): Promise<MoverResponse> {
    const since = daysAgo(now, options.days);
    // Where they stood at the end of the day on which the span begins.
    const { before } = await this.#past(view, daysAgo(now, options.days - 1));
    const standings = new Map(before.map(past => [past.entityRef, past]));
    const movers = view.rows
      .map(row => moverOf(row, standings.get(row.entityRef)))
      .filter(mover => mover !== undefined)
      .map(mover => ({ mover, by: distance(mover) }));
    const rises = movers.filter(({ by }) => by > 0);
    const falls = movers.filter(({ by }) => by < 0);
    const top = (list: typeof movers) =>
      list
        .sort(
          (a, b) =>
            Math.abs(b.by) - Math.abs(a.by) ||
            (a.mover.entityRef < b.mover.entityRef ? -1 : 1),
        )
        .slice(0, options.limit)
        .map(({ mover }) => mover);
    return {
      rubricId: view.rubric.compiled.rubric.metadata.id,
      since,
      rises: top(rises),
      falls: top(falls),
      risen: rises.length,
      fallen: falls.length,
    };
  }

  #past(view: PortfolioView, fromDay: string): Promise<Past> {
    const rubricId = view.rubric.compiled.rubric.metadata.id;
    const key = `${rubricId} ${fromDay} ${view.change}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const past = this.#read(rubricId, fromDay);
    this.#kept.set(key, past);
    past.catch(() => this.#kept.delete(key));
    if (this.#kept.size > MAX_KEPT) {
      this.#kept.delete(this.#kept.keys().next().value!);
    }
    return past;
  }

  async #read(rubricId: string, fromDay: string): Promise<Past> {
    const [before, points] = await Promise.all([
      this.#history.standingBefore(rubricId, fromDay),
      this.#history.pointsOfAll(rubricId, fromDay),
    ]);
    return { before, points };
  }
}

function moverOf(
  row: PortfolioRow,
  before: Standing | undefined,
): Mover | undefined {
  // What was not there before did not move.
  if (!before) return undefined;
  return {
    ...briefOf(row),
    levelBefore: before.level,
    levelAfter: row.level,
    scoreBefore: before.score,
    scoreAfter: row.score,
  };
}

/** A level weighs more than any change of the score. */
function distance(mover: Mover): number {
  const levels = mover.levelAfter - mover.levelBefore;
  const score = (mover.scoreAfter ?? 0) - (mover.scoreBefore ?? 0);
  // Databases round scores, which is no move.
  return levels * 10 + (Math.abs(score) < 1e-6 ? 0 : score);
}
