import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { mlModelPredicate } from '@airworthy/plugin-ml-models-common';
import { relationTargets } from '@airworthy/plugin-ml-models-node';

type Counts = ReadonlyMap<string, number>;

/** Models by the group, user or system that they belong to. */
export interface ModelCounts {
  all: Counts;
  production: Counts;
}

const KEPT_MS = 60_000;
const PAGE = 500;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.lifecycle',
  'relations',
];

/** What a model belongs to. */
export function belongsTo(entity: Entity): string[] {
  return [RELATION_OWNED_BY, RELATION_PART_OF].flatMap(type =>
    relationTargets(entity, type),
  );
}

/**
 * Counts how many models each owner and system has.
 *
 * @remarks
 *
 * The batches of a sweep share one count. It is made page by page, since an
 * embedded database answers a question about all models in one piece, in which
 * the backend answers nobody.
 */
export class ModelCounter {
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;
  #last: { at: number; counts: Promise<ModelCounts> } | undefined;

  constructor(options: { catalog: Pick<CatalogService, 'streamEntities'> }) {
    this.#catalog = options.catalog;
  }

  count(credentials: BackstageCredentials): Promise<ModelCounts> {
    const now = Date.now();
    if (this.#last && Math.abs(now - this.#last.at) < KEPT_MS) {
      return this.#last.counts;
    }
    const made = { at: now, counts: this.#read(credentials) };
    this.#last = made;
    made.counts.catch(() => {
      if (this.#last === made) this.#last = undefined;
    });
    return made.counts;
  }

  async #read(credentials: BackstageCredentials): Promise<ModelCounts> {
    const all = new Map<string, number>();
    const production = new Map<string, number>();
    const pages = this.#catalog.streamEntities(
      { query: mlModelPredicate, fields: FIELDS, pageSize: PAGE },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        for (const ref of belongsTo(entity)) {
          all.set(ref, (all.get(ref) ?? 0) + 1);
          if (entity.spec?.lifecycle === 'production') {
            production.set(ref, (production.get(ref) ?? 0) + 1);
          }
        }
      }
    }
    return { all, production };
  }
}
