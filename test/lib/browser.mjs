import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.mjs';

const SCREENSHOTS = join(import.meta.dirname, '..', 'e2e', 'screenshots');
const DESKTOP = { width: 1440, height: 900 };

/** Starts the machine's Chromium. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Notes every console error, failed request and uncaught error of a page. */
function watch(page) {
  const problems = [];
  page.on('console', message => {
    if (message.type() === 'error') {
      const { url } = message.location();
      problems.push(`console: ${message.text()} (${url})`);
    }
  });
  page.on('pageerror', error => problems.push(`uncaught: ${error.stack}`));
  page.on('requestfailed', request => {
    const { errorText } = request.failure() ?? {};
    // The browser ends what a page that is left had not finished.
    if (errorText === 'net::ERR_ABORTED') return;
    problems.push(`${request.method()} ${request.url()}: ${errorText}`);
  });
  page.on('response', response => {
    if (response.status() < 400) return;
    problems.push(
      `${response.request().method()} ${response.url()}: ${response.status()}`,
    );
  });
  return problems;
}

/**
 * Opens a page of the portal, already signed in where `signedIn` holds a
 * session. `expectNoProblems` throws with all that went wrong.
 */
export async function openPage(
  browser,
  address,
  { path = '/', signedIn, viewport = DESKTOP, colorScheme = 'light' } = {},
) {
  const context = await browser.newContext({
    baseURL: address,
    storageState: signedIn,
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    // A copy to the clipboard is part of what is tried.
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems = watch(page);
  await page.goto(path);
  return {
    page,
    context,
    problems,
    expectNoProblems() {
      if (problems.length) {
        throw new Error(`The page had problems:\n${problems.join('\n')}`);
      }
    },
    close: () => context.close(),
  };
}

/** Signs in as guest and answers the session for further pages. */
export async function signIn(browser, address) {
  const opened = await openPage(browser, address);
  await opened.page.getByRole('button', { name: 'Enter' }).click();
  await opened.page.getByRole('link', { name: 'Home' }).first().waitFor();
  const session = await opened.context.storageState();
  opened.expectNoProblems();
  await opened.close();
  return session;
}

/** Keeps a picture of the page under the git-ignored folder. */
export async function screenshot(page, name) {
  const path = join(SCREENSHOTS, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  // A picture of what is still loading says little; it is taken all the same.
  await page
    .waitForLoadState('networkidle', { timeout: 5_000 })
    .catch(() => undefined);
  await page.screenshot({ path });
  return path;
}
