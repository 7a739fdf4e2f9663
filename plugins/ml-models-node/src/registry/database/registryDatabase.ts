import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import pRetry from 'p-retry';
import { migratedDatabase } from '../../database/migrate';

const PACKAGE_NAME = '@airworthy/plugin-ml-models-node';

// Providers of one backend share it, and Knex locks its migrations.
const migrated = new WeakMap<Knex, Promise<Knex>>();

/** The database of a plugin, with the tables that providers of registries need. */
export async function registryDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  let ready = migrated.get(knex);
  if (!ready) {
    // Another replica may migrate at this moment.
    ready = pRetry(
      () =>
        migratedDatabase(database, PACKAGE_NAME, {
          tableName: 'ml_registry_migrations',
        }),
      { retries: 5, minTimeout: 500 },
    );
    migrated.set(knex, ready);
    ready.catch(() => migrated.delete(knex));
  }
  return ready;
}

/** Forgets providers of a product that app-config no longer names, so that their names are free. */
export async function forgetProviders(
  db: Knex,
  type: string,
  kept: string[],
): Promise<void> {
  const gone = await db('ml_registry_providers')
    .where({ type })
    .whereNotIn('provider', kept)
    .pluck('provider');
  await db.transaction(async tx => {
    for (const provider of gone) {
      await tx('ml_registry_models').where({ provider }).delete();
      await tx('ml_registry_runs').where({ provider }).delete();
      await tx('ml_registry_providers').where({ provider }).delete();
    }
  });
}
