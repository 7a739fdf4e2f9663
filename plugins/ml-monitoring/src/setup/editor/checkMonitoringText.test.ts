import { checkMonitoringText } from './checkMonitoringText';

describe('the text of spec.monitoring', () => {
  it.each([
    ['as the field’s value', 'inferenceLog:\n  path: a/log.parquet\n'],
    [
      'as it stands in the entity',
      'spec:\n  monitoring:\n    inferenceLog:\n      path: a/log.parquet\n',
    ],
    ['under its name', 'monitoring: { inferenceLog: { path: a/log.parquet } }'],
  ])('is read %s', (_, text) => {
    expect(checkMonitoringText(text)).toEqual({
      monitoring: { inferenceLog: { path: 'a/log.parquet' } },
      problems: [],
    });
  });

  it('is refused with the field and what is expected', () => {
    const { problems } = checkMonitoringText(
      'drift: { ruleSet: magic }\nlog: x\n',
    );
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'spec.monitoring.drift.ruleSet',
        'spec.monitoring',
      ]),
    );
    expect(
      problems.find(({ field }) => field === 'spec.monitoring')?.expected,
    ).toBe('no field log');
  });

  it('says where it is no YAML', () => {
    const checked = checkMonitoringText('a: [1, 2\nb: 3');
    expect(checked.problems[0].line).toBeGreaterThan(0);
    expect(checked.monitoring).toBeUndefined();
  });

  it('does not blow up on references that multiply', () => {
    const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i++) {
      const one = `*a${i - 1}`;
      lines.push(`a${i}: &a${i} [${new Array(9).fill(one).join(',')}]`);
    }
    expect(checkMonitoringText(lines.join('\n')).problems).toHaveLength(1);
  });

  it('refuses the name of a prototype like any other unknown field', () => {
    expect(
      checkMonitoringText('__proto__: { inferenceLog: 1 }').problems,
    ).toEqual([{ field: 'spec.monitoring', expected: 'no field __proto__' }]);
  });
});
