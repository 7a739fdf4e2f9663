import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  MlModelEntity,
  RegistryMapping,
  RegistryModel,
  listEntityProblems,
  registryModelToEntity,
} from '@airworthy/plugin-ml-models-common';
import { RegistryModelStore } from '../database/RegistryModelStore';

/** A model to map, with the reference of the entity that it has already. */
export interface ModelToMap {
  model: RegistryModel;
  entityRef?: string;
}

/** The entity of a model, or why there can be none. */
export interface MapResult {
  model: RegistryModel;
  entity?: MlModelEntity;
  entityRef?: string;
  notes: string[];
  problem?: string;
  /** Its base model is not in the catalog yet, but may come. */
  isIncomplete: boolean;
}

export interface MapOptions {
  provider: string;
  store: RegistryModelStore;
  rules: RegistryMapping;
  fetchedAt: Date;
}

async function baseRefs(models: RegistryModel[], store: RegistryModelStore) {
  const ids = [...new Set(models.flatMap(m => m.baseModel ?? []))];
  const known = await store.find(ids);
  return (id: string) => known.get(id)?.entityRef;
}

/**
 * Maps models to entities, each with a name that no other model of any
 * registry holds. Who holds a name keeps it.
 */
export async function mapModels(
  batch: ModelToMap[],
  { provider, store, rules, fetchedAt }: MapOptions,
): Promise<MapResult[]> {
  const modelRef = await baseRefs(
    batch.map(({ model }) => model),
    store,
  );
  const map = (model: RegistryModel, isTaken?: (ref: string) => boolean) =>
    registryModelToEntity(model, {
      rules,
      fetchedAt: fetchedAt.toISOString(),
      modelRef,
      isTaken:
        isTaken &&
        ((namespace, name) =>
          isTaken(stringifyEntityRef({ kind: 'MlModel', namespace, name }))),
    });

  // In one order, so that who gets a name does not hang on the order of a page.
  const sorted = [...batch].sort((a, b) => (a.model.id < b.model.id ? -1 : 1));
  const plain = sorted.map(({ model }) => map(model));
  const wanted = plain.map(({ entity }) => stringifyEntityRef(entity));
  const holders = await store.holders([...new Set(wanted)]);
  const given = new Set<string>();

  return sorted.map(({ model, entityRef: before }, i) => {
    const holder = holders.get(wanted[i]);
    const isHeldByOther =
      holder && (holder.provider !== provider || holder.id !== model.id);
    const withSuffix = () => map(model, () => true);
    let mapped =
      isHeldByOther || given.has(wanted[i]) ? withSuffix() : plain[i];
    // It got its suffix when another model held the name: a reference that
    // others may use does not change because that one is gone.
    if (before && stringifyEntityRef(mapped.entity) !== before) {
      const alternative = withSuffix();
      if (stringifyEntityRef(alternative.entity) === before) {
        mapped = alternative;
      }
    }
    const entityRef = stringifyEntityRef(mapped.entity);
    given.add(entityRef);
    const [problem] = listEntityProblems(mapped.entity);
    return {
      model,
      entity: mapped.entity,
      entityRef,
      notes: mapped.notes,
      problem,
      isIncomplete: Boolean(model.baseModel && !mapped.entity.spec.baseModel),
    };
  });
}
