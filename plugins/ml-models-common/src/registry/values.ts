import { JsonObject } from '@backstage/types';
import type { RegistryDataset, RegistryModel } from './RegistryModel';
import { newestFirst } from './toVersions';

const present = (values: Record<string, unknown>): JsonObject =>
  JSON.parse(JSON.stringify(values));

/** What the rules of app-config see of a model. */
export function ruleValues(model: RegistryModel): JsonObject {
  const versions = newestFirst(model.versions ?? []);
  const [newest] = versions;
  return present({
    registry: model.registry,
    id: model.id,
    name: model.name,
    description: model.description,
    tags: model.tags ?? {},
    tagNames: Object.keys(model.tags ?? {}),
    owner: model.ownerHints?.[0],
    owners: model.ownerHints ?? [],
    task: model.task,
    library: model.library,
    license: model.license,
    baseModel: model.baseModel,
    aliases: [...new Set(versions.flatMap(v => v.aliases ?? []))],
    stages: [...new Set(versions.flatMap(v => v.stage ?? []))],
    newest: newest && {
      version: newest.version,
      aliases: newest.aliases ?? [],
      stage: newest.stage,
      tags: newest.tags ?? {},
    },
  });
}

/** The same with one dataset, for rules of `dependsOn`. */
export function withDataset(
  values: JsonObject,
  { name, digest, role, source }: RegistryDataset,
): JsonObject {
  return { ...values, dataset: present({ name, digest, role, source }) };
}

/** Datasets of all versions, each once. */
export function datasetsOf(model: RegistryModel): RegistryDataset[] {
  const byKey = new Map<string, RegistryDataset>();
  for (const dataset of newestFirst(model.versions ?? []).flatMap(
    v => v.datasets ?? [],
  )) {
    const key = JSON.stringify([dataset.name, dataset.role]);
    if (!byKey.has(key)) byKey.set(key, dataset);
  }
  return [...byKey.values()];
}
