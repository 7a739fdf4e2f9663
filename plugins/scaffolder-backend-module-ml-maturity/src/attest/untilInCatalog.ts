import { setTimeout } from 'node:timers/promises';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

const PAUSE_MS = 1_000;

/**
 * Waits for an entity to be in the catalog, with its relations.
 *
 * @throws NotFoundError where it is not there in time.
 */
export async function untilInCatalog(
  catalog: CatalogService,
  entityRef: string,
  options: {
    credentials: BackstageCredentials;
    seconds: number;
    signal?: AbortSignal;
  },
): Promise<void> {
  const { credentials, seconds, signal } = options;
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    signal?.throwIfAborted();
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    // Who owns it, and may answer for it, is known by its relations.
    if (entity?.relations?.length) return;
    const left = end - Date.now();
    if (left <= 0) {
      throw new NotFoundError(
        `entityRef: expected an entity that is in the catalog, was ${entityRef}, which was not there after ${seconds} seconds; its answers can be given on its Maturity tab`,
      );
    }
    await setTimeout(Math.min(PAUSE_MS, left), undefined, { signal });
  }
}
