#!/usr/bin/env node
// Loads synthetic models into the production build and measures what the
// explorer asks the catalog for, and the explorer's first page in a browser:
//   node test/benchmarks/catalog.mjs [models]
// PostgreSQL instead of SQLite: BENCHMARK_DATABASE=pg. A folder that is kept, so
// that the next run need not load the models again: BENCHMARK_FOLDER=<folder>.
// Loading waits for the disk at each commit; on a file system in memory
// (/dev/shm) it does not.
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { buildProduction } from '../../scripts/lib/production.mjs';
import { toolchain } from '../../scripts/lib/toolchain.mjs';
import { launchBrowser, openPage, signIn } from '../lib/browser.mjs';
import { guestClient, startPortal } from '../lib/portal.mjs';
import { findPostgres, startPostgres } from '../lib/postgres.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { until } from '../lib/until.mjs';
import { locationOf, writeEntities } from '../synthetic/writeEntities.mjs';
import { measure, ms, printTable } from './measure.mjs';

const models = Number(process.argv[2] ?? 10_000);
const HOUR = 3_600_000;
const CALM_MS = 50;
// Half a minute, at two a second.
const CALM_TIMES = 60;

async function measureCatalog({ request, query }, total) {
  const first = { filter: 'kind=mlmodel', limit: '50' };
  const cases = {
    'first page, by name': () =>
      query({ ...first, orderField: 'metadata.name,asc' }),
    'first page, by owner, newest first': () =>
      query({ ...first, orderField: 'spec.owner,desc' }),
    'first page of one task and lifecycle': () =>
      query({
        ...first,
        filter:
          'kind=mlmodel,spec.type=text-classification,spec.lifecycle=production',
        orderField: 'metadata.name,asc',
      }),
    'free text in name, title and description': () =>
      query({
        ...first,
        orderField: 'metadata.name,asc',
        fullTextFilterTerm: 'sentiment',
        fullTextFilterFields:
          'metadata.name,metadata.title,metadata.description',
      }),
    'values of seven filters': () =>
      request(
        `catalog/entity-facets?filter=kind=mlmodel&${[
          'spec.owner',
          'spec.system',
          'spec.type',
          'spec.lifecycle',
          'spec.framework',
          'spec.track',
          'metadata.tags',
        ]
          .map(facet => `facet=${facet}`)
          .join('&')}`,
      ),
    'all models, 500 a page': async () => {
      let page = await query({ ...first, limit: '500' });
      let seen = page.items.length;
      while (page.pageInfo.nextCursor) {
        page = await query({ cursor: page.pageInfo.nextCursor, limit: '500' });
        seen += page.items.length;
      }
      if (seen < total) throw new Error(`${seen} of ${total} models were read`);
    },
  };
  const rows = [];
  for (const [name, work] of Object.entries(cases)) {
    const { p50, max } = await measure(work);
    rows.push([name, ms(p50), ms(max)]);
  }
  printTable(['catalog request', 'p50 of 10', 'worst'], rows);
}

/** Waits until the work of the load, such as evaluations, is behind the portal. */
async function untilQuiet(address) {
  let calm = 0;
  await until(
    'a quiet portal',
    async () => {
      const since = performance.now();
      await fetch(`${address}/.backstage/health/v1/liveness`)
        .then(answer => answer.arrayBuffer())
        .catch(() => undefined);
      calm = performance.now() - since < CALM_MS ? calm + 1 : 0;
      return calm >= CALM_TIMES;
    },
    { limitMs: HOUR, pauseMs: 500 },
  );
}

/** Opens the explorer as a reader would, and notes what it asks the catalog. */
async function measureExplorer(browser, address, signedIn) {
  const counts = [];
  const queries = [];
  const { p50, max } = await measure(async () => {
    const opened = await openPage(browser, address, { signedIn });
    const { page } = opened;
    await page.getByRole('link', { name: 'ML models' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    const asked = [];
    page.on('request', request => {
      if (request.url().includes('/api/catalog/')) asked.push(request.url());
    });
    const since = Date.now();
    await page.getByRole('link', { name: 'ML models' }).first().click();
    await page.getByRole('grid').getByRole('link').first().waitFor();
    queries.push(Date.now() - since);
    await page.waitForLoadState('networkidle');
    counts.push(asked.length);
    if (counts.length === 1)
      asked.forEach(url => console.log(`  asked: ${url}`));
    await opened.close();
  });
  queries.sort((a, b) => a - b);
  printTable(
    ['explorer', 'figure'],
    [
      ['click to first row, p50', ms(queries[Math.floor(queries.length / 2)])],
      ['click to first row, worst', ms(queries.at(-1))],
      ['portal opened anew to explorer idle, p50', ms(p50)],
      ['the same, worst', ms(max)],
      ['catalog requests of the first page', Math.max(...counts)],
    ],
  );
}

const tools = await toolchain();
await buildProduction(tools);
const kept = process.env.BENCHMARK_FOLDER;
const scratch = kept
  ? { folder: resolve(kept), remove() {} }
  : temporaryFolder();
const written = writeEntities(join(scratch.folder, 'entities'), { models });
const postgres =
  process.env.BENCHMARK_DATABASE === 'pg'
    ? await startPostgres(findPostgres())
    : undefined;
const portal = await startPortal({
  database: postgres ? undefined : join(scratch.folder, 'database'),
  configFiles: postgres ? ['app-config.postgres.yaml'] : [],
  env: postgres?.env,
  log: 'benchmark.log',
  settings: {
    'catalog.locations': [
      {
        type: 'file',
        target: '../../examples/all.yaml',
        rules: [{ allow: ['User', 'Group'] }],
      },
      locationOf(join(scratch.folder, 'entities')),
    ],
    'catalog.processingInterval': { hours: 6 },
    'search.collators.catalog.schedule': {
      initialDelay: { hours: 1 },
      frequency: { hours: 1, minutes: 0 },
      timeout: { minutes: 5 },
    },
  },
});
let browser;
try {
  const since = Date.now();
  const client = await guestClient(portal.address);
  // A portal that is busy loading closes connections that it cannot answer.
  const count = kind =>
    client
      .query({ filter: `kind=${kind}`, limit: '0' })
      .then(({ totalItems }) => totalItems)
      .catch(() => 0);
  await until(
    'the synthetic models',
    async () =>
      (await count('mlmodel')) >= written.models &&
      (await count('mldeployment')) >= written.deployments,
    { limitMs: HOUR, pauseMs: 2_000 },
  );
  console.log(
    `\n${written.models} models and ${
      written.deployments
    } deployments, loaded in ${Math.round((Date.now() - since) / 1000)} s, ${
      postgres ? 'PostgreSQL' : 'SQLite'
    }, ${cpus().length} × ${cpus()[0].model}, Node ${process.version}\n`,
  );
  await untilQuiet(portal.address);
  const fresh = await guestClient(portal.address);
  await measureCatalog(fresh, written.models);
  console.log();
  if (findChromium()) {
    browser = await launchBrowser();
    const session = await signIn(browser, portal.address);
    await measureExplorer(browser, portal.address, session);
  }
} finally {
  await browser?.close();
  await portal.stop();
  postgres?.stop();
  scratch.remove();
}
