import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { guestClient, startPortal } from '../lib/portal.mjs';
import { findPostgres, startPostgres } from '../lib/postgres.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { until } from '../lib/until.mjs';

const SETTING = 'user-settings/buckets/airworthy-test/keys/answer';

/** The examples are read, found, and what a user sets outlives a restart. */
async function keepsItsState(start) {
  const first = await start();
  try {
    const { request, query } = await guestClient(first.address);
    await until('the example models', async () => {
      const { totalItems } = await query({
        filter: 'kind=mlmodel',
        limit: '1',
      });
      return totalItems >= 14;
    });
    await until('a model in search', async () => {
      const found = await request('search/query?term=sentiment').catch(
        () => undefined,
      );
      return found?.results.some(({ document }) => document.kind === 'MlModel');
    });
    await request(SETTING, {
      method: 'PUT',
      body: JSON.stringify({ value: 'kept' }),
    });
  } finally {
    await first.stop();
  }

  const second = await start();
  try {
    const { request, query } = await guestClient(second.address);
    // At once, before the examples could be read anew.
    const { totalItems } = await query({ filter: 'kind=mlmodel', limit: '1' });
    assert.ok(totalItems >= 14, `${totalItems} models are left`);
    const { value } = await request(SETTING);
    assert.equal(value, 'kept');
  } finally {
    await second.stop();
  }
  const log = readFileSync(second.log, 'utf8');
  assert.doesNotMatch(log, /"level":"error"/);
}

describe('the production build', () => {
  it('keeps its state on disk over a restart', async t => {
    const { folder, remove } = temporaryFolder();
    t.after(remove);
    await keepsItsState(() =>
      startPortal({ database: folder, log: 'test-sqlite.log' }),
    );
  });

  const programs = findPostgres();
  it(
    'keeps its state in PostgreSQL',
    { skip: !programs && 'PostgreSQL is not installed' },
    async t => {
      const postgres = await startPostgres(programs);
      t.after(() => postgres.stop());
      await keepsItsState(() =>
        startPortal({
          configFiles: ['app-config.postgres.yaml'],
          env: postgres.env,
          log: 'test-postgres.log',
        }),
      );
    },
  );
});
