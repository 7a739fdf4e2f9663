import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { AttestationStore } from '../database/AttestationStore';
import { FactStore } from '../database/FactStore';
import { ChangeCause, HistoryStore } from '../database/HistoryStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { WaiverStore } from '../database/WaiverStore';
import { chunks } from '../database/chunks';
import { dayOf } from '../database/moments';
import { loadByRef } from '../collectors/lib/relations';
import { FactService } from '../facts/FactService';
import { GroupTrackService } from '../facts/GroupTrackService';
import { trackOf } from '../facts/trackOf';
import { RubricInForce, RubricService } from '../rubrics/RubricService';
import {
  EvaluatedScorecard,
  EntityKnowledge,
  evaluateEntity,
} from './evaluateEntity';
import { eventsOf } from './eventsOf';

/** How entities are evaluated. */
export interface EvaluateOptions {
  /** Why, as far as the caller knows; a change of the rubric or of time is found out. */
  cause: ChangeCause;
  /** `stale` collects facts that are no longer fresh, `all` every fact, `none` takes them as they are. */
  facts: 'stale' | 'all' | 'none';
  signal?: AbortSignal;
}

/** What an evaluation did. */
export interface EvaluationOutcome {
  evaluated: number;
  /** Scorecards that were written, since something in them changed. */
  changed: number;
  /** Scorecards that were removed, since their entity is gone or no rubric applies. */
  removed: number;
}

const BATCH = 200;
const NEVER = new AbortController().signal;

/** Evaluates entities by every rubric in force and stores what changed. */
export class EvaluationService {
  readonly #options: EvaluationServiceOptions;

  constructor(options: EvaluationServiceOptions) {
    this.#options = options;
  }

