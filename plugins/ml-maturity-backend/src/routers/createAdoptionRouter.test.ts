import { mockCredentials } from '@backstage/backend-test-utils';
import { stringify } from 'yaml';
import { ORGANISATION, ref } from '../__testUtils__/organisation';
import { testRubric } from '../__testUtils__/rubric';
import { LIMITED, Portal, startPortal } from '../__testUtils__/portal';

describe('the gate and what-if', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: ORGANISATION,
      config: { attestations: { by: 'anyone' } },
    });
    await portal.evaluateAll();
    await portal.put(
      '/scorecards/mlmodel/default/churn/checks/owned/attestation',
      { body: { answer: 'yes' } },
    );
  }, 30_000);

  const gate = (body: object, options: object = {}) =>
    portal.post('/gate', { body, ...options });

  it('lets a model pass that meets the level, and says why another may not', async () => {
    expect(await gate({ entityRef: ref('churn'), level: 1 })).toMatchObject({
      pass: true,
      reasons: [],
      level: 1,
      dryRun: false,
    });
    const verdict = await gate({ entityRef: 'mlmodel:noise', level: 1 });
    expect(verdict).toMatchObject({ pass: false, level: 0 });
    expect(
      verdict.blocking.map(({ checkId, status }: any) => [checkId, status]),
    ).toEqual([
      ['licensed', 'fail'],
      ['owned', 'unknown'],
    ]);
    expect(verdict.reasons[0]).toMatch(/^It has a licence: fail/);
    expect(
      await gate({ entityRef: ref('noise'), checks: ['owned'] }),
    ).toMatchObject({ pass: false, blocking: [{ checkId: 'owned' }] });
    // Unknown is never a pass.
    expect(
      await gate({ entityRef: ref('churn'), checks: ['tested'] }),
    ).toMatchObject({ pass: false, blocking: [{ status: 'unknown' }] });
  });

  it('tries facts of the request and writes nothing', async () => {
    const verdict = await gate({
      entityRef: ref('churn'),
      level: 2,
      facts: { repository: { tests: true } },
    });
    expect(verdict).toMatchObject({
      pass: true,
      level: 2,
      score: 1,
      dryRun: true,
    });
    const { items } = await portal.get(`/scorecards?entityRef=${ref('churn')}`);
    expect(items[0].level).toBe(1);
  });

  it('is open to service tokens, and to a refresh by whom may evaluate', async () => {
    const token = mockCredentials.service.token();
    const body = { entityRef: ref('churn'), level: 1 };
    expect(await gate(body, { token })).toMatchObject({ pass: true });
    expect(await gate({ ...body, refresh: true })).toMatchObject({
      pass: true,
    });
    portal.denied.add('mlMaturity.evaluate');
    await gate(
      { entityRef: ref('churn'), level: 1, refresh: true },
      { status: 403 },
    );
    portal.denied.clear();
  });

  it.each([
    [{ level: 1 }, 'entityRef'],
    [{ entityRef: 'churn', level: 1 }, 'entityRef'],
    [{ entityRef: ref('churn') }, 'a level, checks or both'],
    [{ entityRef: ref('churn'), level: 3 }, 'level'],
    [{ entityRef: ref('churn'), checks: ['nope'] }, 'nope'],
    [{ entityRef: ref('churn'), level: 1, facts: { nope: {} } }, 'facts.nope'],
    [
      { entityRef: ref('churn'), level: 1, facts: { model: { license: 'x' } } },
      'model.license',
    ],
    [
      { entityRef: ref('churn'), level: 1, facts: {}, refresh: true },
      'refresh',
    ],
    [{ entityRef: 'system:default/delays', level: 1 }, 'entityRef'],
  ])('refuses %j and names the field', async (body, field) => {
    const { error } = await gate(body, { status: 400 });
    expect(error.message).toContain(field);
  });

  const whatIf = (body: object, options: object = {}) =>
    portal.post('/what-if', { body, ...options });

  it('tells who would rise or fall by a changed rubric', async () => {
    const answer = await whatIf({
      patch: 'removeChecks: [owned]\n',
    });
    // Fares and hidden-one have a licence; only their answers are missing.
    expect(answer).toMatchObject({
      valid: true,
      models: 6,
      rises: 2,
      falls: 0,
      levelsBefore: [5, 1, 0],
      levelsAfter: [3, 3, 0],
    });
    expect(
      answer.moves
        .filter(({ levelBefore, levelAfter }: any) => levelAfter > levelBefore)
        .map(({ name }: any) => name),
    ).toEqual(['fares', 'hidden-one']);
    expect(answer.checks).toContainEqual(
      expect.objectContaining({
        checkId: 'owned',
        change: 'removed',
        after: null,
      }),
    );
    expect(answer.moves[0].causes).toEqual([
      { checkId: 'owned', status: { before: 'unknown', after: null } },
    ]);
    // Nothing was written.
    const { total } = await portal.get('/rollups?by=owner&measure=score');
    expect(total.levels).toEqual([5, 1, 0]);
  });

  it('names changed weights and levels among the causes', async () => {
    const { moves } = await whatIf({
      patch: 'checks: [{ id: licensed, weight: 3 }, { id: tested, level: 1 }]',
    });
    const causes = [
      { checkId: 'licensed', weight: { before: 1, after: 3 } },
      { checkId: 'tested', level: { before: 2, after: 1 } },
    ];
    // Two of three pass, then four of five; one level falls with the tests.
    expect(moves[0]).toMatchObject({
      name: 'churn',
      levelBefore: 1,
      levelAfter: 0,
      scoreAfter: 4 / 5,
      causes,
    });
  });

  it('takes a whole rubric, and a filter, and leaves out what is hidden', async () => {
    const document = stringify(
      testRubric(rubric => {
        rubric.metadata.version = '2.0.0';
        rubric.checks[2].level = 1;
        rubric.appliesTo = { kind: 'MlModel', 'spec.lifecycle': 'production' };
      }),
    );
    const answer = await whatIf({ document }, { as: LIMITED });
    expect(answer).toMatchObject({
      models: 5,
      falls: 1,
      leaves: 1,
      versionAfter: '2.0.0',
    });
    expect(answer.moves[0]).toMatchObject({
      name: 'churn',
      levelBefore: 1,
      levelAfter: 0,
    });
    const red = await whatIf({
      document,
      filter: { owner: ['group:default/red'] },
    });
    expect(red.models).toBe(2);
  });

  it('says what is wrong with a rubric, with line and field', async () => {
    const text = stringify(testRubric(() => {}));
    const document = text.replace('rule: model.license', 'rule: model.licence');
    const { valid, problems } = await whatIf({ document });
    expect(valid).toBe(false);
    const line =
      document.split('\n').findIndex(row => row.includes('model.licence')) + 1;
    expect(problems[0]).toMatchObject({ line, field: 'checks[0].rule' });
    expect(problems[0].message).toContain('model.license');
    expect(await whatIf({ patch: 'checks: [' })).toMatchObject({
      valid: false,
      problems: [{ line: 1 }],
    });
    expect(
      await whatIf({
        patch: 'checks:\n  - id: tested\n    rule: repository.test\n',
      }),
    ).toMatchObject({
      valid: false,
      problems: [
        { line: 3, column: 11, field: 'checks[0].rule', checkId: 'tested' },
      ],
    });
    expect(await whatIf({ patch: { removeChecks: ['nope'] } })).toMatchObject({
      valid: false,
      problems: [{ field: 'removeChecks[0]' }],
    });
  });

  it('refuses neither, both, and too much', async () => {
    const { error } = await whatIf({}, { status: 400 });
    expect(error.message).toContain('a document or a patch, not both');
    await whatIf({ patch: {}, document: 'x' }, { status: 400 });
    await whatIf({ document: 'x'.repeat(1_000_001) }, { status: 400 });
  });
});
