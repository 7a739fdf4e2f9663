import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { screenshot } from '../../lib/browser.mjs';
import { until } from '../../lib/until.mjs';

const MODEL = 'rain-tomorrow';
const DEPLOYMENT = 'rain-tomorrow-production';
const OWNER = 'group:default/disruption-forecasting';

const NEW_MODEL = {
  name: MODEL,
  title: 'Rain tomorrow',
  description: 'Whether it rains tomorrow.',
  owner: OWNER,
  task: 'tabular-classification',
  track: 'startup',
  intendedUse: 'Crews pack for the weather.',
  requirements: 'Never tells who flies.',
  goals: 'Drier crews.',
  objectives: 'Eight of ten days right by June.',
  goalsAgreed: true,
  compute: 'Two cores',
  latency: 100,
  availability: 99,
  budget: 5000,
  timescale: '2027-03-01',
  resources: 1,
  budgetAgreed: true,
  evidence: 'https://docs.larkspur.example/rain',
  limitations: 'Seattle only.',
  environment: 'Namespace weather of the shared cluster',
  environmentReady: true,
  skills: {
    data: 'covered',
    mlEngineering: 'covered',
    software: 'covered',
    operations: 'partly',
    domain: 'covered',
  },
  skillsPlan: 'Operations helps until spring.',
  publishTo: 'workspace',
};

const CANARY = {
  model: { ref: `mlmodel:default/${MODEL}`, version: '2', stableVersion: '1' },
  name: DEPLOYMENT,
  environment: 'production',
  owner: OWNER,
  strategy: {
    strategy: 'canary',
    target: 'kserve-knative',
    answers: {
      risk: 'low',
      reversible: 'yes',
      existingVersion: true,
      requestsPerDay: 200_000,
      labelDelay: 'hours',
    },
  },
  trafficSteps: [10, 50, 100],
  requestsPerDay: 200_000,
  errorBaseline: 0.005,
  errorIncrease: 0.005,
  stableUri: 's3://models/rain/1',
  candidateUri: 's3://models/rain/2',
  format: 'sklearn',
  publishTo: 'workspace',
  repository: MODEL,
};

const formOf = (template, values) =>
  `/create/templates/default/${template}?formData=${encodeURIComponent(
    JSON.stringify(values),
  )}`;

/** Goes through the pages of a form that is filled in, and has it carried out. */
async function carryOut(page, seen = async () => {}) {
  const next = page.getByRole('button', { name: /^(Next|Review)$/ });
  const create = page.getByRole('button', { name: 'Create', exact: true });
  for (let at = 1; ; at++) {
    await next.or(create).first().waitFor();
    if (await create.isVisible()) break;
    await seen(at);
    const before = await page.locator('form').innerText();
    await next.click();
    await until(
      'the next page of the form',
      async () =>
        (await create.isVisible()) ||
        (await page.locator('form').innerText()) !== before,
    );
  }
  await create.click();
}

const rolloutOf = name => `/catalog/default/mldeployment/${name}/rollout`;
const regionOf = (page, name) => page.getByRole('region', { name });

