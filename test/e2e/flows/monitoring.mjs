import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';
import { guestClient } from '../../lib/portal.mjs';
import { until } from '../../lib/until.mjs';

const FLEET = '/ml-monitoring';
const DEPLOYMENT = '/catalog/default/mldeployment/no-show-production';
const FEATURE = 'previous_no_shows';
const DAY = 86_400_000;
const PHONE = { width: 390, height: 844 };

async function textOf(download) {
  return readFileSync(await download.path(), 'utf8');
}

export function monitoring(withPage, portalOf) {
  describe('monitoring', () => {
    let status;

    // The past of the examples' logs is evaluated within minutes of a start.
    before(async () => {
      const { request } = await guestClient(portalOf().address);
      status = await until(
        'the feature of no-show that turned null',
        async () => {
          const found = await request(
            'ml-monitoring/deployments/default/no-show-production/status',
          );
          return found.status === 'critical' && found;
        },
        { limitMs: 240_000, pauseMs: 3_000 },
      );
    });

    it(
      'leads from a red status in the fleet to the feature and the moment',
      withPage({ path: FLEET }, async page => {
        const row = page.getByRole('row').filter({
          has: page.getByRole('link', { name: 'No-show, production' }),
        });
        await row.getByText('Critical').first().waitFor();
        await screenshot(page, 'fleet');

        const check = status.checks.find(
          ({ id, status: worst }) =>
            worst === 'critical' && id === `data:missing_share:${FEATURE}`,
        );
        assert.ok(check, 'the missing values are critical');
        await row.getByRole('link', { name: check.title }).click();
        await page.waitForURL(
          url =>
            url.pathname.endsWith(`/monitoring/data/${FEATURE}`) &&
            (url.searchParams.has('window') || url.searchParams.has('from')),
        );
        await page.getByRole('heading', { name: FEATURE }).first().waitFor();
        const figure = page.getByRole('figure', { name: 'Missing values' });
        await figure.waitFor();
        await screenshot(page, 'feature');

        // The period shows the moment at which it began.
        const { searchParams } = new URL(page.url());
        const from = searchParams.get('from');
        const days = { PT24H: 1, P7D: 7, P30D: 30, P90D: 90 };
        const begins = from
          ? Date.parse(from)
          : Date.now() - days[searchParams.get('window')] * DAY;
        assert.ok(
          begins < Date.parse(check.since),
          'the moment is in the period',
        );

        // What the chart shows can be read, and taken away as a file.
        await figure.getByRole('radio', { name: 'Table' }).click();
        const cells = figure.getByRole('row').last();
        await cells.waitFor();
        assert.match(await figure.textContent(), /100%/);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          figure.getByRole('button', { name: 'Download as CSV' }).click(),
        ]);
        const lines = (await textOf(download)).trim().split(/\r?\n/);
        assert.ok(lines.length > 5, 'a line a point');
        assert.match(lines[1], /\d{4}-\d\d-\d\dT/);
      }),
    );

    it(
      'shows a period of the reader’s own',
      withPage({ path: `${DEPLOYMENT}/monitoring/service` }, async page => {
        // As people type it: day, month, year, hour and minute.
        const keys = days => {
          const [date] = new Date(Date.now() - days * DAY)
            .toISOString()
            .split('T');
          const [year, month, day] = date.split('-');
          return `${day}${month}${year}0600`;
        };
        await page.getByText('Custom', { exact: true }).click();
        const dialog = page.getByRole('dialog');
        for (const [label, days] of [
          ['From', 9],
          ['To', 6],
        ]) {
          await dialog
            .getByRole('group', { name: label, exact: true })
            .getByRole('spinbutton')
            .first()
            .focus();
          await page.keyboard.type(keys(days), { delay: 20 });
        }
        await dialog.getByRole('button', { name: 'Apply' }).click();
        await page.waitForURL(url => url.searchParams.has('from'));
        await page
          .getByText(/no-show\/production.*rows/)
          .first()
          .waitFor();
        const { searchParams } = new URL(page.url());
        const span =
          Date.parse(searchParams.get('to')) -
          Date.parse(searchParams.get('from'));
        assert.equal(span, 3 * DAY);
        await screenshot(page, 'custom-period');
      }),
    );

    it(
      'holds the canary with the latency regression against the stable version',
      withPage(
        {
          path: '/catalog/default/mldeployment/rebooking-ranker-production/monitoring/rollout?window=P7D',
        },
        async page => {
          const row = page
            .getByRole('row')
            .filter({ hasText: '95th percentile of latency' });
          await row.getByText('Worse').waitFor();
          await screenshot(page, 'rollout');
        },
      ),
    );

    it(
      'proposes monitoring for a deployment that has none, and tries it',
      withPage(
        {
          path: '/catalog/default/mldeployment/engine-remaining-life-staging/monitoring/setup',
        },
        async page => {
          await page.getByText('lpc_outlet_temperature').first().waitFor();
          await page.getByRole('button', { name: 'Try it' }).click();
          await page
            .getByText(/rows read/)
            .first()
            .waitFor();
          await screenshot(page, 'setup');
        },
      ),
    );

    for (const [name, options] of [
      ['dark', { colorScheme: 'dark' }],
      ['phone', { viewport: PHONE }],
    ]) {
      it(
        `fits: ${name}`,
        withPage(
          { path: `${DEPLOYMENT}/monitoring?window=P7D`, ...options },
          async page => {
            await page.getByText('What is wrong').first().waitFor();
            await page
              .getByText(/Missing values/)
              .first()
              .waitFor();
            await screenshot(page, `monitoring-${name}`);
            const wider = await page.evaluate(
              () =>
                document.documentElement.scrollWidth >
                document.documentElement.clientWidth + 1,
            );
            assert.equal(wider, false, 'the page is as wide as the screen');
          },
        ),
      );
    }
  });
}
