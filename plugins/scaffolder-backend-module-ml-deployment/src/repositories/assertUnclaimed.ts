import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Refuses entities that the catalog has from somewhere else, since it would go
 * on with those.
 *
 * @throws ConflictError that names the entity and where it is from.
 */
export async function assertUnclaimed(
  catalog: CatalogService,
  request: {
    entityRefs: readonly string[];
    /** Absolute path of the file that they are to be read from. */
    file: string;
    credentials: BackstageCredentials;
  },
): Promise<void> {
  const { entityRefs, file, credentials } = request;
  if (!entityRefs.length) return;
  const { items } = await catalog.getEntitiesByRefs(
    {
      entityRefs: [...entityRefs],
      fields: ['metadata.annotations'],
    },
    { credentials },
  );
  items.forEach((item, i) => {
    const origin = item?.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
    if (!origin || origin === `file:${file}`) return;
    throw new ConflictError(
      `${entityRefs[i]}: expected an entity that is not in the catalog yet, was one from ${origin}. Choose another name`,
    );
  });
}
