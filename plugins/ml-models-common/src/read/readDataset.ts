import type { Entity } from '@backstage/catalog-model';

/** Where the rows of a dataset come from. @public */
export const DATASET_ORIGINS = ['real', 'synthetic', 'mixed'] as const;

const ANNOTATION_PREFIX = 'airworthy.dev/dataset-';

/** What a `Resource` of type `dataset` says of itself in its annotations. @public */
export interface DatasetFacts {
  rows?: number;
  bytes?: number;
  origin?: (typeof DATASET_ORIGINS)[number];
  version?: string;
  /** Its columns, or the address of its data contract. */
  schema?: string;
}

/** Whether an entity is a dataset. @public */
export function isDataset(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === 'dataset'
  );
}

function count(value: string | undefined): number | undefined {
  return value && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/**
 * Reads what a dataset says of its size and origin. Annotations, since the
 * `spec` of a `Resource` is the catalog's.
 *
 * @public
 */
export function readDataset(entity: Entity): DatasetFacts {
  const annotation = (name: string) => {
    const value: unknown =
      entity.metadata.annotations?.[ANNOTATION_PREFIX + name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    rows: count(annotation('rows')),
    bytes: count(annotation('bytes')),
    origin: DATASET_ORIGINS.find(origin => origin === annotation('origin')),
    version: annotation('version'),
    schema: annotation('schema'),
  };
}
