import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/**
 * A plugin's database with its tables as this version of its package wants
 * them.
 *
 * @remarks
 * A module shares the database of its plugin, whose migrations Knex would take
 * for lost files of the module: so a module names a table of its own for what
 * was done.
 *
 * @public
 */
export async function migratedDatabase(
  database: DatabaseService,
  packageName: string,
  options?: { tableName: string },
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(packageName, 'migrations'),
      ...options,
    });
  }
  return knex;
}
