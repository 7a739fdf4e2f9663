import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { evaluate } from '../lib/evaluate.mjs';
import { examplesAreRead } from '../lib/examples.mjs';
import { guestClient, startPortal } from '../lib/portal.mjs';
import { runTemplate } from '../lib/runTemplate.mjs';
import { dryRun, readTemplates, writeFiles } from '../lib/templates.mjs';
import {
  LARGE_ORGANISATION,
  NEW_MODEL,
  STRATEGIES,
  TARGETS,
  rollout,
} from '../lib/templateValues.mjs';
import { temporaryFolder } from '../lib/temporaryFolder.mjs';
import { until } from '../lib/until.mjs';

const run = promisify(execFile);
const templates = readTemplates();

const entitiesOf = text =>
  parseAllDocuments(text).map(document => document.toJS());
const textOf = output => output.text.map(({ content }) => content).join('\n');

describe('the example templates in the production build', () => {
  const state = temporaryFolder();
  const workspaces = temporaryFolder();
  let portal;
  let api;

  before(async () => {
    portal = await startPortal({
      database: state.folder,
      settings: {
        'mlDeployment.workspaces.root': workspaces.folder,
        'mlMaturity.repository.localRoots': [workspaces.folder],
      },
      log: 'test-templates.log',
    });
    api = await guestClient(portal.address);
    await examplesAreRead(api);
    // Which groups a user is in is known from the sign-in on.
    api = await guestClient(portal.address);
  });

  after(async () => {
    await portal?.stop();
    state.remove();
    workspaces.remove();
  });

  it('are in the catalog, with every action that they name', async () => {
    const { items } = await api.query({ filter: 'kind=template' });
    const found = items.map(({ metadata }) => metadata.name).sort();
    assert.deepEqual(found, Object.keys(templates).sort());
    const known = new Set(
      (await api.request('scaffolder/v2/actions')).map(({ id }) => id),
    );
    for (const { metadata, spec } of Object.values(templates)) {
      for (const { action } of spec.steps) {
        assert.ok(known.has(action), `${metadata.name} names ${action}`);
      }
    }
  });

  for (const values of [NEW_MODEL, LARGE_ORGANISATION]) {
    it(`make a repository for ${values.task} whose own tests and pipeline pass`, async () => {
      const folder = temporaryFolder();
      try {
        const { files, output } = await dryRun(
          api,
          templates['new-ml-model'],
          values,
        );
        await writeFiles(files, folder.folder);
        // The environment of this test run would change what they print.
        const env = { PATH: process.env.PATH };
        const options = { cwd: folder.folder, env };
        const { stdout } = await run(
          process.execPath,
          ['--test', '--test-reporter=tap'],
          options,
        );
        assert.match(stdout, /^# fail 0$/m);
        assert.match(stdout, /^# pass [1-9]\d+$/m);
        await run(process.execPath, ['src/pipeline/train.js'], options);
        await run(process.execPath, ['src/pipeline/release.js'], options);
        // The tests hold for the released version too.
        await run(process.execPath, ['--test'], options);

        const [model] = entitiesOf(files.get('catalog-info.yaml'));
        assert.equal(model.metadata.title, values.title);
        assert.equal(model.spec.modelCard.intendedUse, values.intendedUse);
        assert.equal(model.spec.track, values.track);
        const recorded = textOf(output);
        assert.equal(
          recorded.includes('strategy-linked'),
          values.track === 'large-organisation',
        );
      } finally {
        folder.remove();
      }
    });
  }

  for (const strategy of STRATEGIES) {
    it(`plan, render and validate ${strategy} for every target`, async () => {
      for (const target of TARGETS) {
        const { files, output } = await dryRun(
          api,
          templates[`deploy-${strategy}`],
          rollout(strategy, target),
        );
        const names = [...files.keys()];
        assert.ok(names.includes('catalog-info.yaml'), target);
        assert.ok(
          names.includes('manifests/turnaround-hub/DEPLOYMENT_PLAN.md'),
          target,
        );
        const [{ spec }] = entitiesOf(files.get('catalog-info.yaml'));
        assert.equal(spec.strategy.type, strategy);
        assert.equal(spec.strategy.state, 'planned');
        assert.equal(spec.strategy.plan.target, target);
        assert.equal(spec.variants.length, 2);
        for (const name of names.filter(one => /manifests.*yaml$/.test(one))) {
          assert.ok(textOf(output).includes(name), `${target} lists ${name}`);
        }
      }
    });
  }

  it('ask the same in the same words for every strategy', () => {
    const OWN = new Set(['Steps', 'Copies', 'Groups']);
    const [first, ...others] = STRATEGIES.map(strategy => {
      const { parameters, steps, output } =
        templates[`deploy-${strategy}`].spec;
      const shared = JSON.stringify({
        pages: parameters
          .filter(({ title }) => !OWN.has(title))
          // A gateway is needed for different targets.
          .map(({ when, ...page }) =>
            page.title === 'Gateway' ? page : { when, ...page },
          ),
        steps: steps.map(({ id, name, action, if: condition }) => ({
          id,
          name,
          action,
          condition,
        })),
        output,
      });
      return shared.replaceAll(`"${strategy}"`, '"strategy"');
    });
    for (const other of others) assert.equal(other, first);
  });

  it('refuse what the form would not send, with the field and what was expected', async () => {
    const values = rollout('canary', 'argo-rollouts-gateway');
    await assert.rejects(
      dryRun(api, templates['deploy-canary'], {
        ...values,
        gateway: undefined,
      }),
      /gateway/,
    );
    await assert.rejects(
      dryRun(api, templates['deploy-canary'], {
        ...values,
        trafficSteps: [25, 5, 100],
      }),
      /trafficSteps\.1/,
    );
  });

  it('say what to do by hand where the deployment is in no repository of the portal', async () => {
    const deployment = 'mldeployment:default/turnaround-time-production';
    const { output } = await dryRun(api, templates['add-monitoring'], {
      deployment,
      source: 'prometheus',
      preset: 'istio',
      labels: [{ name: 'app', value: 'turnaround' }],
    });
    assert.match(textOf(output), /Write there into `spec\.monitoring`/);
    assert.match(textOf(output), /preset: istio/);
    const decided = await dryRun(api, templates['promote-or-roll-back'], {
      deployment,
      decision: 'hold',
      comment: 'Two more days',
    });
    assert.match(textOf(decided.output), /Recorded: \*\*hold\*\*/);
  });

  it('take a model from its first commit to a promoted canary', async () => {
    const deployment = 'mldeployment:default/gate-wait-production';
    /** The deployment as the catalog knows it, once it is as expected. */
    const catalogHas = expected =>
      until('the catalog to follow', async () => {
        const { items } = await api.request('catalog/entities/by-refs', {
          method: 'POST',
          body: JSON.stringify({ entityRefs: [deployment] }),
        });
        return items[0] && expected(items[0].spec) ? items[0] : undefined;
      });
    const shares = ({ variants }) =>
      variants.map(({ version, traffic }) => `${version}: ${traffic}`).join();

    const begun = await runTemplate(api, 'new-ml-model', NEW_MODEL);
    assert.match(textOf(begun), /Recorded on the scorecard: goals-recorded/);
    assert.doesNotMatch(textOf(begun), /Not recorded/);
    await evaluate(api, ['mlmodel:default/gate-wait']);
    const card = await api.request(
      'ml-maturity/scorecards/MlModel/default/gate-wait?rubric=mlops',
    );
    const resultOf = id => card.results.find(({ checkId }) => checkId === id);
    for (const id of ['goals-recorded', 'expectations-agreed']) {
      assert.deepEqual(
        [resultOf(id).status, resultOf(id).method],
        ['pass', 'attested'],
      );
    }
    for (const id of [
      'model-described',
      'baseline-compared',
      'code-maturity',
    ]) {
      assert.equal(resultOf(id).status, 'pass', id);
    }

    // A name that is taken is refused, and what is there stays.
    await assert.rejects(runTemplate(api, 'new-ml-model', NEW_MODEL));

    await runTemplate(api, 'deploy-canary', {
      ...rollout('canary', 'gateway-api'),
      model: {
        ref: 'mlmodel:default/gate-wait',
        version: '2',
        stableVersion: '1',
        task: 'classification',
      },
      name: 'gate-wait-production',
      owner: NEW_MODEL.owner,
      qualityMetric: undefined,
      repository: NEW_MODEL.name,
    });
    await catalogHas(spec => shares(spec) === '1: 95,2: 5');

    await runTemplate(api, 'add-monitoring', {
      deployment,
      source: 'log',
      logPath: 'gate-wait/*.jsonl',
      slices: ['season'],
    });
    await catalogHas(
      ({ monitoring }) => monitoring.inferenceLog?.slices?.[0] === 'season',
    );

    await runTemplate(api, 'promote-or-roll-back', {
      deployment,
      decision: 'begin',
      phase: 1,
      startedAt: '2026-11-20T00:00:00.000Z',
    });
    await catalogHas(({ strategy }) => strategy.state === 'progressing');

    const stepped = await runTemplate(api, 'promote-or-roll-back', {
      deployment,
      decision: 'promote',
      action: 'next-step',
      comment: 'The desk saw no difference',
    });
    assert.match(textOf(stepped), /^\+ +weight: 25$/m);
    const { spec } = await catalogHas(one => shares(one) === '1: 75,2: 25');
    assert.equal(spec.strategy.phase, 1);

    await runTemplate(api, 'promote-or-roll-back', {
      deployment,
      decision: 'promote',
      action: 'promote',
      comment: 'The desk asks for it',
    });
    await catalogHas(
      one => shares(one) === '2: 100' && one.strategy.state === 'completed',
    );
  });
});
