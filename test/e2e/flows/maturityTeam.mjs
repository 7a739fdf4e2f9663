import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';

// No other flow looks at it, so that its answers change nothing for them.
const MODEL = '/catalog/default/mlmodel/crew-fatigue';
const MATURITY = `${MODEL}/maturity`;

const wheelOf = page =>
  page.getByRole('group', { name: /^Journey to production/ });
const headerOf = page =>
  page.locator('header').filter({ hasText: 'ML Test Score' });

/** What the page says at a glance: steps done and score in percent. */
async function standing(page) {
  await headerOf(page).waitFor();
  const words = await wheelOf(page).getAttribute('aria-label');
  const [done, total] = words.match(/\d+/g).map(Number);
  const [, score] = (await headerOf(page).innerText()).match(/(\d+)\s?%/);
  return { done, total, score: Number(score) };
}

/** Answers the question that is open with yes, and fills in what it asks for. */
async function answer(page, title, fields = {}) {
  const question = page.getByRole('group', { name: title, exact: true });
  await question.waitFor();
  await question.getByText('Yes', { exact: true }).click();
  for (const [label, value] of Object.entries(fields)) {
    await question
      .getByRole('textbox', { name: new RegExp(`^${label}`) })
      .fill(value);
  }
}

const next = page => page.getByRole('button', { name: 'Next' }).click();

async function send(page, count) {
  await page.getByRole('button', { name: `Send ${count} answers` }).click();
  await page.getByText(`${count} answers are in force`).waitFor();
}

export function maturityTeam(withPage) {
  describe('maturity of a model', () => {
    it(
      'leads from the model to its journey and its next step',
      withPage({ path: MODEL }, async page => {
        await page.getByRole('link', { name: 'Maturity', exact: true }).click();
        const { total } = await standing(page);
        // All of them, as the track of its team is that of large organisations.
        assert.equal(total, 24);
        await page
          .getByRole('list', { name: 'Steps of the journey' })
          .first()
          .waitFor();
        await page.getByText('Next best actions').waitFor();
        await screenshot(page, 'maturity');

        const step = wheelOf(page).getByRole('link', {
          name: 'Requirements, goals and objectives are on record: Unknown',
        });
        await step.focus();
        await page.keyboard.press('Enter');
        await page.waitForURL(/check=goals-recorded/);
        await page.getByText('Nobody has answered yet.').first().waitFor();
        await screenshot(page, 'maturity-checks');
      }),
    );

    it(
      'keeps three answers of the guided assessment until they are sent, and then counts them',
      withPage({ path: MATURITY }, async page => {
        const before = await standing(page);
        await page.getByRole('tab', { name: 'Assessment' }).click();
        await page.getByRole('button', { name: 'Start', exact: true }).click();
        await answer(page, 'Requirements, goals and objectives are on record', {
          Requirements: 'Never a name, only a roster.',
          Goals: 'Fewer calls in sick.',
          Objectives: 'A tenth fewer by June.',
        });
        await screenshot(page, 'maturity-assessment');
        await next(page);
        await answer(page, 'The use case is described', {
          'Use case': 'Planners look at the ten most tiring rosters.',
        });
        await next(page);
        await answer(page, 'The use case serves a strategic objective', {
          'Strategic objective': 'Safe duty times.',
          Sponsor: 'Elena Petrova',
        });
        await next(page);
        await page
          .getByRole('group', {
            name: 'Infrastructure requirements are stated',
          })
          .waitFor();

        // Whoever goes on finds what was saved, and it does not count yet.
        await page.goto(MATURITY);
        assert.deepEqual(await standing(page), before);
        await page.getByRole('tab', { name: 'Assessment' }).click();
        await page.getByText('0 answered, 3 saved,').waitFor();
        await page
          .getByRole('button', { name: 'Review 3 saved answers' })
          .click();
        await page.getByText('Fewer calls in sick.').waitFor();
        await screenshot(page, 'maturity-review');
        await send(page, 3);

        await page.getByRole('tab', { name: 'Overview' }).click();
        // The scorecard is read anew once all are sent.
        const done = before.done + 3;
        await page
          .getByRole('group', {
            name: `Journey to production: ${done} of ${before.total} steps`,
          })
          .waitFor();
        const after = await standing(page);
        assert.ok(after.score > before.score, `${after.score} %`);
      }),
    );

    it(
      'reaches a level with three answers, which the history tells',
      withPage({ path: `${MATURITY}?rubric=handover` }, async page => {
        await headerOf(page).getByText('Level 0 With its makers').waitFor();
        assert.equal((await standing(page)).score, 0);
        await page.getByRole('tab', { name: 'Assessment' }).click();
        await page.getByRole('button', { name: 'Start', exact: true }).click();
        await answer(page, 'Both teams have met');
        await next(page);
        await answer(page, 'A night shift was rehearsed', { Hours: '8' });
        await next(page);
        await answer(page, 'The handover is signed', {
          Text: 'Minutes of the last meeting.',
        });
        await page.getByRole('button', { name: 'Review', exact: true }).click();
        await send(page, 3);

        await headerOf(page).getByText('Level 1 Handed over').waitFor();
        await page.getByRole('tab', { name: 'Overview' }).click();
        assert.equal((await standing(page)).score, 100);
        await page.getByText('The highest level is reached').waitFor();
        await screenshot(page, 'maturity-level-reached');
        await page.getByRole('tab', { name: 'History' }).click();
        await page.getByText('Level 0 became level 1.').waitFor();
        await screenshot(page, 'maturity-history');
      }),
    );

    it(
      'is there in the dark theme',
      withPage({ path: MATURITY, colorScheme: 'dark' }, async page => {
        await standing(page);
        const theme = await page.evaluate(() =>
          document.body.getAttribute('data-theme-mode'),
        );
        assert.equal(theme, 'dark');
        await page.waitForLoadState('networkidle');
        await screenshot(page, 'maturity-dark');
      }),
    );
  });
}
