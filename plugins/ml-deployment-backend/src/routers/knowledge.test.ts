import { Portal, startPortal } from '../__testUtils__/portal';

const PLAN = {
  strategy: 'canary',
  deployment: { name: 'delay', owner: 'group:default/team' },
  model: {
    ref: 'mlmodel:default/delay',
    task: 'classification',
    stableVersion: '1',
    candidateVersion: '2',
  },
  requestsPerDay: 10_000,
  errorRatio: { baseline: 0.01, smallestIncrease: 0.005 },
};

const RENDER = {
  name: 'delay',
  namespace: 'ops',
  strategy: 'canary',
  target: 'kserve-standard',
  versions: {
    stable: { version: '1', uri: 's3://models/delay/1' },
    candidate: { version: '2', uri: 's3://models/delay/2' },
  },
  model: { format: { name: 'sklearn' } },
  traffic: { steps: [10, 50] },
};

describe('what is known of strategies', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({ entities: [] });
  }, 60_000);

  it('has each strategy, each target, and every pair', async () => {
    const { strategies, targets, support } = await portal.get('/strategies');
    expect(strategies).toHaveLength(6);
    expect(targets).toHaveLength(5);
    expect(support).toHaveLength(30);
  });

  it('advises, taking what the target can do for an answer', async () => {
    const answers = { risk: 'high', existingVersion: true } as const;
    const { advice, support } = await portal.post('/advice', {
      body: { answers, target: 'kserve-knative' },
    });
    expect(advice.answers).toMatchObject(answers);
    expect(advice.answers.platform).toContain('weights');
    expect(advice.ranking).toHaveLength(6);
    expect(support.map((pair: any) => pair.strategy)).toEqual(
      advice.ranking.map((one: any) => one.strategy),
    );
    const any = await portal.post('/advice', { body: { answers } });
    expect(any.support).toHaveLength(30);
    const { error } = await portal.post('/advice', {
      body: { answers: { risk: 'huge' } },
      status: 400,
    });
    expect(error.message).toMatch(/^answers\.risk: .*was "huge"$/);
  });

  it('plans, for the entity and for people', async () => {
    const { plan, markdown } = await portal.post('/plans', { body: PLAN });
    expect(plan.strategy).toMatchObject({ type: 'canary', state: 'planned' });
    expect(markdown).toMatch(/^# Deployment plan: delay/);
    const { error } = await portal.post('/plans', {
      body: { ...PLAN, trafficSteps: [50, 10] },
      status: 400,
    });
    expect(error.message).toMatch(/^trafficSteps\.1: .*was 10$/);
  });

  it('renders manifests that it finds nothing wrong with', async () => {
    const answer = await portal.post('/manifests', { body: RENDER });
    expect(answer.files.map(({ path }: any) => path).length).toBeGreaterThan(0);
    expect(answer.validation).toMatchObject({ valid: true, problems: [] });
    // And says the same of them where they come back.
    const again = await portal.post('/validations', {
      body: { files: answer.files },
    });
    expect(again).toEqual(answer.validation);
    const { error } = await portal.post('/manifests', {
      body: { ...RENDER, strategy: 'shadow', target: 'kserve-nowhere' },
      status: 400,
    });
    expect(error.message).toMatch(/^target: expected one of /);
  });

  it('names file and field of what is wrong with manifests', async () => {
    const { files } = await portal.post('/manifests', { body: RENDER });
    const broken = files[0].content.replace(/trafficPercent: 10/, '');
    expect(broken).not.toBe(files[0].content);
    const answer = await portal.post('/validations', {
      body: {
        files: [
          { path: 'a.yaml', content: '# nothing\n' },
          { path: 'b.yaml', content: 'a: [1\n' },
          {
            path: 'c.yaml',
            content: `${broken}---\nkind: Deployment\nmetadata: { name: x }\n`,
          },
        ],
      },
    });
    expect(answer.valid).toBe(false);
    expect(answer.problems[0]).toMatchObject({
      file: 'b.yaml',
      expected: 'YAML',
    });
    expect(answer.problems).toContainEqual(
      expect.objectContaining({
        file: 'c.yaml',
        field: '/apiVersion',
        expected: 'a text',
      }),
    );
  });

  it('takes no more than it can hold', async () => {
    const files = Array.from({ length: 101 }, (_, i) => ({
      path: `${i}.yaml`,
      content: '',
    }));
    const { error } = await portal.post('/validations', {
      body: { files },
      status: 400,
    });
    expect(error.message).toMatch(/^files: /);
    await portal.post('/validations', {
      body: {
        files: [1, 2, 3].map(i => ({
          path: `${i}.yaml`,
          content: '#'.repeat(900_000),
        })),
      },
      status: 413,
    });
  });

  it('is for those who may read', async () => {
    portal.denied.add('mlDeployment.read');
    await portal.get('/strategies', { status: 403 });
    for (const url of ['/advice', '/plans', '/manifests', '/validations']) {
      await portal.post(url, { body: {}, status: 403 });
    }
    portal.denied.clear();
    expect(await portal.get('/openapi.json')).toMatchObject({
      openapi: '3.1.0',
    });
  });
});
