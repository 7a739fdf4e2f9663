import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  RELATION_DEPLOYS,
  isMlDeployment,
  mlDeploymentPredicate,
} from '@airworthy/plugin-ml-models-common';
import { chunks, relationTargets } from '@airworthy/plugin-ml-models-node';
import { WatchStore, WatchedEntity } from '../database/WatchStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { RubricService } from '../rubrics/RubricService';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.etag',
  'relations',
];
const PAGE = 500;
const PART = 100;

function watched(entity: Entity): WatchedEntity {
  const entityRef = stringifyEntityRef(entity);
  return {
    entityRef,
    etag: entity.metadata.etag ?? '',
    // A deployment that changes alters what is known of the model it serves.
    subjects: isMlDeployment(entity)
      ? relationTargets(entity, RELATION_DEPLOYS)
      : [entityRef],
  };
}

/**
 * Notices entities that were added, changed or removed since the last look.
 *
 * @remarks
 *
 * The catalog publishes no events of entities. A look reads only references,
 * etags and relations, a page at a time, so that it can be taken every
 * minute; an evaluation happens for what differs. When the catalog cannot be
 * read, or answers that it holds nothing at all, nothing is taken for removed.
 */
export class EntityWatcher {
  readonly #options: EntityWatcherOptions;

  constructor(options: EntityWatcherOptions) {
    this.#options = options;
  }

  async look(signal: AbortSignal): Promise<void> {
    const { store, rubrics, logger } = this.#options;
    await rubrics.adopt();
    if (!rubrics.all().length) return;
    const before = await store.all();
    const seen = new Set<string>();
    const added: WatchedEntity[] = [];
    const changed: WatchedEntity[] = [];
    for await (const page of this.#pages()) {
      if (signal.aborted) return;
      for (const entity of page.map(watched)) {
        seen.add(entity.entityRef);
        const known = before.get(entity.entityRef);
        if (!known) added.push(entity);
        else if (known.etag !== entity.etag) changed.push(entity);
      }
    }
    const removed = [...before.values()].filter(
      ({ entityRef }) => !seen.has(entityRef),
    );
    if (removed.length && !seen.size) {
      logger.warn(
        `The catalog holds none of the ${removed.length} models and deployments that were known; nothing is taken for removed`,
      );
      return;
    }
    // What another task collected about a new entity meanwhile is fresh.
    const look = { before, signal, done: new Set<string>() };
    await this.#evaluate(added, look, 'stale', part => store.store(part));
    await this.#evaluate(changed, look, 'all', part => store.store(part));
    await this.#evaluate(removed, look, 'all', part =>
      store.remove(part.map(({ entityRef }) => entityRef)),
    );
    const total = added.length + changed.length + removed.length;
    if (total && !signal.aborted) {
      logger.info(
        `Entities that are new: ${added.length}, changed: ${changed.length}, gone: ${removed.length}`,
      );
    }
  }

  /**
   * Evaluates what depends on entities, part by part. Each part is remembered
   * when it is done, so that a look that is interrupted goes on at the next.
   */
  async #evaluate(
    entities: WatchedEntity[],
    look: {
      before: Map<string, WatchedEntity>;
      signal: AbortSignal;
      done: Set<string>;
    },
    facts: 'stale' | 'all',
    remember: (part: WatchedEntity[]) => Promise<void>,
  ): Promise<void> {
    for (const part of chunks(entities, PART)) {
      const subjects = new Set<string>();
      for (const entity of part) {
        // A deployment may have served another model before.
        const earlier = look.before.get(entity.entityRef)?.subjects ?? [];
        for (const ref of [...entity.subjects, ...earlier]) {
          if (!look.done.has(ref)) subjects.add(ref);
        }
      }
      await this.#options.evaluations.evaluateRefs([...subjects], {
        cause: 'entity',
        facts,
        signal: look.signal,
      });
      if (look.signal.aborted) return;
      subjects.forEach(ref => look.done.add(ref));
      await remember(part);
    }
  }

  async *#pages(): AsyncIterable<Entity[]> {
    const { catalog, auth, rubrics } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const judged = rubrics
      .all()
      .map(({ compiled }) => compiled.rubric.appliesTo as FilterPredicate);
    const query = { $any: [...judged, mlDeploymentPredicate] };
    yield* catalog.streamEntities(
      { query, fields: FIELDS, pageSize: PAGE },
      { credentials },
    );
  }
}

interface EntityWatcherOptions {
  catalog: CatalogService;
  auth: AuthService;
  rubrics: RubricService;
  store: WatchStore;
  evaluations: EvaluationService;
  logger: LoggerService;
}