export function deployment(withPage, portalOf) {
  describe('releasing a model', () => {
    const repository = () => join(portalOf().workspaces, MODEL);
    const read = file => readFileSync(join(repository(), file), 'utf8');

    it(
      'makes a repository for a new model, which is in the catalog with its answers',
      withPage({ path: formOf('new-ml-model', NEW_MODEL) }, async page => {
        await carryOut(page, at => screenshot(page, `new-model-${at}`));
        const link = page.getByRole('link', { name: 'Open the model' });
        await link.waitFor({ timeout: 120_000 });
        await screenshot(page, 'new-model-made');
        await link.click();
        await page
          .getByRole('heading', { name: 'Rain tomorrow', exact: true })
          .first()
          .waitFor();
        await page.getByRole('link', { name: 'Maturity', exact: true }).click();
        // Said in the form, so no longer unknown.
        await page
          .getByRole('link', {
            name: 'Requirements, goals and objectives are on record: Pass',
          })
          .first()
          .waitFor();
        await screenshot(page, 'new-model-maturity');
        assert.match(read('catalog-info.yaml'), /kind: MlModel/);
      }),
    );

    it('makes a repository whose own tests pass', () => {
      execFileSync(process.execPath, ['--test'], {
        cwd: repository(),
        stdio: 'pipe',
        env: { ...process.env, NODE_TEST_CONTEXT: undefined },
      });
    });

    it(
      'releases its second version as a canary, with advice, plan and manifests',
      withPage({ path: formOf('deploy-canary', CANARY) }, async page => {
        await carryOut(page, at => screenshot(page, `deploy-canary-${at}`));
        const link = page.getByRole('link', { name: 'Open the deployment' });
        await link.waitFor({ timeout: 120_000 });
        await screenshot(page, 'deploy-canary-made');

        const folder = `manifests/${DEPLOYMENT}`;
        assert.match(read(`${folder}/DEPLOYMENT_PLAN.md`), /^# /);
        assert.match(read('catalog-info.yaml'), /kind: MlDeployment/);
        const log = execFileSync('git', ['log', '--format=%s'], {
          cwd: repository(),
          encoding: 'utf8',
        });
        assert.deepEqual(log.trim().split('\n'), [
          `Release version 2 of ${DEPLOYMENT} as canary`,
          `Begin ${MODEL}`,
        ]);
        assert.ok(existsSync(join(repository(), folder)));

        await link.click();
        await page.waitForURL(/mldeployment\/rain-tomorrow-production/);
        await page.getByRole('link', { name: 'Rollout', exact: true }).click();
        await regionOf(page, 'Where the rollout stands').waitFor();
        await screenshot(page, 'deploy-canary-rollout');
      }),
    );

    it(
      'has the canary that became slow rolled back, and keeps the decision',
      withPage(
        { path: rolloutOf('rebooking-ranker-production') },
        async page => {
          const verdict = regionOf(page, 'Verdict');
          await verdict.getByText('Roll back', { exact: true }).waitFor();
          await verdict
            .getByText(/latency_p95 ratio is/)
            .first()
            .waitFor();
          await screenshot(page, 'rollout-bad');
          await page.getByRole('button', { name: 'Record a decision' }).click();
          const dialog = page.getByRole('dialog');
          await dialog
            .getByRole('textbox', { name: /Comment/ })
            .fill('Three times as slow.');
          await screenshot(page, 'rollout-decide');
          await dialog.getByRole('button', { name: 'Record' }).click();
          const decisions = regionOf(page, 'Decisions');
          await decisions.getByText('Three times as slow.').waitFor();
          await decisions.scrollIntoViewIfNeeded();
          await screenshot(page, 'rollout-decided');
        },
      ),
    );

    it(
      'turns the checks of its model',
      withPage(
        {
          path: '/catalog/default/mlmodel/rebooking-ranker/maturity',
        },
        async page => {
          const reviewed = page.getByRole('link', {
            name: 'The newest rollout was reviewed: Pass',
          });
          await until(
            'the check',
            async () => {
              await page.reload();
              return reviewed
                .first()
                .waitFor({ timeout: 5_000 })
                .then(
                  () => true,
                  () => false,
                );
            },
            { limitMs: 90_000 },
          );
          await screenshot(page, 'rollout-check');
        },
      ),
    );

    it(
      'has the healthy canary promoted, and opens the form that does it',
      withPage(
        { path: rolloutOf('turnaround-time-production') },
        async page => {
          const verdict = regionOf(page, 'Verdict');
          await verdict.getByText('Promote', { exact: true }).waitFor();
          await screenshot(page, 'rollout-good');
          await page
            .getByRole('link', { name: /^Open the form to/ })
            .first()
            .click();
          await page.waitForURL(/promote-or-roll-back/);
          await page.getByText('Promote or roll back').first().waitFor();
          await screenshot(page, 'promote-form');
        },
      ),
    );

    it(
      'shows every strategy, the advice and what carries it out',
      withPage({ path: '/ml-deployment' }, async page => {
        for (const title of ['Shadow', 'Blue-green', 'Canary', 'A/B test']) {
          await page.getByRole('heading', { name: title }).first().waitFor();
        }
        await screenshot(page, 'strategies');
      }),
    );
  });
}
