import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';

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
          // One for the list, and one for the values of its filters.
          while (await retry.count()) await retry.first().click();
          await page.getByRole('row', { name: /all-MiniLM-L6-v2/ }).waitFor();
        },
        // The requests that this test breaks.
        { expectedProblems: true },
      ),
    );
  });
}
