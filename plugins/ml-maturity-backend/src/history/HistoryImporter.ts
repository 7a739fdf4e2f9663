import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Attestation,
  FactVocabulary,
} from '@airworthy/plugin-ml-maturity-common';
import {
  EntityHistory,
  FactHistorySource,
} from '@airworthy/plugin-ml-maturity-node';
import { Knex } from 'knex';
import { loadByRef } from '@airworthy/plugin-ml-models-node';
import { AttestationStore } from '../database/AttestationStore';
import { FactStore } from '../database/FactStore';
import { HistoryStore } from '../database/HistoryStore';
import { ImportStore } from '../database/ImportStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { GroupTrackService } from '../facts/GroupTrackService';
import { trackOf } from '../facts/trackOf';
import { RubricService } from '../rubrics/RubricService';
import { readHistory } from './readHistory';
import { Replay, replay } from './replay';

const DEFAULT_BATCH = 50;
const MAX_TOLD = 5;

/**
 * Asks sources for the past of entities and replays it, once for each entity:
 * that it was done is written together with what it gave.
 */
export class HistoryImporter {
  readonly #options: HistoryImporterOptions;

  constructor(options: HistoryImporterOptions) {
    this.#options = options;
  }

  /** Imports what is not imported yet. A source that fails is asked again at the next run. */
  async run(signal: AbortSignal): Promise<void> {
    const { sources, rubrics, logger } = this.#options;
    await rubrics.adopt();
    for (const source of sources) {
      try {
        const imported = await this.#importFrom(source, signal);
        if (imported) {
          logger.info(`Imported the past of ${imported} entities`, {
            source: source.id,
          });
        }
      } catch (error) {
        logger.warn(
          `The past that ${source.id} knows was not imported: ${
            toError(error).message
          }`,
        );
      }
    }
  }

  async #importFrom(
    source: FactHistorySource,
    signal: AbortSignal,
  ): Promise<number> {
    const { imports, rubrics, catalog, auth, factStore } = this.#options;
    const limit = source.batchSize ?? DEFAULT_BATCH;
    const rubricIds = rubrics
      .all()
      .map(({ compiled }) => compiled.rubric.metadata.id);
    let imported = 0;
    let after = '';
    while (!signal.aborted) {
      const refs = await imports.waiting(source.id, rubricIds, {
        after,
        limit,
      });
      if (!refs.length) break;
      after = refs[refs.length - 1];
      const credentials = await auth.getOwnServiceCredentials();
      const entities = await loadByRef(catalog, refs, { credentials });
      const histories = await source.historyOf({
        entities: [...entities.values()],
        facts: await factStore.factsOf(refs),
        credentials,
        signal,
      });
      if (signal.aborted) break;
      imported += await this.#store(source.id, entities, histories);
    }
    return imported;
  }

  async #store(
    sourceId: string,
    entities: Map<string, Entity>,
    histories: EntityHistory[],
  ): Promise<number> {
    const { evaluations, logger } = this.#options;
    const byRef = new Map(histories.map(h => [h.entityRef, h]));
    const problems = new Set<string>();
    const answered: string[] = [];
    let imported = 0;
    for (const [entityRef, entity] of entities) {
      const history = byRef.get(entityRef) ?? { entityRef, facts: [] };
      try {
        const done = await this.#storeOne(sourceId, entity, history, problems);
        if (done && byRef.has(entityRef)) imported++;
        if (done?.answers) answered.push(entityRef);
      } catch (error) {
        problems.add(`${entityRef}: ${toError(error).message}`);
      }
    }
    if (problems.size) {
      const told = [...problems].slice(0, MAX_TOLD).join('; ');
      logger.warn(
        `${problems.size} entries of ${sourceId} were left aside: ${told}`,
      );
    }
    // The history tells when these answers were given.
    await evaluations.evaluateRefs(answered, {
      cause: 'attestation',
      facts: 'none',
      silent: true,
    });
    return imported;
  }

  async #storeOne(
    sourceId: string,
    entity: Entity,
    history: EntityHistory,
    problems: Set<string>,
  ): Promise<{ answers: number } | undefined> {
    const { db, imports, rubrics, vocabulary, attestations } = this.#options;
    const { tracks, defaultTrack, history: store } = this.#options;
    const { entityRef } = history;
    const now = new Date();
    const track = trackOf(entity, await tracks.get(), defaultTrack);
    const pasts: (Replay & { rubricId: string; answers: Attestation[] })[] = [];
    for (const { compiled } of rubrics.all()) {
      if (!compiled.appliesTo(entity)) continue;
      const rubricId = compiled.rubric.metadata.id;
      const firstDay = (await store.firstDays(rubricId, [entityRef])).get(
        entityRef,
      );
      // Without a point of its own it was not evaluated by this rubric yet.
      if (!firstDay) return undefined;
      const read = readHistory(compiled, vocabulary, history, now);
      read.problems.forEach(problem => problems.add(problem));
      const until = Date.parse(`${firstDay}T00:00:00Z`);
      const { events, points } = replay(
        compiled,
        { entity, track },
        read.entries,
        until,
      );
      pasts.push({ rubricId, events, points, answers: read.answers });
    }
    return db.transaction(async tx => {
      if (!(await imports.claim(tx, sourceId, entityRef, now))) {
        return undefined;
      }
      let answers = 0;
      for (const past of pasts) {
        if (past.events.length) {
          await store.forgetBeginning(tx, entityRef, past.rubricId);
        }
        await store.write(tx, past.events, past.points);
        answers += await attestations.importAll(
          tx,
          { entityRef, rubricId: past.rubricId },
          past.answers,
          sourceId,
        );
      }
      return { answers };
    });
  }
}

interface HistoryImporterOptions {
  sources: readonly FactHistorySource[];
  db: Knex;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  rubrics: RubricService;
  vocabulary: FactVocabulary;
  evaluations: EvaluationService;
  tracks: GroupTrackService;
  defaultTrack: string | undefined;
  attestations: AttestationStore;
  factStore: FactStore;
  history: HistoryStore;
  imports: ImportStore;
}
