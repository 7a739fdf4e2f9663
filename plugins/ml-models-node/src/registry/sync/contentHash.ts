import { createHash } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_REGISTRY_FETCHED_AT } from '@airworthy/plugin-ml-models-common';
import stringify from 'safe-stable-stringify';

/** Hash of values, whatever the order of their keys. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(stringify(value) ?? '')
    .digest('hex');
}

/** Hash of an entity without the moment of reading, which is no change. */
export function contentHash(entity: Entity): string {
  const { [ANNOTATION_REGISTRY_FETCHED_AT]: _, ...annotations } =
    entity.metadata.annotations ?? {};
  return hashOf({ ...entity, metadata: { ...entity.metadata, annotations } });
}
