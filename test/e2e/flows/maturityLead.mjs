import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';
import { guestClient } from '../../lib/portal.mjs';
import { until } from '../../lib/until.mjs';

const PAGE = '/ml-maturity';
const PHONE = { width: 390, height: 844 };
const TEAM = 'group:default/disruption-forecasting';

const percent = share => `${Math.round(share * 100)}`;

/** Header and rows of a CSV file without quoted line breaks. */
function readCsv(text) {
  const [header, ...rows] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  return { header: header.split(','), rows };
}

export function maturityLead(withPage, portalOf) {
  describe('maturity of the organisation', () => {
    const ask = async path => {
      const { request } = await guestClient(portalOf().address);
      return request(`ml-maturity/${path}`);
    };

    /** What the page is answered when it asks for something. */
    const asked = async (page, path) => {
      const answer = page.waitForResponse(
        response =>
          new URL(response.url()).pathname.endsWith(`/ml-maturity/${path}`) &&
          response.ok(),
      );
      await page.reload();
      return (await answer).json();
    };

    // The past of the examples is brought in within two minutes of a start,
    // and with it figures change.
    before(async () => {
      await until(
        'the past of the examples',
        async () => {
          const trend = await ask('trends?days=90');
          const told = trend.points.filter(({ models }) => models > 0);
          return told.length > 60 && told;
        },
        { limitMs: 150_000, pauseMs: 2_000 },
      );
    });

    it(
      'shows where teams stand, and the models behind a figure',
      withPage({}, async page => {
        await page.getByRole('link', { name: 'ML maturity' }).first().click();
        const heatmap = page.getByRole('table', {
          name: 'Score by Teams and Categories',
        });
        await heatmap.waitFor();
        await screenshot(page, 'organisation');

        const { nodes, columns, cellFields } = await ask(
          'rollups?by=owner&measure=category',
        );
        const team = nodes.find(({ id }) => id === TEAM);
        const at = columns.findIndex(({ id }) => id === 'data');
        const { title } = columns[at];
        // Cells are rows of numbers, in the order of the columns.
        const figures = Object.fromEntries(
          cellFields.map((field, i) => [field, team.cells[at][i] ?? 0]),
        );
        const cell = heatmap.getByRole('button', {
          name: new RegExp(
            `^${team.title}, ${title}: ${percent(
              figures.passed / figures.total,
            )}%; ${figures.pass} pass, ${figures.fail} fail, ${
              figures.unknown
            } unknown`,
          ),
        });
        await cell.click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(`${team.title}: ${title}`).waitFor();
        await dialog.getByText('All models', { exact: true }).click();
        await dialog
          .getByText(`${team.models} of ${team.models} models`)
          .waitFor();
        await screenshot(page, 'organisation-models-of-a-cell');
        await dialog.getByRole('link', { name: 'Flight delay' }).click();
        await page.waitForURL(/mlmodel\/flight-delay\/maturity/);
        await page
          .getByRole('heading', { name: 'Flight delay', exact: true })
          .first()
          .waitFor();
      }),
    );

    it(
      'shows how the score went',
      withPage({ path: PAGE }, async page => {
        // Facts go on arriving, so the page is held against what it was given.
        const shown = await asked(page, 'trends');
        const points = shown.points.filter(({ models }) => models > 0);
        const [first] = points;
        const last = points[points.length - 1];
        assert.ok(last.score > first.score, 'the examples got better');

        const trend = page.getByRole('region', { name: 'Over time' });
        const share = new RegExp(
          `Level 0: Manual ${percent(last.levels[0] / last.models)}%`,
        );
        await trend.getByRole('img', { name: share }).waitFor();
        const mean = percent(last.score);
        await trend
          .getByRole('img', {
            name: new RegExp(`Mean score went from \\d+% to ${mean}%`),
          })
          .waitFor();
        // What the chart shows can be read as well.
        const figure = trend.getByRole('figure', { name: 'Mean score' });
        await figure.getByText('Table', { exact: true }).click();
        const row = figure.getByRole('row').last();
        const exact = Math.round(last.score * 1e3) / 10;
        await row.getByText(`${exact}%`).waitFor();
        await screenshot(page, 'organisation-trend');
      }),
    );

    it(
      'leads from the most common gap to the models that have it',
      withPage({ path: PAGE }, async page => {
        const { items } = await asked(page, 'gaps');
        const [worst] = items;
        const missing = worst.fail + worst.unknown + worst.error;
        const row = page
          .getByRole('table', { name: 'Most common gaps' })
          .getByRole('row')
          .filter({ hasText: worst.title });
        await row.getByText(`${missing} of ${worst.models}`).waitFor();
        await row.scrollIntoViewIfNeeded();
        await screenshot(page, 'organisation-gaps');
        await row.getByRole('link', { name: worst.title }).click();
        await page.waitForURL(
          url =>
            url.pathname.endsWith('/ml-maturity/models') &&
            url.searchParams.get('check') === worst.checkId,
        );
        await page.getByText(new RegExp(`^1–\\d+ of ${missing}$`)).waitFor();
        await screenshot(page, 'organisation-models');
      }),
    );

    it(
      'gives the heatmap as a file, as it is filtered',
      withPage({ path: `${PAGE}?owner=${TEAM}` }, async page => {
        await page
          .getByRole('table', { name: 'Score by Teams and Categories' })
          .waitFor();
        await page.getByRole('button', { name: 'Export' }).click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('menuitem', { name: 'This heatmap (CSV)' }).click(),
        ]);
        assert.equal(download.suggestedFilename(), 'ml-maturity-rollup.csv');
        const { header, rows } = readCsv(
          readFileSync(await download.path(), 'utf8'),
        );
        const { nodes, total } = await ask(
          `rollups?by=owner&measure=category&owner=${TEAM}`,
        );
        // One row for each team, one for models without one, and the sum.
        assert.equal(rows.length, nodes.length + 2);
        const models = header.indexOf('models');
        assert.equal(
          Number(rows[rows.length - 1].split(',')[models]),
          total.models,
        );
      }),
    );

    it(
      'is there in the dark theme and on a narrow screen',
      withPage({ path: PAGE, colorScheme: 'dark' }, async page => {
        const heatmap = page.getByRole('table', {
          name: 'Score by Teams and Categories',
        });
        await heatmap.waitFor();
        await page.waitForLoadState('networkidle');
        await screenshot(page, 'organisation-dark');
        await page.setViewportSize(PHONE);
        await heatmap.waitFor();
        await screenshot(page, 'organisation-dark-narrow');
        const width = await page.evaluate(
          () => document.documentElement.scrollWidth,
        );
        assert.ok(width <= PHONE.width, `${width} pixels wide`);
      }),
    );
  });
}
