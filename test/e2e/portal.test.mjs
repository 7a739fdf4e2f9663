import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import {
  launchBrowser,
  openPage,
  screenshot,
  signIn,
} from '../lib/browser.mjs';
import { evaluate } from '../lib/evaluate.mjs';
import { examplesAreRead } from '../lib/examples.mjs';
import { HANDOVER } from '../lib/handoverRubric.mjs';
import { guestClient, startPortal } from '../lib/portal.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { until } from '../lib/until.mjs';
import { appearance } from './flows/appearance.mjs';
import { badInput } from './flows/badInput.mjs';
import { deployment } from './flows/deployment.mjs';
import { explorer } from './flows/explorer.mjs';
import { maturityLead } from './flows/maturityLead.mjs';
import { maturityTeam } from './flows/maturityTeam.mjs';
import { modelPages } from './flows/modelPages.mjs';
import { monitoring } from './flows/monitoring.mjs';
import { search } from './flows/search.mjs';

async function searchIsFilled({ request }) {
  await until('the examples in search', async () => {
    const found = await request('search/query?term=sentiment').catch(
      () => undefined,
    );
    return found?.results.length > 0;
  });
}

describe('the portal in a browser', () => {
  const state = temporaryFolder();
  let portal;
  let browser;
  let signedIn;
  let failures = 0;

  before(async () => {
    const workspaces = join(state.folder, 'workspaces');
    portal = await startPortal({
      database: state.folder,
      settings: { ...HANDOVER, 'mlDeployment.workspaces.root': workspaces },
    });
    portal.workspaces = workspaces;
    const client = await guestClient(portal.address);
    await examplesAreRead(client);
    await searchIsFilled(client);
    await evaluate(client);
    browser = await launchBrowser();
    signedIn = await signIn(browser, portal.address);
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
    state.remove();
  });

  /** Runs a flow on a page of its own, which must have no problem at its end. */
  const withPage =
    (options, flow, { expectedProblems } = {}) =>
    async () => {
      const opened = await openPage(browser, portal.address, {
        signedIn,
        ...options,
      });
      try {
        await flow(opened.page, opened);
        if (!expectedProblems) opened.expectNoProblems();
      } catch (error) {
        await screenshot(opened.page, `failed-${++failures}`);
        // What went wrong in the page often says why the flow stopped.
        throw new Error([error.message, ...opened.problems].join('\n'), {
          cause: error,
        });
      } finally {
        await opened.close();
      }
    };

  explorer(withPage);
  search(withPage);
  modelPages(withPage);
  appearance(withPage);
  badInput(withPage);
  maturityTeam(withPage);
  maturityLead(withPage, () => portal);
  monitoring(withPage, () => portal);
  // Last, as it adds to the catalog and decides.
  deployment(withPage, () => portal);
});