  /** Evaluates entities by their references; those that are gone lose their scorecards. */
  async evaluateRefs(
    entityRefs: readonly string[],
    options: EvaluateOptions,
  ): Promise<EvaluationOutcome> {
    const total: EvaluationOutcome = { evaluated: 0, changed: 0, removed: 0 };
    for (const refs of chunks(entityRefs, BATCH)) {
      if (options.signal?.aborted) break;
      const credentials = await this.#options.auth.getOwnServiceCredentials();
      const found = await loadByRef(this.#options.catalog, refs, {
        credentials,
      });
      const gone = refs.filter(ref => !found.has(ref));
      const outcome = await this.evaluateEntities([...found.values()], options);
      total.evaluated += outcome.evaluated;
      total.changed += outcome.changed;
      total.removed += outcome.removed + (await this.remove(gone));
    }
    return total;
  }

  /** Evaluates a batch of entities as the catalog has them now. */
  async evaluateEntities(
    entities: Entity[],
    options: EvaluateOptions,
  ): Promise<EvaluationOutcome> {
    const total: EvaluationOutcome = { evaluated: 0, changed: 0, removed: 0 };
    const rubrics = this.#options.rubrics.all();
    const judged = entities.filter(entity =>
      rubrics.some(({ compiled }) => compiled.appliesTo(entity)),
    );
    for (const batch of chunks(judged, BATCH)) {
      if (options.facts !== 'none') {
        await this.#options.facts.collect(batch, {
          always: options.facts === 'all',
          signal: options.signal ?? NEVER,
        });
      }
      if (options.signal?.aborted) break;
      const known = await this.#knowledgeOf(batch);
      total.evaluated += batch.length;
      for (const rubric of rubrics) {
        const outcome = await this.#evaluateBy(rubric, known, options.cause);
        total.changed += outcome.changed;
        total.removed += outcome.removed;
      }
    }
    const unjudged = entities.filter(entity => !judged.includes(entity));
    total.removed += await this.remove(
      unjudged.map(e => stringifyEntityRef(e)),
    );
    return total;
  }

  /** Forgets scorecards and facts of entities; answers and waivers stay, in case the entity comes back. */
  async remove(entityRefs: readonly string[]): Promise<number> {
    const { db, scorecards, factStore } = this.#options;
    let removed = 0;
    for (const entityRef of entityRefs) {
      const rubricIds = await scorecards.rubricsOf(entityRef);
      if (!rubricIds.length) continue;
      await db.transaction(tx =>
        scorecards.remove(
          tx,
          rubricIds.map(rubricId => ({ entityRef, rubricId })),
          new Date(),
        ),
      );
      await factStore.remove([entityRef]);
      removed += rubricIds.length;
    }
    return removed;
  }

  async #knowledgeOf(
    entities: Entity[],
  ): Promise<Omit<EntityKnowledge, 'attestations' | 'waivers'>[]> {
    const { factStore, tracks, defaultTrack } = this.#options;
    const refs = entities.map(entity => stringifyEntityRef(entity));
    const [facts, groupTracks] = await Promise.all([
      factStore.factsOf(refs),
      tracks.get(),
    ]);
    return entities.map((entity, index) => ({
      entity,
      track: trackOf(entity, groupTracks, defaultTrack),
      facts: facts.get(refs[index]) ?? {},
    }));
  }

  async #evaluateBy(
    { compiled }: RubricInForce,
    known: Omit<EntityKnowledge, 'attestations' | 'waivers'>[],
    cause: ChangeCause,
  ): Promise<{ changed: number; removed: number }> {
    const { scorecards, attestations, waivers } = this.#options;
    const rubricId = compiled.rubric.metadata.id;
    const refs = known.map(({ entity }) => stringifyEntityRef(entity));
    const [states, answers, waived] = await Promise.all([
      scorecards.statesOf(rubricId, refs),
      attestations.currentOf(rubricId, refs),
      waivers.currentOf(rubricId, refs),
    ]);
    const now = new Date();
    const changed: EvaluatedScorecard[] = [];
    const gone: string[] = [];
    known.forEach((knowledge, index) => {
      const ref = refs[index];
      const scorecard = evaluateEntity(
        compiled,
        {
          ...knowledge,
          attestations: answers.get(ref) ?? [],
          waivers: waived.get(ref) ?? [],
        },
        now,
      );
      const state = states.get(ref);
      if (!scorecard) {
        if (state) gone.push(ref);
      } else if (
        state?.resultsDigest !== scorecard.write.resultsDigest ||
        state.rubricDigest !== compiled.digest ||
        state.nextChangeAt !== scorecard.write.nextChangeAt ||
        state.entity !== JSON.stringify(scorecard.write.entity)
      ) {
        changed.push(scorecard);
      }
    });
    await this.#store(rubricId, changed, gone, cause, states, compiled.digest);
    return { changed: changed.length, removed: gone.length };
  }

  async #store(
    rubricId: string,
    changed: EvaluatedScorecard[],
    gone: string[],
    cause: ChangeCause,
    states: Map<string, { rubricDigest: string; nextChangeAt?: string }>,
    digest: string,
  ): Promise<void> {
    if (!changed.length && !gone.length) return;
    const { db, scorecards, history } = this.#options;
    const before = await scorecards.resultsOf(
      rubricId,
      changed
        .map(({ write }) => write.entityRef)
        .filter(ref => states.has(ref)),
    );
    const now = new Date();
    const causeOf = (entityRef: string): ChangeCause => {
      const state = states.get(entityRef);
      if (cause !== 'fact' || !state) return cause;
      if (state.rubricDigest !== digest) return 'rubric';
      return state.nextChangeAt &&
        Date.parse(state.nextChangeAt) <= now.getTime()
        ? 'time'
        : cause;
    };
    await db.transaction(async tx => {
      await scorecards.write(
        tx,
        changed.map(({ write }) => write),
      );
      await scorecards.remove(
        tx,
        gone.map(entityRef => ({ entityRef, rubricId })),
        now,
      );
      await history.write(
        tx,
        changed.flatMap(({ write }) =>
          eventsOf(
            before.get(write.entityRef),
            write,
            causeOf(write.entityRef),
          ),
        ),
        changed.map(({ write, counts }) => ({
          entityRef: write.entityRef,
          rubricId,
          day: dayOf(now),
          level: write.level,
          score: write.score,
          counts,
        })),
      );
    });
  }
}

interface EvaluationServiceOptions {
  db: Knex;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  rubrics: RubricService;
  facts: FactService;
  factStore: FactStore;
  tracks: GroupTrackService;
  defaultTrack: string | undefined;
  scorecards: ScorecardStore;
  history: HistoryStore;
  attestations: AttestationStore;
  waivers: WaiverStore;
}
