import { setTimeout as delay } from 'node:timers/promises';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';

const PAUSE_MS = 300;

/**
 * Waits until the catalog has entities, so that links to them lead somewhere.
 *
 * @returns the references of those that it does not have when patience ends.
 */
export async function untilRead(
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>,
  options: {
    entityRefs: readonly string[];
    credentials: BackstageCredentials;
    patienceMs: number;
    signal?: AbortSignal;
  },
): Promise<string[]> {
  const { entityRefs, credentials, patienceMs, signal } = options;
  const end = Date.now() + patienceMs;
  for (;;) {
    // What is written stays written, whether the catalog answers or not.
    const { items } = await catalog
      .getEntitiesByRefs(
        { entityRefs: [...entityRefs], fields: ['kind', 'metadata.name'] },
        { credentials },
      )
      .catch(() => ({ items: [] }));
    const missing = entityRefs.filter((_, i) => !items[i]);
    if (!missing.length || Date.now() >= end || signal?.aborted) return missing;
    await delay(PAUSE_MS);
  }
}
