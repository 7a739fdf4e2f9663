import { Entity } from '@backstage/catalog-model';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_NEWEST_VERSION_AT,
  assertReadableEntity,
  assertValidEntity,
  isMlDeployment,
  isMlModel,
  newestVersion,
} from '@airworthy/plugin-ml-models-common';

// The catalog's own processors have 20. Ours answers before the one that
// checks the model layer's schema, whose messages do not say what was there.
const BEFORE_THE_CATALOG = 10;

/**
 * Refuses entities of our kinds that break a rule, with the field, what was
 * expected and what was there, and notes when the newest version was made.
 */
export class MlModelsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'MlModelsProcessor';
  }

  getPriority(): number {
    return BEFORE_THE_CATALOG;
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    // The catalog drops such keys in a later step, so they are refused here.
    // The rest waits, since placeholders such as `$text` are filled in only now.
    assertReadableEntity(entity);
    return entity;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    assertValidEntity(entity);
    return isMlModel(entity) || isMlDeployment(entity);
  }

  async postProcessEntity(entity: Entity): Promise<Entity> {
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
