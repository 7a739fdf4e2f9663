import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  RELATION_DEPLOYS,
  isMlDeployment,
  mlDeploymentPredicate,
} from '@airworthy/plugin-ml-models-common';
import { relationTargets } from '../collectors/lib/relations';
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
 * read nothing is taken for removed.
 */
export class EntityWatcher {
  readonly #options: EntityWatcherOptions;

  constructor(options: EntityWatcherOptions) {
    this.#options = options;
  }

  async look(signal: AbortSignal): Promise<void> {
    const { store, evaluations, logger } = this.#options;
    const before = await store.all();
    const seen = new Set<string>();
    const changed: WatchedEntity[] = [];
    for await (const page of this.#pages()) {
      if (signal.aborted) return;
      for (const entity of page.map(watched)) {
        seen.add(entity.entityRef);
        const known = before.get(entity.entityRef);
        if (known?.etag !== entity.etag) changed.push(entity);
      }
    }
    const removed = [...before.values()].filter(
      ({ entityRef }) => !seen.has(entityRef),
    );
    if (!changed.length && !removed.length) return;

    const subjects = new Set<string>();
    for (const entity of [...changed, ...removed]) {
      entity.subjects.forEach(ref => subjects.add(ref));
      // A deployment may have served another model before.
      before.get(entity.entityRef)?.subjects.forEach(ref => subjects.add(ref));
    }
    const outcome = await evaluations.evaluateRefs([...subjects], {
      cause: 'entity',
      facts: 'all',
      signal,
    });
    // What an interrupted look did not get to is different at the next one too.
    if (signal.aborted) return;
    await store.store(changed);
    await store.remove(removed.map(({ entityRef }) => entityRef));
    logger.info(
      `Entities that changed: ${changed.length}, that are gone: ${removed.length}; scorecards written: ${outcome.changed}, removed: ${outcome.removed}`,
    );
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
