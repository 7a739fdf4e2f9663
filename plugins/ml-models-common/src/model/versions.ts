import type {
  MlModelEntity,
  MlModelMetric,
  MlModelVersion,
} from '../kinds/MlModel';

/** A model, or what could be read of one. @public */
export interface VersionedModel {
  spec: Pick<MlModelEntity['spec'], 'versions' | 'primaryMetric'>;
}

/**
 * The versions of a model, newest first: by `createdAt` where every version
 * has one, else in the order that the entity lists.
 *
 * @public
 */
export function sortedVersions(model: VersionedModel): MlModelVersion[] {
  const versions = model.spec.versions ?? [];
  if (!versions.every(v => v.createdAt)) return versions;
  return [...versions].sort(
    (a, b) => Date.parse(b.createdAt!) - Date.parse(a.createdAt!),
  );
}

/** The newest version of a model, if it has any. @public */
export function newestVersion(
  model: VersionedModel,
): MlModelVersion | undefined {
  return sortedVersions(model)[0];
}

/**
 * The figure that a version is judged by: the model's `primaryMetric` over all
 * data, else the first figure over all data.
 *
 * @public
 */
export function primaryMetric(
  model: VersionedModel,
  version: MlModelVersion,
): MlModelMetric | undefined {
  const overall = (version.metrics ?? []).filter(m => !m.slice);
  const name = model.spec.primaryMetric;
  return name ? overall.find(m => m.name === name) : overall[0];
}
