/* eslint-disable jest/no-export */
import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migratedDatabase } from '@airworthy/plugin-ml-models-node';
import { PACKAGE_NAME } from '../packageName';

// A database of its own for each test takes time on a busy machine.
jest.setTimeout(60_000);

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const hasPostgres = Boolean(process.env[POSTGRES]);
const ids: TestDatabaseId[] = hasPostgres
  ? ['SQLITE_3', 'POSTGRES_15']
  : ['SQLITE_3'];

/** Runs a suite on SQLite, and on PostgreSQL where the environment names one. */
export function describeDatabases(
  title: string,
  suite: (database: () => Promise<Knex>) => void,
): void {
  const databases = TestDatabases.create({ ids, disableDocker: true });
  describe.each(ids)(`${title} on %s`, id => {
    suite(async () => {
      const knex = await databases.init(id);
      return migratedDatabase(mockServices.database({ knex }), PACKAGE_NAME);
    });
  });
  if (!hasPostgres) {
    // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect
    it.skip(`${title} on PostgreSQL, since ${POSTGRES} is not set`, () => {});
  }
}
