import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';
import { until } from '../../lib/until.mjs';

export function badInput(withPage) {
  describe('bad input', () => {
    it(
      'says what failed where the catalog is down, and goes on when it is back',
      withPage(
        { path: '/settings' },
        async page => {
          await page.getByText('Appearance').waitFor();
          await page.route('**/api/catalog/**', route => route.abort());
          await page.getByRole('link', { name: 'ML models' }).first().click();
          const retry = page.getByRole('button', { name: /try again|retry/i });
          await retry.first().waitFor();
          await screenshot(page, 'explorer-catalog-down');
          await page.unroute('**/api/catalog/**');
          // One for the list, and one for the values of its filters; the first
          // may mend both, so that the second is gone before it is pressed.
          const row = page.getByRole('row', { name: /all-MiniLM-L6-v2/ });
          await until('the models', async () => {
            if (await row.count()) return true;
            await retry
              .first()
              .click({ timeout: 1_000 })
              .catch(() => undefined);
            return false;
          });
        },
        // The requests that this test breaks.
        { expectedProblems: true },
      ),
    );

    it(
      'says how to begin where there is no model',
      withPage({ path: '/settings' }, async page => {
        await page.getByText('Appearance').waitFor();
        await page.route('**/api/catalog/entities/by-query*', route =>
          route.fulfill({ json: { items: [], totalItems: 0, pageInfo: {} } }),
        );
        await page.getByRole('link', { name: 'ML models' }).first().click();
        await page.getByText('There are no models yet').waitFor();
        await screenshot(page, 'explorer-no-models');
        await page.getByRole('link', { name: 'Register a file' }).click();
        await page.waitForURL(/catalog-import/);
      }),
    );
  });
}
