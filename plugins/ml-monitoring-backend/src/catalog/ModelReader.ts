import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  MlModelVersion,
  readMlModel,
} from '@airworthy/plugin-ml-models-common';
import {
  MonitoringTask,
  taskOfModelType,
} from '@airworthy/plugin-ml-monitoring-common';
import { chunks } from '@airworthy/plugin-ml-models-node';

/** What checks need of a model. */
export interface KnownModel {
  task: MonitoringTask;
  versions: MlModelVersion[];
}

const UNKNOWN: KnownModel = { task: 'other', versions: [] };
const KEPT_MS = 5 * 60_000;
const MAX_KEPT = 20_000;
const REFS_PER_REQUEST = 500;
const FIELDS = ['kind', 'metadata', 'spec.type', 'spec.versions'];

function knownModel(entity: Entity | undefined): KnownModel {
  if (!entity) return UNKNOWN;
  const { type, versions } = readMlModel(entity).spec;
  return { task: taskOfModelType(type), versions: versions ?? [] };
}

/** Reads models many at a time, and keeps them for a few minutes. */
export class ModelReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #kept = new Map<string, { at: number; model: KnownModel }>();

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  async one(ref: string | undefined): Promise<KnownModel> {
    if (!ref) return UNKNOWN;
    return (await this.many([ref])).get(ref)!;
  }

  /** Each model by its reference; one that is not in the catalog has the task `other`. */
  async many(refs: Iterable<string>): Promise<Map<string, KnownModel>> {
    const now = Date.now();
    const found = new Map<string, KnownModel>();
    const wanted: string[] = [];
    for (const ref of new Set(refs)) {
      const kept = this.#kept.get(ref);
      if (kept && Math.abs(now - kept.at) < KEPT_MS) found.set(ref, kept.model);
      else wanted.push(ref);
    }
    if (!wanted.length) return found;
    const credentials = await this.#auth.getOwnServiceCredentials();
    if (this.#kept.size + wanted.length > MAX_KEPT) this.#kept.clear();
    for (const entityRefs of chunks(wanted, REFS_PER_REQUEST)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: FIELDS },
        { credentials },
      );
      entityRefs.forEach((ref, i) => {
        const model = knownModel(items[i]);
        found.set(ref, model);
        this.#kept.set(ref, { at: now, model });
      });
    }
    return found;
  }
}
