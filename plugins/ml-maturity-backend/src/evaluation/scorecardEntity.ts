import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { readMlModel } from '@airworthy/plugin-ml-models-common';
import { relationTargets } from '@airworthy/plugin-ml-models-node';
import { ScorecardEntity } from '../database/ScorecardStore';

/** What lists and rollups know of an entity. */
export function scorecardEntity(
  entity: Entity,
  track: string | undefined,
): ScorecardEntity {
  const { spec, metadata } = readMlModel(entity);
  const [owner] = relationTargets(entity, RELATION_OWNED_BY);
  const [system] = relationTargets(entity, RELATION_PART_OF);
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind,
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    title: metadata.title,
    owner,
    system,
    lifecycle: spec.lifecycle,
    task: spec.type,
    framework: spec.framework,
    track,
    tags: metadata.tags ?? [],
  };
}
