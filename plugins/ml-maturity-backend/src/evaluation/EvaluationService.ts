import { setImmediate as letOthersWork } from 'node:timers/promises';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { chunks, loadByRef } from '@airworthy/plugin-ml-models-node';
import { AttestationStore } from '../database/AttestationStore';
import { FactStore } from '../database/FactStore';
import { ChangeCause, HistoryStore } from '../database/HistoryStore';
import { ScorecardState, ScorecardStore } from '../database/ScorecardStore';
import { WaiverStore } from '../database/WaiverStore';
import { FactService } from '../facts/FactService';
import { GroupTrackService } from '../facts/GroupTrackService';
import { trackOf } from '../facts/trackOf';
import { RubricInForce, RubricService } from '../rubrics/RubricService';
import { causeOf, differs, pointOf } from './changes';
import { EvaluatedScorecard, evaluateEntity } from './evaluateEntity';
import { EvaluateOptions } from './EvaluateOptions';
import { eventsOf } from './eventsOf';
import { EvaluationOutcome, addOutcome, noOutcome } from './outcome';

// An embedded database answers and writes for all of a batch in one turn.
const BATCH = 100;
// So many take a few milliseconds; requests come in between.
const AT_ONCE = 20;
const ATTEMPTS = 3;
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
    const total = noOutcome();
    for (const refs of chunks([...new Set(entityRefs)], BATCH)) {
      if (options.signal?.aborted) break;
      const credentials = await this.#options.auth.getOwnServiceCredentials();
      const found = await loadByRef(this.#options.catalog, refs, {
        credentials,
      });
      const gone = refs.filter(ref => !found.has(ref));
      addOutcome(
        total,
        await this.evaluateEntities([...found.values()], options),
      );
      total.removed += await this.remove(gone);
    }
    return total;
  }

  /**
   * Evaluates an entity after something about it was stored. What is stored
   * stays when the evaluation fails: it is made up for within a minute.
   */
  async evaluateNow(entityRef: string, cause: ChangeCause): Promise<void> {
    const { scorecards, logger } = this.#options;
    try {
      await this.evaluateRefs([entityRef], { cause, facts: 'none' });
    } catch (error) {
      logger.warn(
        `${entityRef} will be evaluated later: ${toError(error).message}`,
      );
      await scorecards.makeDue(entityRef, new Date());
    }
  }

  /** Evaluates a batch of entities as the catalog has them now. */
  async evaluateEntities(
    entities: Entity[],
    options: EvaluateOptions,
  ): Promise<EvaluationOutcome> {
    const total = noOutcome();
    await this.#options.rubrics.adopt();
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
      total.evaluated += batch.length;
      for (const rubric of rubrics) {
        addOutcome(total, await this.#evaluateBy(rubric, batch, options));
      }
    }
    const known = new Set(judged);
    const unjudged = entities.filter(entity => !known.has(entity));
    total.removed += await this.#removeUnjudged(
      unjudged.map(e => stringifyEntityRef(e)),
      rubrics.map(({ compiled }) => compiled.rubric.metadata.id),
    );
    return total;
  }

  /** Forgets scorecards and facts of entities; answers and waivers stay, in case the entity comes back. */
  async remove(entityRefs: readonly string[]): Promise<number> {
    if (!entityRefs.length) return 0;
    const { scorecards, factStore } = this.#options;
    const removed = await this.removeScorecards(
      await scorecards.keysOf(entityRefs),
    );
    await factStore.remove(entityRefs);
    return removed;
  }

  /** Forgets scorecards; answers how many there were. */
  async removeScorecards(
    keys: readonly { entityRef: string; rubricId: string }[],
  ): Promise<number> {
    if (!keys.length) return 0;
    const { db, scorecards } = this.#options;
    return db.transaction(tx => scorecards.remove(tx, keys, new Date()));
  }

  // A rubric that is not in force now, since its document is wrong, takes
  // nothing away: what it said stays until it speaks again.
  async #removeUnjudged(
    entityRefs: readonly string[],
    inForce: readonly string[],
  ): Promise<number> {
    if (!entityRefs.length) return 0;
    const keys = await this.#options.scorecards.keysOf(entityRefs);
    return this.removeScorecards(
      keys.filter(({ rubricId }) => inForce.includes(rubricId)),
    );
  }

  async #evaluateBy(
    rubric: RubricInForce,
    entities: Entity[],
    options: EvaluateOptions,
  ): Promise<EvaluationOutcome> {
    const total = noOutcome();
    let left = entities;
    for (let attempt = 0; left.length && attempt < ATTEMPTS; attempt++) {
      const overtaken = await this.#attempt(rubric, left, options, total);
      left = left.filter(e => overtaken.has(stringifyEntityRef(e)));
    }
    if (left.length) {
      // The one that overtook it knew what this one knows, or more.
      this.#options.logger.debug(
        `${left.length} evaluations were overtaken by others`,
      );
    }
    return total;
  }

  /** Evaluates and stores; answers whom another evaluation overtook meanwhile. */
  async #attempt(
    { compiled }: RubricInForce,
    entities: Entity[],
    options: EvaluateOptions,
    total: EvaluationOutcome,
  ): Promise<Set<string>> {
    const { scorecards, attestations, waivers, factStore, tracks } =
      this.#options;
    const rubricId = compiled.rubric.metadata.id;
    const refs = entities.map(entity => stringifyEntityRef(entity));
    // States come first: what is read after them is at least as new.
    const states = await scorecards.statesOf(rubricId, refs);
    const [facts, answers, waived, groupTracks] = await Promise.all([
      factStore.factsOf(refs),
      attestations.currentOf(rubricId, refs),
      waivers.currentOf(rubricId, refs),
      tracks.get(),
    ]);
    const now = new Date();
    const changed: EvaluatedScorecard[] = [];
    const gone: string[] = [];
    for (const [index, entity] of entities.entries()) {
      if (index % AT_ONCE === 0) await letOthersWork();
      const ref = refs[index];
      const state = states.get(ref);
      try {
        const scorecard = evaluateEntity(
          compiled,
          {
            entity,
            track: trackOf(entity, groupTracks, this.#options.defaultTrack),
            facts: facts.get(ref) ?? {},
            attestations: answers.get(ref) ?? [],
            waivers: waived.get(ref) ?? [],
          },
          now,
        );
        if (!scorecard) {
          if (state) gone.push(ref);
        } else if (differs(scorecard, state)) {
          changed.push(scorecard);
        }
      } catch (error) {
        // One entity that cannot be evaluated keeps its scorecard and harms no other.
        total.failed++;
        this.#options.logger.warn(
          `${ref} could not be evaluated by rubric ${rubricId}: ${
            toError(error).message
          }`,
        );
      }
    }
    await letOthersWork();
    const written = await this.#store(rubricId, changed, gone, options, states);
    total.changed += written.size;
    total.removed += gone.length;
    return new Set(
      changed
        .map(({ write }) => write.entityRef)
        .filter(ref => !written.has(ref)),
    );
  }

  async #store(
    rubricId: string,
    changed: EvaluatedScorecard[],
    gone: string[],
    { cause, silent }: EvaluateOptions,
    states: Map<string, ScorecardState>,
  ): Promise<Set<string>> {
    if (!changed.length && !gone.length) return new Set();
    const { db, scorecards, history } = this.#options;
    const before = await scorecards.resultsOf(
      rubricId,
      changed
        .map(({ write }) => write.entityRef)
        .filter(ref => states.has(ref)),
    );
    const now = new Date();
    return db.transaction(async tx => {
      const written = new Set(
        (
          await scorecards.write(
            tx,
            rubricId,
            changed.map(({ write }) => write),
            states,
          )
        ).map(({ entityRef }) => entityRef),
      );
      const stored = changed.filter(({ write }) =>
        written.has(write.entityRef),
      );
      await scorecards.remove(
        tx,
        gone.map(entityRef => ({ entityRef, rubricId })),
        now,
      );
      await history.write(
        tx,
        stored.flatMap(({ write }) =>
          silent
            ? []
            : eventsOf(
                before.get(write.entityRef),
                write,
                causeOf(cause, states.get(write.entityRef), write, now),
              ),
        ),
        stored.map(pointOf),
      );
      return written;
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
