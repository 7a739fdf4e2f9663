import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';

export function search(withPage) {
  describe('search', () => {
    it(
      'finds a model by its model card and shows task, framework and owner',
      withPage({ path: '/search?query=turbulent' }, async page => {
        const result = page.locator('li').filter({
          has: page.getByRole('link', { name: 'DistilBERT SST-2' }),
        });
        await result.getByText('Text classification').waitFor();
        await result.getByText('transformers').waitFor();
        await result.getByRole('link', { name: 'Passenger Voice' }).waitFor();
        await result.locator('mark').first().waitFor();
        await screenshot(page, 'search');
        await page.getByRole('link', { name: 'DistilBERT SST-2' }).click();
        await page.getByRole('heading', { name: 'DistilBERT SST-2' }).waitFor();
      }),
    );
  });
}
