import { StatusCounts } from '@airworthy/plugin-ml-maturity-common';
import { Knex } from 'knex';
import { chunks, plainText, toIso } from '@airworthy/plugin-ml-models-node';

/** What made an evaluation necessary. */
export type ChangeCause =
  | 'entity'
  | 'fact'
  | 'attestation'
  | 'waiver'
  | 'rubric'
  | 'time';

/** What changed in a scorecard. */
export interface ScorecardEvent {
  entityRef: string;
  rubricId: string;
  at: string;
  /** The check, or undefined for a change of the level. */
  checkId?: string;
  from?: string;
  to?: string;
  reason: string;
  cause: ChangeCause;
}

/** What a scorecard has to be taken back to. */
export type PastEvent = Pick<ScorecardEvent, 'at' | 'checkId' | 'from'>;

/** Where an entity stood at the end of a day. */
export interface DailyPoint {
  entityRef: string;
  rubricId: string;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  level: number;
  score: number | null;
  counts: StatusCounts;
}

interface EventRow {
  id?: number;
  entity_ref: string;
  rubric_id: string;
  at: Date | string;
  check_id: string | null;
  from: string | null;
  to: string | null;
  reason: string;
  cause: ChangeCause;
}

interface PointRow {
  entity_ref: string;
  rubric_id: string;
  day: string;
  level: number;
  score: number | null;
  counts: string;
}

const ROWS_PER_INSERT = 100;
const REFS_PER_QUERY = 500;

/** Level and score of an entity on a day. */
export type Standing = Pick<
  DailyPoint,
  'entityRef' | 'day' | 'level' | 'score'
>;

function standingOf(
  row: Pick<PointRow, 'entity_ref' | 'day' | 'level' | 'score'>,
): Standing {
  const { entity_ref: entityRef, day, level, score } = row;
  return { entityRef, day, level, score };
}

