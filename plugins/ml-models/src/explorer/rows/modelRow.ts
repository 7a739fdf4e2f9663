import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_NEWEST_VERSION_AT,
  MlModelEntity,
  MlModelMetric,
  newestVersion,
  primaryMetric,
  readMlModel,
} from '@airworthy/plugin-ml-models-common';
import { deploymentRefs } from '../query/readDeployments';
import { relatedRefs } from './relatedRefs';

/** A model as the table shows it; what the entity does not say is undefined. */
export interface ModelRow {
  /** Reference of the entity. */
  id: string;
  entity: Entity;
  name: string;
  title: string;
  description?: string;
  tags: string[];
  task?: string;
  owners: string[];
  systems: string[];
  lifecycle?: string;
  framework?: string;
  license?: string;
  track?: string;
  version?: string;
  metric?: Pick<MlModelMetric, 'name' | 'value' | 'unit'>;
  deploymentRefs: string[];
  updatedAt?: string;
}

/** Reads what the table shows of a model. */
export function modelRow(entity: Entity): ModelRow {
  const { metadata } = entity;
  // The helpers ask for a whole model, but read no field that can be absent.
  const model = readMlModel(entity) as MlModelEntity;
  const { spec } = model;
  const newest = newestVersion(model);
  return {
    id: stringifyEntityRef(entity),
    entity,
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    tags: metadata.tags ?? [],
    task: spec.type,
    owners: relatedRefs(entity, RELATION_OWNED_BY),
    systems: relatedRefs(entity, RELATION_PART_OF, 'system'),
    lifecycle: spec.lifecycle,
    framework: spec.framework,
    license: spec.license,
    track: spec.track,
    version: newest?.version,
    metric: newest && primaryMetric(model, newest),
    deploymentRefs: deploymentRefs(entity),
    updatedAt:
      metadata.annotations?.[ANNOTATION_NEWEST_VERSION_AT] ?? newest?.createdAt,
  };
}
