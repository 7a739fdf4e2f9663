import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  ANNOTATION_TRACK,
  readMlModel,
} from '@airworthy/plugin-ml-models-common';
import { relationTargets } from '@airworthy/plugin-ml-models-node';

/** Tracks of groups, by reference in lower case. */
export type GroupTracks = ReadonlyMap<string, string>;

/** The track that a group's annotation names. */
export function trackOfGroup(group: Entity): string | undefined {
  return group.metadata.annotations?.[ANNOTATION_TRACK]?.trim() || undefined;
}

/** The track of a model: its own, else its owner group's, else the portal's. */
export function trackOf(
  entity: Entity,
  groupTracks: GroupTracks,
  defaultTrack: string | undefined,
): string | undefined {
  const own = readMlModel(entity).spec.track;
  if (own) return own;
  const [owner] = relationTargets(entity, RELATION_OWNED_BY);
  return (owner && groupTracks.get(owner)) || defaultTrack;
}