/** Keeps the history of scorecards. */
export class HistoryStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  /** Adds events and the points of the day within a transaction. */
  async write(
    tx: Knex.Transaction,
    events: ScorecardEvent[],
    points: DailyPoint[],
  ): Promise<void> {
    for (const part of chunks(events, ROWS_PER_INSERT)) {
      await tx<EventRow>('events').insert(
        part.map(event => ({
          entity_ref: event.entityRef,
          rubric_id: event.rubricId,
          at: new Date(event.at),
          check_id: event.checkId ?? null,
          from: event.from ?? null,
          to: event.to ?? null,
          reason: plainText(event.reason),
          cause: event.cause,
        })),
      );
    }
    for (const part of chunks(points, ROWS_PER_INSERT)) {
      await tx<PointRow>('daily_points')
        .insert(
          part.map(point => ({
            entity_ref: point.entityRef,
            rubric_id: point.rubricId,
            day: point.day,
            level: point.level,
            score: point.score,
            counts: JSON.stringify(point.counts),
          })),
        )
        .onConflict(['entity_ref', 'rubric_id', 'day'])
        .merge();
    }
  }

  /** Takes back, within a transaction, that an entity's first evaluation was the beginning of its history. */
  async forgetBeginning(
    tx: Knex.Transaction,
    entityRef: string,
    rubricId: string,
  ): Promise<void> {
    await tx<EventRow>('events')
      .where({ entity_ref: entityRef, rubric_id: rubricId })
      .whereNull('check_id')
      .whereNull('from')
      .delete();
  }

  /** Events of an entity, newest first. */
  async eventsOf(
    entityRef: string,
    rubricId: string,
    options: { checkId?: string; since?: Date; limit: number; before?: number },
  ): Promise<(ScorecardEvent & { id: number })[]> {
    const query = this.#db<EventRow>('events')
      .where({ entity_ref: entityRef, rubric_id: rubricId })
      // A history that was imported later has higher ids, not later moments.
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(options.limit);
    if (options.checkId) query.andWhere({ check_id: options.checkId });
    if (options.since) query.andWhere('at', '>=', options.since);
    if (options.before) {
      const cursor = await this.#db<EventRow>('events')
        .where({ id: options.before })
        .first('at');
      if (!cursor) return [];
      query.andWhere(older =>
        older
          .where('at', '<', cursor.at)
          .orWhere(same =>
            same.where('at', cursor.at).andWhere('id', '<', options.before!),
          ),
      );
    }
    return (await query).map(row => ({
      id: Number(row.id),
      entityRef: row.entity_ref,
      rubricId: row.rubric_id,
      at: toIso(row.at),
      checkId: row.check_id ?? undefined,
      from: row.from ?? undefined,
      to: row.to ?? undefined,
      reason: row.reason,
      cause: row.cause,
    }));
  }

  /** Changes of some checks and first evaluations since a moment, by entity, newest first. */
  async eventsSince(
    rubricId: string,
    entityRefs: readonly string[],
    checkIds: readonly string[],
    since: Date,
  ): Promise<Map<string, PastEvent[]>> {
    const events = new Map<string, PastEvent[]>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<EventRow>('events')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', refs)
        .andWhere('at', '>=', since)
        .andWhere(either =>
          either
            .whereIn('check_id', checkIds)
            .orWhere(first => first.whereNull('check_id').whereNull('from')),
        )
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .select('entity_ref', 'at', 'check_id', 'from');
      for (const row of rows) {
        const event = {
          at: toIso(row.at),
          checkId: row.check_id ?? undefined,
          from: row.from ?? undefined,
        };
        const list = events.get(row.entity_ref);
        if (list) list.push(event);
        else events.set(row.entity_ref, [event]);
      }
    }
    return events;
  }

  /** The first day of which each entity has a point. */
  async firstDays(
    rubricId: string,
    entityRefs: readonly string[],
  ): Promise<Map<string, string>> {
    const days = new Map<string, string>();
    for (const refs of chunks(entityRefs, REFS_PER_QUERY)) {
      const rows = await this.#db<PointRow>('daily_points')
        .where({ rubric_id: rubricId })
        .whereIn('entity_ref', refs)
        .groupBy('entity_ref')
        .select('entity_ref')
        .min({ first: 'day' });
      rows.forEach((row: any) => days.set(row.entity_ref, row.first));
    }
    return days;
  }

  /** Daily points of an entity, oldest first; a day without a change has none. */
  async pointsOf(
    entityRef: string,
    rubricId: string,
    fromDay: string,
  ): Promise<DailyPoint[]> {
    const rows = await this.#db<PointRow>('daily_points')
      .where({ entity_ref: entityRef, rubric_id: rubricId })
      .andWhere('day', '>=', fromDay)
      .orderBy('day');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      rubricId: row.rubric_id,
      day: row.day,
      level: row.level,
      score: row.score,
      counts: JSON.parse(row.counts),
    }));
  }

  /** Level and score of all entities by day, oldest first, for trends. */
  async pointsOfAll(rubricId: string, fromDay: string): Promise<Standing[]> {
    const rows = await this.#db<PointRow>('daily_points')
      .where({ rubric_id: rubricId })
      .andWhere('day', '>=', fromDay)
      .orderBy('day')
      .select('entity_ref', 'day', 'level', 'score');
    return rows.map(standingOf);
  }

  /** The last point of each entity before a day: where it stood when a span begins. */
  async standingBefore(rubricId: string, day: string): Promise<Standing[]> {
    const newest = this.#db<PointRow>('daily_points')
      .where({ rubric_id: rubricId })
      .andWhere('day', '<', day)
      .groupBy('entity_ref')
      .select('entity_ref')
      .max({ day: 'day' })
      .as('newest');
    const rows = await this.#db('daily_points as p')
      .join(newest, join =>
        join
          .on('p.entity_ref', 'newest.entity_ref')
          .andOn('p.day', 'newest.day'),
      )
      .where('p.rubric_id', rubricId)
      .select('p.entity_ref', 'p.day', 'p.level', 'p.score');
    return rows.map(standingOf);
  }

  /** Forgets what is older than the retention; the last point of each entity stays. */
  async prune(options: {
    eventsBefore: Date;
    daysBefore: string;
  }): Promise<void> {
    await this.#db('events').where('at', '<', options.eventsBefore).delete();
    await this.#db('daily_points')
      .where('day', '<', options.daysBefore)
      .whereExists(
        this.#db('daily_points as later')
          .whereRaw('later.entity_ref = daily_points.entity_ref')
          .whereRaw('later.rubric_id = daily_points.rubric_id')
          .whereRaw('later.day > daily_points.day')
          .select(this.#db.raw('1')),
      )
      .delete();
  }
}
