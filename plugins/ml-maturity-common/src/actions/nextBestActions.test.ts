import { check, compiledOf, model, resultsOf } from '../testing/fixtures';
import { nextBestActions } from './nextBestActions';

const question = { question: 'Is it so?', expiresAfter: 'P90D' };
const compiled = compiledOf([
  check('goals', { level: 0, effort: 'small', weight: 3 }),
  check('schema', { level: 1, effort: 'medium' }),
  check('tests', {
    level: 1,
    effort: 'small',
    rule: 'repository.tests',
    expects: 'There are tests.',
    attestation: question,
    remediation: {
      text: 'Add tests.',
      template: 'template:default/add-tests',
      links: [{ title: 'How to', url: 'https://example.com/tests' }],
    },
  }),
  check('canary', { level: 2, effort: 'small' }),
  check('drift', { level: 2, effort: 'large' }),
]);

const actions = (...statuses: Parameters<typeof resultsOf>[1][number][]) =>
  nextBestActions(compiled, resultsOf(compiled.rubric, statuses), {
    entity: model,
  });

describe('nextBestActions', () => {
  it('ranks by levels unlocked per effort', () => {
    // Level 1 waits for 2, level 2 for 4 checks. Per effort: tests (1/2 + 1/4) / 1,
    // canary 1/4 / 1, schema (1/2 + 1/4) / 3 = 1/4 with less score per effort,
    // drift 1/4 / 8; goals moves no level.
    expect(
      actions('fail', 'fail', 'fail', 'fail', 'fail').map(action => [
        action.checkId,
        action.levelProgress,
        action.remaining,
      ]),
    ).toEqual([
      ['tests', 0.75, 2],
      ['canary', 0.25, 0],
      ['schema', 0.75, 2],
      ['drift', 0.25, 0],
      ['goals', 0, 0],
    ]);
  });

  it('says what a single missing check lifts', () => {
    const [first] = actions('fail', 'pass', 'unknown', 'pass', 'pass');
    expect(first).toMatchObject({
      checkId: 'tests',
      unlocks: [1, 2],
      explanation: 'Alone it lifts the model to level 2; score +14.3 %.',
    });
  });

  it('leaves out what passes, is waived or does not apply', () => {
    expect(actions('pass', 'waived', 'not-applicable', 'pass', 'pass')).toEqual(
      [],
    );
  });

  it('gives the ways to mend it, and an answer only where one would count', () => {
    const of = (status: 'fail' | 'unknown') =>
      actions('pass', 'pass', status, 'pass', 'pass')[0].buttons;
    const template = {
      kind: 'template',
      template: 'template:default/add-tests',
      values: {
        entityRef: 'mlmodel:default/churn',
        checkId: 'tests',
        owner: 'group:default/forecasting',
        model: { ref: 'mlmodel:default/churn' },
      },
    };
    const link = {
      kind: 'link',
      title: 'How to',
      url: 'https://example.com/tests',
    };
    expect(of('fail')).toEqual([template, link]);
    expect(of('unknown')).toEqual([
      template,
      { kind: 'answer', checkId: 'tests' },
      link,
    ]);
  });

  it('fills in the deployment where the model has just one', () => {
    const deployedBy = (...names: string[]) =>
      names.map(name => ({
        type: 'deployedBy',
        targetRef: `mldeployment:default/${name}`,
      }));
    const deploymentFor = (...names: string[]) => {
      const [{ buttons }] = nextBestActions(
        compiled,
        resultsOf(compiled.rubric, ['pass', 'pass', 'fail', 'pass', 'pass']),
        { entity: { ...model, relations: deployedBy(...names) } },
      );
      return (buttons[0] as { values: { deployment?: string } }).values
        .deployment;
    };
    expect(deploymentFor('production')).toBe('mldeployment:default/production');
    expect(deploymentFor('production', 'staging')).toBeUndefined();
  });

  it('offers an answer where the question stands in for a rule that fails', () => {
    const [action] = nextBestActions(
      compiledOf([
        check('tests', {
          rule: 'repository.tests',
          expects: 'There are tests.',
          attestation: { ...question, standsInFor: 'fail' },
        }),
      ]),
      resultsOf(compiled.rubric, ['fail']).map(result => ({
        ...result,
        checkId: 'tests',
      })),
      { entity: model },
    );
    expect(action.buttons).toEqual([{ kind: 'answer', checkId: 'tests' }]);
  });
});
