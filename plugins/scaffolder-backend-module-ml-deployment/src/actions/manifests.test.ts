import { readFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { runAction } from '../__testUtils__/runAction';
import { createAdviseAction } from './advise';
import { examples as planExamples } from './plan.examples';
import { createPlanAction } from './plan';
import { createPromoteAction } from './promote';
import { createRenderAction } from './render';
import { examples as renderExamples } from './render.examples';
import { createValidateAction } from './validate';

const inputOf = (example: string) => parse(example).steps[0].input;

const { model } = inputOf(planExamples[0].example).request;
const catalog = catalogServiceMock({
  entities: [
    {
      apiVersion: 'airworthy.dev/v1alpha1',
      kind: 'MlModel',
      metadata: { name: model.ref.split('/').pop() },
      spec: { versions: [{ version: model.candidateVersion }] },
    },
  ],
});

describe('actions on a rollout', () => {
  const workspace = createMockDirectory();
  const options = { workspacePath: workspace.path };
  beforeEach(() => workspace.clear());

  it('advise with reasons, and say whether a strategy is the first choice', async () => {
    const advise = createAdviseAction();
    // A wrong answer cannot be undone and labels come late: users must not meet it yet.
    const answers = {
      risk: 'high',
      reversible: 'no',
      existingVersion: true,
      spareCapacity: 'double',
      state: 'stateless',
      requestsPerDay: 100_000,
    };
    const first = await runAction(advise, { answers }, options);
    expect(first).toMatchObject({ strategy: 'shadow', isFirstChoice: true });
    expect(first.advice.ranking).toHaveLength(6);

    const asked = await runAction(
      advise,
      { answers, strategy: 'recreate', target: 'argo-rollouts-gateway' },
      options,
    );
    expect(asked).toMatchObject({ isFirstChoice: false });
    expect(asked.reasons).toContainEqual(expect.stringMatching(/^Against: /));
    expect(asked.advice.answers.platform).toContain('weights');
  });

  it('name the field of an answer that is none', async () => {
    await expect(
      runAction(
        createAdviseAction(),
        { answers: { risk: 'huge' }, target: 'nomad' },
        options,
      ),
    ).rejects.toThrow(
      /answers\.risk: .*"low"\|"medium"\|"high", was "huge"; target: .*, was "nomad"/,
    );
  });

  it('write a plan and give its parts to the entity', async () => {
    const input = inputOf(planExamples[0].example);
    const made = await runAction(createPlanAction({ catalog }), input, options);
    expect(made.strategy).toMatchObject({ type: 'canary', state: 'planned' });
    expect(
      made.strategy.plan.phases.map((phase: JsonObject) => phase.traffic),
    ).toEqual([5, 25, 50, 100]);
    expect(made.monitoring.thresholds).toContainEqual(
      expect.objectContaining({ metric: 'error_ratio', warning: 0.02 }),
    );
    expect(workspace.content()).toEqual({
      'DEPLOYMENT_PLAN.md': made.markdown,
    });
    expect(made.markdown).toMatch(/^# Deployment plan: churn-production\n/);

    const request = { ...input.request, trafficSteps: [50, 10] };
    await expect(
      runAction(createPlanAction({ catalog }), { request }, options),
    ).rejects.toThrow(
      'request.trafficSteps.1: expected a share above the 50 of the step before, was 10',
    );
  });

  it.each([
    [
      { ref: 'mlmodel:default/nobody' },
      'request.model.ref: expected a model of the catalog, was "mlmodel:default/nobody"',
    ],
    [
      { candidateVersion: '99' },
      `request.model.candidateVersion: expected one of ${model.candidateVersion}, was "99"`,
    ],
  ])(
    'plan nothing for a version that there is not: %j',
    async (change, said) => {
      const input = inputOf(planExamples[0].example);
      const request = { ...input.request, model: { ...model, ...change } };
      await expect(
        runAction(createPlanAction({ catalog }), { request }, options),
      ).rejects.toThrow(said);
      expect(workspace.content()).toEqual({});
    },
  );

  it('render, validate and promote, in the folder that is named', async () => {
    const { request } = inputOf(renderExamples[0].example);
    const path = 'deploy/production';
    const rendered = await runAction(
      createRenderAction(),
      { request, path },
      options,
    );
    expect(rendered.files.length).toBeGreaterThan(0);
    const validated = await runAction(
      createValidateAction(),
      { path },
      options,
    );
    expect(validated.files).toEqual([...rendered.files].sort());

    const promoted = await runAction(
      createPromoteAction(),
      { path, action: 'next-step', steps: [10, 50, 100] },
      options,
    );
    expect(promoted.files).toHaveLength(1);
    expect(promoted.diff).toContain(`--- a/${promoted.files[0]}`);
    expect(promoted.diff).toMatch(
      /^- +- trafficPercent: 10\n\+ +- trafficPercent: 50\n/m,
    );
    await runAction(createValidateAction(), { path }, options);

    // The same step again goes to the next one.
    await runAction(
      createPromoteAction(),
      { path: promoted.files[0], action: 'roll-back' },
      options,
    );
  });

  it('name file, object and field of a manifest that is wrong', async () => {
    const { request } = inputOf(renderExamples[0].example);
    const { files } = await runAction(
      createRenderAction(),
      { request },
      options,
    );
    const [file] = files;
    const text = await readFile(workspace.resolve(file), 'utf8');
    workspace.addContent({
      [file]: text.replace('trafficPercent: 10', 'trafficPercent: 150'),
    });
    await expect(
      runAction(createValidateAction(), {}, options),
    ).rejects.toThrow(
      /^manifests\/\S+\.ya?ml: InferenceService models\/churn: \/spec\/canary\/0\/trafficPercent: expected .*, was 150/,
    );
  });

  it.each([
    [
      'a folder that is not there',
      {},
      'path: expected a folder of manifests, was manifests, which does not exist',
    ],
    [
      'a folder without manifests',
      { manifests: { 'a.txt': '' } },
      'path: expected a folder with .yaml or .yml files, was manifests, which has none',
    ],
    [
      'empty manifests',
      { manifests: { 'a.yaml': '# none\n' } },
      'path: expected manifests, was manifests, whose files are empty',
    ],
    [
      'what is no YAML',
      { manifests: { 'a.yml': 'a: [' } },
      'manifests/a.yml: expected YAML, was: ',
    ],
  ])('refuse %s', async (_, content, message) => {
    workspace.setContent(content);
    await expect(
      runAction(createValidateAction(), {}, options),
    ).rejects.toThrow(message);
  });

  it('stay in the workspace', async () => {
    workspace.setContent({
      outside: {},
      inside: { link: ({ symlink }: any) => symlink('../outside') },
    });
    const within = { workspacePath: workspace.resolve('inside') };
    const plan = inputOf(planExamples[0].example);
    const render = inputOf(renderExamples[0].example);
    for (const path of ['../outside/a', '/tmp/a', 'link/a']) {
      const refused = `path: expected a path within the workspace, was "${path}"`;
      for (const run of [
        runAction(createPlanAction({ catalog }), { ...plan, path }, within),
        runAction(createRenderAction(), { ...render, path }, within),
        runAction(createValidateAction(), { path }, within),
        runAction(createPromoteAction(), { action: 'promote', path }, within),
      ]) {
        await expect(run).rejects.toThrow(refused);
      }
    }
    expect(workspace.content({ path: 'outside' })).toEqual({});
  });
});
