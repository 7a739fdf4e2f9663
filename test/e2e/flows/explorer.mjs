import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';

export function explorer(withPage) {
  describe('explorer', () => {
    it(
      'is in the sidebar and lists the models',
      withPage({}, async page => {
        await page.getByRole('link', { name: 'ML models' }).first().click();
        await page.waitForURL(/\/ml-models/);
        await page.getByRole('row', { name: /all-MiniLM-L6-v2/ }).waitFor();
        assert.match(await page.title(), /^ML models \|/);
        await screenshot(page, 'explorer');
      }),
    );

    it(
      'finds a model by a filter, which the address keeps',
      withPage({ path: '/ml-models' }, async page => {
        await page.getByRole('button', { name: 'Any Task' }).click();
        await page.getByRole('option', { name: 'Speech recognition' }).click();
        await page.keyboard.press('Escape');
        await page.getByRole('row', { name: /whisper/i }).waitFor();
        const others = page.getByRole('row', { name: /all-MiniLM-L6-v2/ });
        await others.waitFor({ state: 'detached' });
        await screenshot(page, 'explorer-filtered');

        await page.reload();
        await page.getByRole('row', { name: /whisper/i }).waitFor();
        assert.equal(await others.count(), 0);
      }),
    );

    it(
      'finds a model by what its name and description say, opens it and goes back',
      withPage({ path: '/ml-models' }, async page => {
        await page.getByRole('searchbox').first().fill('flight-delay');
        await page.waitForURL(/flight-delay/);
        await page
          .getByRole('rowheader')
          .getByRole('link', { name: 'Flight delay', exact: true })
          .click();
        await page.getByRole('heading', { name: 'Flight delay' }).waitFor();
        await page.goBack();
        await page.getByRole('row', { name: /Flight delay/ }).waitFor();
        assert.equal(
          await page.getByRole('searchbox').first().inputValue(),
          'flight-delay',
        );
      }),
    );

    it(
      'says so where nothing matches, and offers a way on',
      withPage({ path: '/ml-models' }, async page => {
        await page.getByRole('searchbox').first().fill('no such model at all');
        await page
          .getByText(/no models? match/i)
          .first()
          .waitFor();
        await screenshot(page, 'explorer-nothing-matches');
      }),
    );

    it(
      'lists the deployments, and leads from one to its page',
      withPage({ path: '/ml-models' }, async page => {
        await page.getByRole('tab', { name: 'Deployments' }).click();
        await page.waitForURL(/deployments/);
        await page
          .getByRole('row', { name: /Knowledge search/ })
          .first()
          .waitFor();
        await screenshot(page, 'deployments');
      }),
    );
  });
}
