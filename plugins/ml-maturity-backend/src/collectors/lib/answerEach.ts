import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { CollectorAnswer } from '@airworthy/plugin-ml-maturity-node';

/** Answers for each entity alone: one that cannot be read harms no other. */
export function answerEach(
  entities: readonly Entity[],
  valuesOf: (entity: Entity) => JsonObject,
): CollectorAnswer[] {
  return entities.map(entity => {
    const entityRef = stringifyEntityRef(entity);
    try {
      return { entityRef, values: valuesOf(entity) };
    } catch (error) {
      return { entityRef, failure: toError(error).message };
    }
  });
}
