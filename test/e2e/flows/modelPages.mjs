import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';

const MODEL = '/catalog/default/mlmodel/flight-delay';

export function modelPages(withPage) {
  describe('model and deployment pages', () => {
    it(
      'compare two versions and know which is better',
      withPage({ path: MODEL }, async page => {
        await page.getByRole('link', { name: 'Versions', exact: true }).click();
        await page.getByText(/\d+ better, \d+ worse/).waitFor();
        const logLoss = page
          .getByRole('row', { name: /^log_loss/ })
          .filter({ hasText: 'Lower is better' });
        await logLoss.first().waitFor();
        assert.match(await logLoss.first().textContent(), /−.*Better/);
        await page.getByRole('button', { name: 'Swap' }).click();
        await logLoss.first().getByText('Worse').waitFor();
        await screenshot(page, 'versions');
      }),
    );

    it(
      'lead from a model to its deployment and back',
      withPage({ path: MODEL }, async page => {
        await screenshot(page, 'model');
        // Its health is linked too, by the same name.
        await page
          .locator('a[href$="/mldeployment/flight-delay-production"]')
          .first()
          .click();
        await page
          .getByRole('heading', { name: 'Flight delay, production' })
          .waitFor();
        await page.getByText('Canary').first().waitFor();
        await screenshot(page, 'deployment');
        await page
          .getByRole('link', { name: 'Flight delay', exact: true })
          .first()
          .click();
        await page.waitForURL(url => url.pathname.endsWith(MODEL));
      }),
    );

    it(
      'show the model card and the lineage',
      withPage({ path: `${MODEL}/model-card` }, async page => {
        await page
          .getByText('a ranking of the flights that have just left')
          .first()
          .waitFor();
        await screenshot(page, 'model-card');
        await page.getByRole('link', { name: 'Lineage', exact: true }).click();
        await page
          .getByText(/US domestic flights/)
          .first()
          .waitFor();
        await screenshot(page, 'lineage');
      }),
    );
  });
}
