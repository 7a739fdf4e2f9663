import { Entity } from '@backstage/catalog-model';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_NEWEST_VERSION_AT,
  assertValidEntity,
  isMlModel,
  newestVersion,
} from '@airworthy/plugin-ml-models-common';

/**
 * Refuses entities of our kinds that break a rule, with the field, what was
 * expected and what was there, and notes when the newest version was made.
 *
 * @remarks
 *
 * The model layer's JSON schema cannot say every rule, such as the sum of the
 * traffic, and its messages do not say what was there.
 */
export class MlModelsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'MlModelsProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    assertValidEntity(entity);
    if (!isMlModel(entity)) return entity;

    const createdAt = newestVersion(entity)?.createdAt;
    const { [ANNOTATION_NEWEST_VERSION_AT]: _, ...annotations } =
      entity.metadata.annotations ?? {};
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: createdAt
          ? { ...annotations, [ANNOTATION_NEWEST_VERSION_AT]: createdAt }
          : annotations,
      },
    } as Entity;
  }
}
