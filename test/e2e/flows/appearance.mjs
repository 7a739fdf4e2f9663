import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';

const PHONE = { width: 390, height: 844 };
const themeOf = page =>
  page.evaluate(() => document.body.getAttribute('data-theme-mode'));

export function appearance(withPage) {
  describe('appearance', () => {
    it(
      'switches the theme, which stays over a reload',
      withPage({ path: '/settings' }, async page => {
        await page.getByRole('button', { name: 'Dark', exact: true }).click();
        assert.equal(await themeOf(page), 'dark');
        await page.goto('/ml-models');
        await page.getByRole('row', { name: /all-MiniLM-L6-v2/ }).waitFor();
        assert.equal(await themeOf(page), 'dark');
        await screenshot(page, 'explorer-dark');
        await page.goto('/catalog/default/mlmodel/flight-delay');
        await page.getByRole('heading', { name: 'Flight delay' }).waitFor();
        await page.waitForLoadState('networkidle');
        await screenshot(page, 'model-dark');
        await page.goto('/settings');
        await page.getByRole('button', { name: 'Light', exact: true }).click();
        assert.equal(await themeOf(page), 'light');
      }),
    );

    for (const [name, path] of [
      ['home', '/'],
      ['explorer', '/ml-models'],
      ['model', '/catalog/default/mlmodel/flight-delay'],
    ]) {
      it(
        `shows ${name} on a narrow screen without sideways scrolling`,
        withPage({ path, viewport: PHONE }, async page => {
          await page.waitForLoadState('networkidle');
          const width = await page.evaluate(
            () => document.documentElement.scrollWidth,
          );
          await screenshot(page, `${name}-narrow`);
          assert.ok(width <= PHONE.width, `${width} pixels wide`);
        }),
      );
    }
  });
}
