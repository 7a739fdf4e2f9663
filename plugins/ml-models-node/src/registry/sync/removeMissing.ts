import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { RegistryModelStore } from '../database/RegistryModelStore';
import { RegistrySource } from '../RegistrySource';

const BATCH = 50;

export interface RemoveOptions {
  run: number;
  source: RegistrySource;
  store: RegistryModelStore;
  connection: EntityProviderConnection;
  /** Missing since then at the latest. */
  since: Date;
}

/**
 * Removes the entities of models that a sweep did not see for the whole time
 * of grace, and that the registry does not know when it is asked for each.
 */
export async function removeMissing(
  { run, source, store, connection, since }: RemoveOptions,
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    signal.throwIfAborted();
    const { models, next } = await store.missing(run, since, {
      after,
      limit: BATCH,
    });
    const answers = await Promise.all(
      models.map(model => source.isGone(model.id, signal)),
    );
    const gone = models.filter((_, i) => answers[i]);
    const there = models.filter((_, i) => !answers[i]);
    await store.markSeen(
      there.map(({ id }) => id),
      run,
    );
    const removed = gone.flatMap(({ entityRef }) =>
      entityRef ? [{ entityRef }] : [],
    );
    if (removed.length) {
      await connection.applyMutation({ type: 'delta', added: [], removed });
    }
    await store.remove(
      gone.map(({ id }) => id),
      run,
    );
    count += removed.length;
    after = next;
  } while (after);
  return count;
}
